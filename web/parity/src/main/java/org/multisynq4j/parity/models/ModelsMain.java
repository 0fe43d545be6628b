package org.multisynq4j.parity.models;

import java.util.function.Function;
import org.multisynq4j.client.browser.CompiledModels;
import org.multisynq4j.json.JsonWriter;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.text.Bytes;

/**
 * Runs the model programs and prints a line of JSON for each block of steps.
 *
 * <p>Arguments: {@code run seed steps every} runs all of them, each beside a second replica that is replaced by one from a snapshot at random steps; the whole state is
 * hashed after every so many steps. {@code dump seed steps program} prints the snapshot of one program after so many steps, in hexadecimal.
 */
public final class ModelsMain {
    /** Steps in a line; after each block the second replica's state is compared. */
    static final int BLOCK = 100;

    private static final int STATE_DIGITS = 8;

    private ModelsMain() {}

    public static void main(String[] args) {
        run(args, program -> CompiledModels.catalog(program.root()));
    }

    /** Does what the arguments say with catalogs from elsewhere. */
    public static void run(String[] args, Function<ModelProgram, TypeCatalog> catalogs) {
        int seed = Integer.parseInt(args[1]);
        int steps = Integer.parseInt(args[2]);
        for (ModelProgram program : ModelProgram.all()) {
            if (args[0].equals("run")) {
                run(program, catalogs.apply(program), seed, steps, Integer.parseInt(args[3]));
            } else if (program.name().equals(args[3])) {
                FakeSession session = FakeSession.start(program, catalogs.apply(program), seed);
                for (int step = 1; step <= steps; step++) {
                    session.step(step);
                }
                System.out.println(Bytes.hex(session.snapshot()));
            }
        }
    }

    private static void run(ModelProgram program, TypeCatalog catalog, int seed, int steps, int every) {
        FakeSession session = FakeSession.start(program, catalog, seed);
        FakeSession twin = session.restored();
        StringBuilder traces = new StringBuilder();
        StringBuilder states = new StringBuilder();
        int nextRestore = 0;
        int parted = 0;
        int restores = 0;
        int chance = seed;
        for (int step = 1; step <= steps; step++) {
            session.step(step);
            if (step >= nextRestore) {
                twin = twin.restored();
                restores++;
                chance = chance * 1103515245 + 12345;
                nextRestore = step + 1 + (chance >>> 16) % (2 * steps / 5);
            }
            twin.step(step);
            traces.append(hex(session.fingerprint()));
            if (parted == 0 && twin.fingerprint() != session.fingerprint()) {
                parted = step;
            }
            if (step % every == 0) {
                states.append(session.stateHash(), 0, STATE_DIGITS);
            }
            if (step % BLOCK == 0 || step == steps) {
                String state = session.stateHash();
                if (parted == 0 && !twin.stateHash().equals(state)) {
                    parted = step;
                }
                print(program, step, traces.toString(), states + state, restores, parted);
                traces.setLength(0);
                states.setLength(0);
            }
        }
    }

    private static void print(
            ModelProgram program, int step, String traces, String states, int restores, int partedAt) {
        System.out.println(new JsonWriter()
                .beginObject()
                .name("program")
                .value(program.name())
                .name("step")
                .value(step)
                .name("traces")
                .value(traces)
                .name("states")
                .value(states)
                .name("restores")
                .value(restores)
                .name("restoredParted")
                .value(partedAt)
                .endObject()
                .toString());
    }

    private static String hex(int value) {
        return Bytes.hex(new byte[] {(byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value});
    }
}
