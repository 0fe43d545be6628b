package org.multisynq4j.parity.programs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Runner;

/** Runs every hand-written program and prints its trace; the arguments are those of {@link Runner}. A new program is added here. */
public final class Programs {
    private static final String STEPS = "2000";

    private Programs() {}

    private static Map<String, Supplier<Program>> all() {
        Map<String, Supplier<Program>> all = new LinkedHashMap<>();
        all.put("billiard", Billiard::new);
        all.put("collections", Collections::new);
        all.put("editor", Editor::new);
        all.put("failing", Failing::new);
        all.put("graph", Graph::new);
        all.put("handlers", Handlers::new);
        all.put("life", Life::new);
        all.put("numbers", NumberChains::new);
        all.put("paths", Paths::new);
        all.put("sorting", Sorting::new);
        return all;
    }

    public static void main(String[] args) {
        Runner.run(args.length == 0 ? new String[] {"run", STEPS} : args, all());
    }
}
