package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multisynq4j.client.error.SuspiciousMessageException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.client.sim.Tamper;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;

/** Votes are sealed: a reflector reads none, makes none, and what it puts in place of one is refused and reported. */
class VoteAttacksTest {
    /** What the reflector makes of a tally, the same for everybody. */
    enum Attack {
        LEAVE_ONE_OUT,
        COUNT_ONE_OFTEN,
        FLIP_A_BIT,
        CUT_OFF,
        MADE_UP,
        AS_THE_ORIGINAL_WOULD,
        AN_EVENT,
        OF_AN_EARLIER_POLL,
        AN_EARLIER_TALLY_UNDER_THIS_TIME,
        OF_ANOTHER_SESSION,
        OF_ANOTHER_TOPIC;

        boolean isSeen() {
            return ordinal() > COUNT_ONE_OFTEN.ordinal();
        }
    }

    private final SimWorld world = new SimWorld(1);
    private final List<SimPlatform> platforms = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final List<String> tallies = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Divergence> divergences = new ArrayList<>();

    private void enter() {
        SimPlatform platform = world.platform();
        Session session = world.live(platform, SimWorld.join().autoSleep(0));
        session.onError(error -> problems.add(error.getClass().getSimpleName()));
        session.onDivergence(divergences::add);
        platforms.add(platform);
        sessions.add(session);
    }

    private static String vote(String frame) {
        int from = frame.indexOf("\"b1.");
        return frame.substring(from + 1, frame.indexOf('"', from + 1));
    }

    private void poll(int count) {
        for (int i = 0; i < count; i++) {
            sessions.get(0).forceSnapshot();
            world.run(6_000);
        }
    }

    private static boolean isTally(String frame) {
        return frame.contains("\"tally\"") && frame.contains("\"RECV\"");
    }

    private static String flipped(String vote) {
        int at = vote.length() / 2;
        return vote.substring(0, at) + (vote.charAt(at) == 'A' ? 'B' : 'A') + vote.substring(at + 1);
    }

    private String attacked(Attack attack, String frame, String foreign, String topical) {
        String vote = vote(frame);
        String earlier = tallies.get(0);
        return switch (attack) {
            case LEAVE_ONE_OUT -> frame.replace("\"" + vote + "\":1,", "");
            case COUNT_ONE_OFTEN -> frame.replace(vote + "\":1", vote + "\":100");
            case FLIP_A_BIT -> frame.replace(vote, flipped(vote));
            case CUT_OFF -> frame.replace(vote, vote.substring(0, vote.length() - 4));
            case MADE_UP -> frame.replace(vote, "b1." + "A".repeat(vote.length() - 3));
            case AS_THE_ORIGINAL_WOULD ->
                frame.replace(
                        vote,
                        "{\\\"cpuTime\\\":0,\\\"hash\\\":\\\"x\\\",\\\"viewId\\\":\\\""
                                + sessions.get(1).viewId() + "\\\"}");
            case AN_EVENT -> frame.replace(vote, "e1." + vote.substring(3));
            case OF_AN_EARLIER_POLL -> frame.replace(vote, vote(earlier));
            case AN_EARLIER_TALLY_UNDER_THIS_TIME -> {
                JsonObject old = body(earlier);
                JsonObject now = body(frame);
                yield frame.replace(
                        Json.write(now.object("tally").orElseThrow()),
                        Json.write(old.object("tally").orElseThrow()));
            }
            case OF_ANOTHER_SESSION -> frame.replace(vote, foreign);
            case OF_ANOTHER_TOPIC -> frame.replace(vote, topical);
        };
    }

    private static JsonObject body(String frame) {
        return (JsonObject) ((JsonObject) Json.parse(frame))
                .array("args")
                .orElseThrow()
                .items()
                .get(2);
    }

    private String foreignVote() {
        SimPlatform other = world.platform();
        other.codeVersion = "2";
        Session session = world.live(other, SimWorld.join());
        world.run(6_000);
        session.forceSnapshot();
        world.run(2_000);
        session.leave();
        return vote(sent(other, "snapshot@").get(0));
    }

