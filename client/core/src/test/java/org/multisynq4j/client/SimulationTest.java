package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.NotLiveException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.NoteView;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.reflector.store.SnapshotPointer;

/**
 * Whole sessions with everything that goes wrong: connections cut, cables pulled, the reflector killed, participants coming and going, uploads failing, workers
 * dying, hanging or missing. Whatever
 * happens: all replicas agree, nothing accepted is lost, nothing happens twice, each sender's order is kept.
 */
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("sim.seeds", 80);
    private static final int STEPS = 50;

    /** Longer than any outage here: nothing may be lost. */
    private static final double PATIENT_MS = 30_000;

    /** Shorter than many: views are given up and what they published may be lost, but never doubled or reordered. */
    private static final double IMPATIENT_MS = 1_000;

    @Test
    void nothingIsLostWithinTheRejoinLimit() {
        play("nothingIsLostWithinTheRejoinLimit", PATIENT_MS);
    }

    @Test
    void replicasAgreeEvenIfViewsAreGivenUp() {
        play("replicasAgreeEvenIfViewsAreGivenUp", IMPATIENT_MS);
    }

    private static void play(String test, double rejoinLimitMs) {
        String only = System.getProperty("sim.seed", "");
        if (!only.isEmpty()) {
            new Run(Long.parseLong(only), rejoinLimitMs, test).go();
            return;
        }
        long images = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Run run = new Run(seed, rejoinLimitMs, test);
            run.go();
            images += run.images();
        }
        assertThat(images).as("images that second replicas took").isPositive();
    }

    private static final class Player {
        private final String name;
        private final SimPlatform platform;
        private final Session session;
        private final List<String> accepted = new ArrayList<>();
        private boolean left;

        Player(String name, SimPlatform platform, Session session) {
            this.name = name;
            this.platform = platform;
            this.session = session;
        }
    }

    private static final class Run {
        private final long seed;
        private final double rejoinLimitMs;
        private final String test;
        private final Random random;
        private final SimWorld world;
        private final List<Player> players = new ArrayList<>();
        private final List<String> history = new ArrayList<>();
        private int names;

        Run(long seed, double rejoinLimitMs, String test) {
            this.seed = seed;
            this.rejoinLimitMs = rejoinLimitMs;
            this.test = test;
            random = new Random(seed);
            world = new SimWorld(seed);
        }

        void go() {
            try {
                play();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "repeat with: mvn test -pl client/core -Dtest=SimulationTest#" + test + " -Dsim.seed=" + seed
                                + "\n"
                                + e.getMessage() + "\n" + history
                                + (System.getProperty("sim.console") == null ? "" : consoles()),
                        e);
            }
        }

        long images() {
            return players.stream()
                    .flatMap(player -> player.platform.console.stream())
                    .filter(line -> line.contains("] image @"))
                    .count();
        }

        private String consoles() {
            StringBuilder text = new StringBuilder();
            for (Player player : players) {
                text.append('\n').append(player.name).append('\n').append(String.join("\n", player.platform.console));
            }
            return text + "\nreflector\n" + world.reflector().notes();
        }

        private void play() {
            enter();
            enter();
            for (int i = 0; i < STEPS; i++) {
                act();
                world.run(random.nextInt(400));
            }
            present().forEach(player -> player.platform.network.up());
            // Longer than the reflector waits before it reports the leave of a connection that broke.
            world.run(36_000);
            check();
            world.files.putMs = 5;
            world.files.failingPuts = 0;
            awaitWhatWasToBeStored();
        }

        /** Whatever befell who was told to store a snapshot: that one or a later one is announced in the end. */
        private void awaitWhatWasToBeStored() {
            String sessionId = present().get(0).session.id();
            for (int i = 0; i < 120; i++) {
                long newest = world.store
                        .session(sessionId)
                        .flatMap(session -> session.record().snapshot())
                        .map(SnapshotPointer::timeMs)
                        .orElse(-1L);
                if (newest >= lastTold()) {
                    return;
                }
                world.run(1000);
            }
            throw new AssertionError("nobody announced the snapshot @" + lastTold() + " or a later one");
        }

        /** Teatime of the last poll whose votes were counted by somebody who is still here. */
        private long lastTold() {
            long last = -1;
            for (Player player : present()) {
                for (String line : player.platform.console) {
                    int at = line.indexOf("the snapshot @");
                    if (at >= 0) {
                        String place = line.substring(at + "the snapshot @".length());
                        last = Math.max(last, Long.parseLong(place.substring(0, place.indexOf('#'))));
                    }
                }
            }
            return last;
        }

        private void enter() {
            SimPlatform platform = random.nextBoolean() ? world.platform() : world.visiblePlatform();
            Join<NoteModel> join =
                    SimWorld.join().tps(8).rejoinLimit(rejoinLimitMs).autoSleep(0);
            join = join.debug(
                    System.getProperty("sim.console") == null ? "snapshot" : "session,messages,sends,snapshot");
            if (random.nextBoolean()) {
                join = join.view(NoteView::new);
            }
            join = join.shadow(random.nextInt(6) != 0);
            platform.workers.available = random.nextInt(3) != 0;
            platform.workers.hanging = random.nextInt(10) == 0;
            Player player = new Player("p" + ++names, platform, Session.begin(platform, join));
            players.add(player);
            history.add(player.name + " enters");
        }

        private List<Player> present() {
            List<Player> present = new ArrayList<>(players);
            present.removeIf(player -> player.left);
            return present;
        }

        private void act() {
            List<Player> present = present();
            Player player = present.get(random.nextInt(present.size()));
            switch (random.nextInt(20)) {
                case 0 -> note(player, "is cut off", player.platform.network::cut);
                case 1 -> note(player, "pulls the cable", player.platform.network::down);
                case 2, 3 -> note(player, "is back", player.platform.network::up);
                case 4 -> note(player, "forces a snapshot", player.session::forceSnapshot);
                case 5 -> leaveOrEnter(player, present.size());
                case 6 -> {
                    if (random.nextInt(3) == 0) {
                        history.add("the reflector is killed");
                        world.reflector().crash();
                    }
                }
                case 7 -> world.files.failingPuts += random.nextInt(6);
                case 8 -> publish(player, "save", "");
                case 9 -> note(player, "loses its worker", player.platform.workers::kill);
                case 11 -> {
                    if (random.nextInt(3) == 0) {
                        note(player, "'s worker falls silent", player.platform.workers::mute);
                    }
                }
                case 12 -> {
                    world.files.putMs = random.nextInt(3) == 0 ? 7_000 : 5;
                    history.add("storing a file takes " + world.files.putMs + " ms");
                }
                case 10 -> player.platform.workers.hanging = random.nextInt(4) == 0;
                default -> {
                    for (int burst = random.nextInt(4); burst >= 0; burst--) {
                        publish(player, "add", player.name + "-" + player.accepted.size());
                    }
                }
            }
        }

        private void note(Player player, String what, Runnable action) {
            history.add(player.name + " " + what);
            action.run();
        }

        private void leaveOrEnter(Player player, int present) {
            if (present > 3 && player.session.state() == SessionState.LIVE && player.session.unsent() == 0) {
                note(player, "leaves", player.session::leave);
                player.left = true;
            } else if (present < 5) {
                enter();
            }
        }

        private void publish(Player player, String event, String text) {
            try {
                player.session.publish("notes", event, text);
                if (event.equals("add")) {
                    player.accepted.add(text);
                }
            } catch (NotLiveException e) {
                history.add(player.name + " cannot publish yet");
            }
        }

        private void check() {
            List<Player> present = present();
            for (Player player : present) {
                assertThat(player.session.state())
                        .as(player.name + " " + player.session.problem().map(SessionException::getMessage))
                        .isEqualTo(SessionState.LIVE);
                assertThat(player.session.unsent()).as(player.name + " unsent").isZero();
            }
            world.awaitEqualTime(present.stream().map(player -> player.session).toList());
            Session first = present.get(0).session;
            for (Player player : present) {
                assertThat(player.session.traceHash())
                        .as("trace of " + player.name)
                        .isEqualTo(first.traceHash());
                assertThat(player.session.stateHash())
                        .as("state of " + player.name)
                        .isEqualTo(first.stateHash());
            }
            for (Player player : players) {
                assertThat(player.platform.console)
                        .as("second replica of " + player.name)
                        .noneMatch(line -> line.contains("executed something else"));
            }
            List<String> notes = first.model(NoteModel.class).notes();
            for (Player player : players) {
                List<String> own = new ArrayList<>(notes);
                own.removeIf(text -> !text.startsWith(player.name + "-"));
                List<String> expected = new ArrayList<>(player.accepted);
                if (rejoinLimitMs < PATIENT_MS) {
                    expected.retainAll(own);
                }
                assertThat(own).as("notes of " + player.name).isEqualTo(expected);
            }
            assertThat(first.participants()).hasSize(present.size());
        }
    }
}
