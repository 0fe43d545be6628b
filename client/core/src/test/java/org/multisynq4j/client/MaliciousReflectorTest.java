package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.NotLiveException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.sim.MessageAttacks;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.client.sim.Tamper;

/**
 * A reflector and file server that lie. For every attack and seed: somebody honest notices (an error, a divergence, another SYNC, a refused join), or all honest
 * replicas are equal. And always: nobody's model hears what no participant said, and nothing twice. The printed table is the one in docs/threat-model.md.
 */
class MaliciousReflectorTest {
    private static final int SEEDS = Integer.getInteger("malice.seeds", 6);
    private static final int EVENTS = 24;

    /** What came of one attack, over all seeds. */
    private static final class Result {
        private final Map<String, Integer> outcomes = new TreeMap<>();

        void add(Set<String> seen) {
            seen.forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
        }
    }

    @Test
    void lyingAboutMessagesIsNoticedOrHarmless() {
        Map<String, Result> table = new LinkedHashMap<>();
        for (String attack : MessageAttacks.NAMES) {
            Result result = new Result();
            for (long seed = 1; seed <= SEEDS; seed++) {
                try {
                    result.add(new Run(seed).attack(attack));
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(attack + ", seed " + seed + ": " + e.getMessage(), e);
                }
            }
            table.put(attack, result);
        }
        print(table);
        for (String attack : MessageAttacks.ALWAYS_REPORTED) {
            assertThat(table.get(attack).outcomes).as(attack).containsEntry("reported", SEEDS);
        }
        for (String attack : MessageAttacks.HARMLESS) {
            assertThat(table.get(attack).outcomes).as(attack).containsEntry("equal", SEEDS);
        }
    }

    private static void print(Map<String, Result> table) {
        StringBuilder text = new StringBuilder("attack | outcomes in " + SEEDS + " seeds\n");
        table.forEach((attack, result) ->
                text.append(attack).append(" | ").append(result.outcomes).append('\n'));
        System.out.println(text);
    }

    private static final class Run {
        private final Random random;
        private final SimWorld world;
        private final List<SimPlatform> platforms = new ArrayList<>();
        private final List<Session> sessions = new ArrayList<>();
        private final List<String> published = new ArrayList<>();
        private final Set<String> seen = new LinkedHashSet<>();

        Run(long seed) {
            random = new Random(seed);
            world = new SimWorld(seed);
        }

        private Session enter() {
            SimPlatform platform = world.platform();
            Session session = world.live(
                    platform, SimWorld.join().tps(8).rejoinLimit(30_000).autoSleep(0));
            session.onError(error -> seen.add("reported"));
            session.onDivergence(divergence -> seen.add("divergence reported"));
            platforms.add(platform);
            sessions.add(session);
            return session;
        }

        Set<String> attack(String name) {
            enter();
            enter();
            enter();
            world.run(6_000);
            MessageAttacks attacks = new MessageAttacks(
                    name, random, foreignPayloads(), sessions.get(1).viewId());
            for (int i = 0; i < platforms.size(); i++) {
                platforms.get(i).network.tamper = attacks.against(i);
                platforms.get(i).network.lagMs = attacks.lagMs();
            }
            for (int i = 0; i < EVENTS; i++) {
                publish(sessions.get(random.nextInt(sessions.size())), "note " + i);
                world.run(random.nextInt(200));
            }
            world.run(500);
            for (SimPlatform platform : platforms) {
                platform.network.tamper = Tamper.NONE;
                platform.network.lagMs = 0;
            }
            world.run(40_000);
            publish(sessions.get(0), "after");
            world.run(6_000);
            sessions.get(0).forceSnapshot();
            world.run(6_000);
            judge(attacks.happened());
            return seen;
        }

        /** Sealed with the same keys, but for the session of another version of the code. */
        private List<String> foreignPayloads() {
            SimPlatform other = world.platform();
            other.codeVersion = "2";
            Session session = world.live(other, SimWorld.join());
            for (int i = 0; i < 4; i++) {
                session.publish("notes", "add", "foreign " + i);
                world.run(200);
            }
            List<String> payloads = new ArrayList<>();
            for (String frame : other.network.sent) {
                MessageAttacks.payload(frame).ifPresent(payloads::add);
            }
            session.leave();
            return payloads;
        }

        private void publish(Session session, String text) {
            try {
                session.publish("notes", "add", text);
                published.add(text);
            } catch (NotLiveException e) {
                seen.add("another SYNC");
            }
        }

        private void judge(boolean happened) {
            assertThat(happened).as("the attack took place").isTrue();
            List<Session> live = new ArrayList<>();
            for (Session session : sessions) {
                if (session.state() == SessionState.LIVE) {
                    live.add(session);
                } else {
                    seen.add("refused");
                }
                if (session.traffic().reconnects() > 0) {
                    seen.add("another SYNC");
                }
                session.problem().map(SessionException::getMessage).ifPresent(why -> seen.add("refused"));
            }
            for (Session session : live) {
                List<String> notes = session.model(NoteModel.class).notes();
                assertThat(published).as("nothing is made up").containsAll(notes);
                assertThat(notes).as("nothing happens twice").doesNotHaveDuplicates();
            }
            if (equal(live)) {
                seen.add("equal");
            }
            assertThat(seen).as("noticed or harmless").isNotEmpty();
        }

        private boolean equal(List<Session> live) {
            if (live.isEmpty()) {
                return true;
            }
            try {
                world.awaitEqualTime(live);
            } catch (AssertionError never) {
                return false;
            }
            return live.stream().map(Session::stateHash).distinct().count() == 1;
        }
    }
}
