package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Payload;

class VotesTest {
    private final Bench bench = new Bench();
    private final Bench.TestClient a = bench.join("a");
    private final Bench.TestClient b = bench.join("b");

    {
        bench.advance(1_000);
        a.forget();
    }

    private static String vote(String payload, String key) {
        return vote(payload, "null", true, key, 900);
    }

    private static String vote(String payload, String first, boolean wantsVote, String key, long sendTime) {
        return "[" + sendTime + ",0,\"" + payload + "\"," + first + "," + wantsVote + ",[\"handleVote\"],\"" + key
                + "\"]";
    }

    private static Payload tally(String key, int missing, Object... votes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < votes.length; i += 2) {
            counts.put((String) votes[i], (Integer) votes[i + 1]);
        }
        return new Payload.Tally(900, counts, (JsonArray) Json.parse("[\"handleVote\"]"), key, missing);
    }

    @Test
    void theResultIsToldWhenAllHaveVoted() {
        a.send("TUTTI", vote("x", "k@900"));
        assertThat(a.messages()).isEmpty();
        b.send("TUTTI", vote("y", "k@900"));
        assertThat(a.messages()).extracting(Message::payload).containsExactly(tally("k@900", 0, "x", 1, "y", 1));
    }

    @Test
    void orAfterASecondWithoutTheMissing() {
        a.send("TUTTI", vote("x", "k@900"));
        bench.advance(999);
        assertThat(a.messages()).isEmpty();
        bench.advance(1);
        assertThat(a.messages()).extracting(Message::payload).containsExactly(tally("k@900", 1, "x", 1));
    }

    @Test
    void aLateVoteDoesNotOpenASecondOne() {
        a.send("TUTTI", vote("x", "k@900"));
        bench.advance(1_500);
        b.send("TUTTI", vote("y", "k@900"));
        bench.advance(1_500);
        assertThat(a.messages()).hasSize(1);
    }

    @Test
    void unanimityIsToldOnlyOnDemand() {
        a.send("TUTTI", vote("x", "null", false, "k@900", 900));
        b.send("TUTTI", vote("x", "null", false, "k@900", 900));
        assertThat(a.messages()).isEmpty();
        a.send("TUTTI", vote("x", "null", false, "l@900", 900));
        b.send("TUTTI", vote("y", "null", false, "l@900", 900));
        assertThat(a.messages()).hasSize(1);
    }

    @Test
    void theFirstMessageIsBroadcastOnce() {
        String first = "[900,0,\"cipher\"]";
        a.send("TUTTI", vote("x", first, false, "k@900", 900));
        b.send("TUTTI", vote("x", first, false, "k@900", 900));
        assertThat(a.messages()).extracting(Message::payload).containsExactly(new Payload.Text("cipher"));
    }

    @Test
    void nobodyVotesTwice() {
        a.send("TUTTI", vote("x", "k@900")).send("TUTTI", vote("x", "k@900")).send("TUTTI", vote("z", "k@900"));
        bench.advance(1_000);
        assertThat(a.messages()).extracting(Message::payload).containsExactly(tally("k@900", 1, "x", 1));
    }

    @Test
    void votesFromOldTimesAndFromTheFutureAreIgnored() {
        bench.advance(65_000);
        a.forget();
        b.forget();
        a.send("TUTTI", vote("x", "null", true, "old@900", 900));
        a.send("TUTTI", vote("x", "null", true, "new@1e15", 1_000_000_000_000_000L));
        bench.advance(2_000);
        assertThat(a.messages()).isEmpty();
    }

    @Test
    void beyondTheListOfFinishedVotesOlderOnesStayFinished() {
        Bench small =
                new Bench(ReflectorSettings.standard().withLimits(Limits.DEFAULTS.with(Limit.COMPLETED_TALLIES, 2)));
        Bench.TestClient only = small.join("a");
        small.advance(1_000);
        for (int time = 901; time <= 904; time++) {
            only.send("TUTTI", vote("x", "null", true, "k@" + time, time));
        }
        only.forget();
        for (int time = 901; time <= 904; time++) {
            only.send("TUTTI", vote("x", "null", true, "k@" + time, time));
        }
        assertThat(only.messages()).isEmpty();
        only.send("TUTTI", vote("x", "null", true, "k@905", 905));
        assertThat(only.messages()).hasSize(1);
    }

    @Test
    void openVotesAndTheirTextAreBounded() {
        Limits limits = Limits.DEFAULTS.with(Limit.OPEN_TALLIES, 2).with(Limit.TALLY_CHARS, 3);
        Bench small = new Bench(ReflectorSettings.standard().withLimits(limits));
        Bench.TestClient one = small.join("a");
        Bench.TestClient two = small.join("b");
        small.advance(1_000);
        one.forget();
        one.send("TUTTI", vote("abc", "k@1"));
        one.send("TUTTI", vote("abcd", "k@2"));
        one.send("TUTTI", vote("abc", "k@3"));
        two.send("TUTTI", vote("d", "k@1"));
        small.advance(1_000);
        assertThat(one.messages()).extracting(Message::payload).containsExactly(tally("k@1", 1, "abc", 1));
    }

    @Test
    void aFinishedVoteStaysFinishedAfterARestart() {
        a.send("TUTTI", vote("x", "k@900"));
        bench.advance(5_000);
        Bench restarted = new Bench(ReflectorSettings.standard(), bench.store, "timeline-2");
        Bench.TestClient again = restarted.join("a");
        restarted.advance(2_000);
        again.forget();
        again.send("TUTTI", vote("x", "k@900"));
        restarted.advance(2_000);
        assertThat(again.messages()).isEmpty();
    }
}