    private static List<String> sent(SimPlatform platform, String question) {
        return platform.network.sent.stream()
                .filter(frame -> frame.contains("\"TUTTI\"") && frame.contains(question))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoVoteOnThisQuestionIsRefusedAndReportedAndNobodyIsOutvotedByIt(Attack attack) {
        String foreign = foreignVote();
        enter();
        enter();
        enter();
        world.run(6_000);
        for (SimPlatform platform : platforms) {
            platform.network.tamper = new Tamper() {
                @Override
                public List<String> down(String frame) {
                    if (isTally(frame)) {
                        tallies.add(frame);
                    }
                    return List.of(frame);
                }
            };
        }
        sessions.get(0).publish("notes", "save");
        poll(1);
        String topical = vote(sent(platforms.get(0), "persist@").get(0));
        tallies.removeIf(frame -> !frame.contains("snapshot@"));
        assertThat(tallies).hasSize(3);
        assertThat(problems).as("before").isEmpty();
        int[] attacks = new int[1];
        for (SimPlatform platform : platforms) {
            platform.network.tamper = new Tamper() {
                @Override
                public List<String> down(String frame) {
                    if (!isTally(frame)) {
                        return List.of(frame);
                    }
                    String lie = attacked(attack, frame, foreign, topical);
                    assertThat(lie).isNotEqualTo(frame);
                    attacks[0]++;
                    return List.of(lie);
                }
            };
        }

        poll(2);

        assertThat(attacks[0]).as("the attack took place").isEqualTo(6);
        assertThat(divergences).isEmpty();
        assertThat(problems)
                .hasSize(attack.isSeen() ? attacks[0] : 0)
                .allMatch(SuspiciousMessageException.class.getSimpleName()::equals);
        assertThat(sessions)
                .allMatch(s -> s.state() == SessionState.LIVE && s.traffic().reconnects() == 0);
        assertAllHaveOneState();
    }

    private void assertAllHaveOneState() {
        world.awaitEqualTime(sessions);
        assertThat(sessions)
                .extracting(Session::stateHash)
                .containsOnly(sessions.get(0).stateHash());
    }

    @Test
    void whoDivergedIsFoundThoughTheReflectorAddsVotesForIt() {
        enter();
        enter();
        enter();
        world.run(6_000);
        for (SimPlatform platform : platforms) {
            platform.network.tamper = new Tamper() {
                @Override
                public List<String> down(String frame) {
                    return List.of(isTally(frame) ? frame.replaceAll("(\"b1[^\"]*\":)1", "$19") : frame);
                }
            };
        }
        sessions.get(2).model(NoteModel.class).disturb();

        poll(1);
        sessions.get(0).forceSnapshot();
        world.run(20_000);

        assertThat(divergences)
                .isNotEmpty()
                .allMatch(d -> d.groups().size() < 2
                        || !d.groups().get(0).viewIds().contains(sessions.get(2).viewId()));
        assertAllHaveOneState();
    }

    @Test
    void aVoteTellsTheReflectorNothingButItsQuestion() {
        enter();
        enter();
        sessions.get(0).publish("notes", "save");
        world.run(6_000);
        poll(1);

        List<JsonObject> votes = platforms.stream()
                .flatMap(platform -> sent(platform, "@").stream())
                .map(frame -> (JsonObject) Json.parse(frame))
                .toList();

        assertThat(votes).hasSize(4);
        assertThat(votes.stream().map(Json::write)).allSatisfy(frame -> {
            assertThat(frame).doesNotContain("cpuTime", "hash", "viewId");
            sessions.forEach(session -> assertThat(frame).doesNotContain(session.viewId()));
        });
        Map<Integer, Long> lengths = votes.stream()
                .map(vote -> vote.array("args").orElseThrow().items().get(2))
                .collect(Collectors.groupingBy(
                        vote -> ((JsonString) vote).value().length(), Collectors.counting()));
        assertThat(lengths).as("votes with and without a state, cheap and dear").hasSize(1);
    }
}
