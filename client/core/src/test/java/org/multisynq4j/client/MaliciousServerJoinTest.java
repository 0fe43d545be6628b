package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.client.sim.Tamper;

/**
 * Somebody joins while reflector and file server lie about the past: the joiner is refused, or ends up equal to those who were there, or the difference is
 * reported. The printed tables are in docs/threat-model.md.
 */
class MaliciousServerJoinTest {
    private static final int SEEDS = Integer.getInteger("malice.seeds", 6);

    /** No lie at all: shows that the others are refused because of theirs. */
    private static final String NONE = "nothing";

    private static final List<String> FILES = List.of(
            NONE,
            "flip a bit",
            "truncate",
            "empty",
            "append",
            "another snapshot of the session",
            "another session's snapshot",
            "saved data");

    private static final List<String> SYNCS = List.of(
            NONE,
            "another check word",
            "no check word",
            "leave out the last message",
            "leave out the first message",
            "swap messages",
            "flip a bit of a message",
            "another snapshot time",
            "another snapshot number",
            "not JSON",
            "two challenges",
            "a bad challenge",
            "no SYNC");

    @Test
    void aSnapshotThatIsNotTheRightOneIsNeverUsed() {
        Map<String, Map<String, Integer>> table = new LinkedHashMap<>();
        for (String attack : FILES) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                Run run = new Run(seed);
                run.lieAboutSnapshots(attack);
                record(table, "snapshot: " + attack, run.join("1"), seed);
            }
        }
        print(table);
    }

    @Test
    void savedDataThatIsNotTheRightOneIsNeverUsed() {
        Map<String, Map<String, Integer>> table = new LinkedHashMap<>();
        for (String attack : List.of("flip a bit", "truncate", "empty", "append", "another snapshot of the session")) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                Run run = new Run(seed);
                run.lieAboutSavedData(attack);
                String outcome = run.join("2");
                assertThat(outcome).as(attack + ", seed " + seed).isEqualTo("refused");
                record(table, "saved data: " + attack, outcome, seed);
            }
        }
        print(table);
    }

    @Test
    void lyingInSyncIsNoticedOrHarmless() {
        Map<String, Map<String, Integer>> table = new LinkedHashMap<>();
        for (String attack : SYNCS) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                Run run = new Run(seed);
                run.lieInSync(attack);
                record(table, "SYNC: " + attack, run.join("1"), seed);
            }
        }
        print(table);
    }

    private static void record(Map<String, Map<String, Integer>> table, String attack, String outcome, long seed) {
        List<String> fine = attack.endsWith(NONE) ? List.of("equal") : List.of("refused", "equal", "reported");
        assertThat(outcome).as(attack + ", seed " + seed).isIn(fine);
        table.computeIfAbsent(attack, name -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
    }

    private static void print(Map<String, Map<String, Integer>> table) {
        StringBuilder text = new StringBuilder("attack | outcomes in " + SEEDS + " seeds\n");
        table.forEach((attack, outcomes) ->
                text.append(attack).append(" | ").append(outcomes).append('\n'));
        System.out.println(text);
    }

    /** A session with two snapshots and saved data, and one of another room with a snapshot. */
    private static final class Run {
        private final SimWorld world;
        private final Random random;
        private final SimPlatform joiner;
        private final Session member;
        private final List<String> mine = new ArrayList<>();
        private final String foreign;
        private boolean happened;

        Run(long seed) {
            world = new SimWorld(seed);
            random = new Random(seed);
            Session other = world.live(world.platform(), SimWorld.join().name("other room"));
            world.run(6_000);
            other.forceSnapshot();
            world.run(3_000);
            other.leave();
            foreign = snapshots().get(0);
            member = world.live();
            for (int i = 0; i < 2; i++) {
                member.publish("notes", "add", "note " + i);
                world.run(6_000);
                member.forceSnapshot();
                world.run(3_000);
            }
            member.publish("notes", "save", null);
            for (int i = 2; i < 6; i++) {
                member.publish("notes", "add", "note " + i);
                world.run(500);
            }
            for (String url : snapshots()) {
                if (!url.equals(foreign)) {
                    mine.add(url);
                }
            }
            assertThat(mine).hasSize(2);
            joiner = world.platform();
        }

        private List<String> snapshots() {
            return world.files.urls().stream()
                    .filter(url -> url.contains("/snapshots/"))
                    .toList();
        }

        private String saved() {
            return world.files.urls().stream()
                    .filter(url -> url.contains("/save/"))
                    .findFirst()
                    .orElseThrow();
        }

        void lieAboutSnapshots(String attack) {
            world.files.tamper = (url, bytes) -> url.contains("/snapshots/") ? lie(attack, url, bytes) : bytes;
        }

        void lieAboutSavedData(String attack) {
            world.files.tamper = (url, bytes) -> url.contains("/save/") ? lie(attack, url, bytes) : bytes;
        }

        private byte[] lie(String attack, String url, byte[] bytes) {
            happened = true;
            switch (attack) {
                case NONE:
                    return bytes;
                case "flip a bit":
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    return bytes;
                case "truncate":
                    return Arrays.copyOf(bytes, random.nextInt(bytes.length));
                case "empty":
                    return new byte[0];
                case "append":
                    return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(20));
                case "another snapshot of the session":
                    return world.files.bytes(url.equals(mine.get(0)) ? mine.get(1) : mine.get(0));
                case "another session's snapshot":
                    return world.files.bytes(foreign);
                case "saved data":
                    return world.files.bytes(saved());
                default:
                    throw new IllegalArgumentException(attack);
            }
        }

        void lieInSync(String attack) {
            joiner.network.tamper = new Tamper() {
                @Override
                public List<String> down(String frame) {
                    if (frame.contains("\"CHALLENGE\"")) {
                        return challenge(attack, frame);
                    }
                    return frame.contains("\"SYNC\"") ? sync(attack, frame) : List.of(frame);
                }
            };
        }

        private List<String> challenge(String attack, String frame) {
            if (attack.equals("two challenges")) {
                happened = true;
                return List.of(frame, frame);
            }
            if (attack.equals("a bad challenge")) {
                happened = true;
                return List.of(frame.replace("\"challenge\":\"", "\"challenge\":\"AAAA"));
            }
            return List.of(frame);
        }

        private List<String> sync(String attack, String frame) {
            happened = true;
            int from = frame.indexOf("\"messages\":[") + 12;
            int to = frame.indexOf("]],", from) + 1;
            String[] messages = to > from ? frame.substring(from, to).split("(?<=\\]),(?=\\[)") : new String[0];
            String before = frame.substring(0, from);
            String after = frame.substring(Math.max(from, to));
            List<String> kept = new ArrayList<>(List.of(messages));
            switch (attack) {
                case "another check word":
                    return List.of(frame.replace("\"tove\":\"k1.", "\"tove\":\"k1.AAAA"));
                case "no check word":
                    return List.of(frame.replace("\"tove\":\"k1.", "\"tove\":\""));
                case "leave out the last message":
                    kept.remove(kept.size() - 1);
                    return List.of(before + String.join(",", kept) + after);
                case "leave out the first message":
                    kept.remove(0);
                    return List.of(before + String.join(",", kept) + after);
                case "swap messages":
                    kept.add(kept.remove(0));
                    return List.of(before + String.join(",", kept) + after);
                case "flip a bit of a message":
                    return List.of(frame.replaceFirst("\"e1\\.....", "\"e1.AAAB"));
                case "another snapshot time":
                    return List.of(frame.replace("\"snapshotTime\":", "\"snapshotTime\":1"));
                case "another snapshot number":
                    return List.of(frame.replaceFirst("\"snapshotSeq\":\\d+", "\"snapshotSeq\":7"));
                case "not JSON":
                    return List.of(frame.substring(1));
                case "no SYNC":
                    return List.of();
                default:
                    return List.of(frame);
            }
        }

        /** With the same code (1) or the next (2), which starts from the saved data. */
        String join(String codeVersion) {
            joiner.codeVersion = codeVersion;
            List<Throwable> failures = new ArrayList<>();
            List<Session> joined = new ArrayList<>();
            Session session = Session.begin(joiner, SimWorld.join());
            List<Object> reports = new ArrayList<>();
            session.onError(reports::add);
            session.onDivergence(reports::add);
            session.joined().then(joined::add, failures::add);
            world.run(90_000);
            joiner.network.tamper = Tamper.NONE;
            assertThat(happened).as("the attack took place").isTrue();
            assertThat(member.state()).as("those who were there").isEqualTo(SessionState.LIVE);
            if (!failures.isEmpty() || joined.isEmpty()) {
                return "refused";
            }
            member.forceSnapshot();
            world.run(6_000);
            Optional<String> unequal = difference(session);
            return unequal.isEmpty() ? "equal" : reports.isEmpty() ? unequal.get() : "reported";
        }

        private Optional<String> difference(Session session) {
            if (session.state() != SessionState.LIVE) {
                return Optional.of("not live: " + session.problem());
            }
            world.awaitEqualTime(List.of(member, session));
            return member.stateHash().equals(session.stateHash())
                    ? Optional.empty()
                    : Optional.of("unnoticed: " + session.model(NoteModel.class).notes());
        }
    }
}
