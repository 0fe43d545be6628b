package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multisynq4j.reflector.loopback.Loopback;
import org.multisynq4j.reflector.loopback.VirtualTime;

/**
 * Many clients, good and bad, random cuts, a store that answers late and in batches, kills and orderly restarts; one session per seed. What must hold is
 * checked by {@link WitnessClient} at every frame and here at the end.
 */
class RandomSessionsTest {
    /** A longer search: {@code -Dmultisynq4j.seeds=5000}. */
    private static final int SEEDS = Integer.getInteger("multisynq4j.seeds", 200);

    private static final int STEPS = 120;
    private static final String[] HOSTILE = {
        "{",
        "null",
        "[]",
        "{\"action\":\"JOIN\",\"args\":{}}",
        "{\"action\":\"SEND\",\"args\":[]}",
        "{\"action\":\"SEND\",\"args\":[0,0,{\"what\":\"users\",\"active\":0}]}",
        "{\"action\":\"TICKS\",\"args\":{\"tick\":1,\"scale\":64}}",
        "{\"action\":\"SNAP\",\"args\":{\"time\":1000000000000,\"seq\":5,\"url\":\"x\"}}",
        "{\"action\":\"TUTTI\",\"args\":[5,0,\"x\",null,true,[],\"k@5\"]}",
        "{\"action\":\"SAVE\",\"args\":{\"persistTime\":0,\"url\":\"x\"}}",
        "{\"action\":\"PING\",\"args\":[[[1]]]}",
    };

    @Test
    void nothingIsLostReorderedOrDoubledWhateverHappens() {
        for (long seed = 0; seed < SEEDS; seed++) {
            try {
                new Run(seed).play();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** One random life of a session. */
    private static final class Run {
        private final Random random;
        private final VirtualTime time = new VirtualTime();
        private final LateStore store;
        private final Set<String> files = new LinkedHashSet<>();
        private final Loopback loopback;
        private final SharedTruth truth = new SharedTruth();
        private final List<WitnessClient> clients = new ArrayList<>();
        private int timelines;
        private int events;

        Run(long seed) {
            random = new Random(seed);
            store = new LateStore(time, random);
            loopback =
                    new Loopback(ReflectorSettings.standard(), time, store, files::contains, () -> "t" + timelines++);
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                act();
                time.advance(random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(60));
            }
            settle();
        }

        private void act() {
            int dice = random.nextInt(100);
            if (dice < 12 || clients.isEmpty()) {
                clients.add(new WitnessClient(loopback, truth, "v" + random.nextInt(6), random.nextBoolean()));
            } else if (dice < 70) {
                any().send("event " + events++);
            } else if (dice < 78) {
                any().cut(random.nextBoolean() ? 1000 : 1006);
            } else if (dice < 84) {
                any().hostile(HOSTILE[random.nextInt(HOSTILE.length)]);
            } else if (dice < 90) {
                String path = "snapshots/" + step() + ".snap";
                if (random.nextInt(3) > 0) {
                    files.add(path);
                }
                any().snapshot(path);
            } else if (dice < 93) {
                any().vote("k@" + random.nextInt(3_000), "x" + random.nextInt(2));
            } else if (dice < 94) {
                store.stall(random.nextInt(12_000));
                time.advance(random.nextInt(12_000));
                if (random.nextBoolean()) {
                    kill();
                    clients.forEach(WitnessClient::rejoin);
                }
            } else if (dice < 95) {
                kill();
            } else if (dice < 96) {
                loopback.drain();
                time.advance(200);
            } else if (dice < 97) {
                clients.forEach(client -> client.cut(1000));
                time.advance(9_000 + random.nextInt(4_000));
                any().rejoin();
                time.advance(random.nextInt(3_000));
            } else {
                any().rejoin();
            }
        }

        private void kill() {
            store.forgetWhatIsUnderway();
            loopback.crash();
        }

        private int step() {
            return events;
        }

        private WitnessClient any() {
            return clients.get(random.nextInt(clients.size()));
        }

        /** In the end, a newcomer and everybody still connected must agree with all that was ever seen. */
        private void settle() {
            time.advance(20_000);
            WitnessClient last = new WitnessClient(loopback, truth, "last", false);
            time.advance(3_000);
            assertThat(last.isSynced()).isTrue();
            assertThat(last.lastSeq()).as("the newcomer knows the newest").isEqualTo(truth.lastSeq());
            for (WitnessClient client : clients) {
                if (client.isSynced()) {
                    assertThat(client.lastSeq()).isEqualTo(last.lastSeq());
                }
            }
        }
    }
}
