package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;

class JoinTest {
    private final Bench bench = new Bench();

    @Test
    void theFirstJoinerGetsAFreshSession() {
        Bench.TestClient first = bench.join("v1");
        ServerFrame.SyncHeader sync = first.sync().header();
        assertThat(sync.start()).isEqualTo(new ServerFrame.Start.Fresh());
        assertThat(sync.timeMs()).isZero();
        assertThat(sync.seq()).isEqualTo(Sequence.START);
        assertThat(sync.tove()).isEqualTo("tove");
        assertThat(sync.timeline()).isEqualTo("timeline-1");
        assertThat(sync.flags()).isEmpty();
        assertThat(first.sync().messages()).isEmpty();
    }

    @Test
    void aLaterJoinerGetsAllMessagesAndTheFirstJoinersCheckWord() {
        Bench.TestClient first = bench.join("v1");
        bench.advance(300);
        first.event("hello");
        Bench.TestClient second = bench.join("v2");
        assertThat(second.sync().messages()).isEqualTo(first.messages()).hasSize(2);
        assertThat(second.sync().header().seq()).isEqualTo(first.lastMessage().seq());
        assertThat(second.sync().header().tove()).isEqualTo("tove");
    }

    @Test
    void whoJoinsWhileTheSessionIsLoadedWaits() {
        bench.loadAnswers = false;
        Bench.TestClient first = bench.join("v1");
        Bench.TestClient second = bench.join("v2");
        assertThat(first.texts).isEmpty();
        bench.answerLoad();
        assertThat(first.sync().header()).isEqualTo(second.sync().header());
        assertThat(bench.all(Output.Load.class)).hasSize(1);
    }

    @Test
    void ifTheFirstJoinerGoesWhileLoadingTheNextDecides() {
        bench.loadAnswers = false;
        Bench.TestClient first = bench.join("v1");
        Bench.TestClient second = bench.connect();
        second.send(
                "JOIN",
                "{\"version\":1,\"apiKey\":\"none\",\"appId\":\"other\",\"persistentId\":\"p\",\"user\":\"v2\",\"ticks\":{\"tick\":50}}");
        first.disconnects(1006);
        bench.answerLoad();
        assertThat(bench.all(Output.Load.class))
                .as("looks again, for the other's persistent data")
                .extracting(Output.Load::appId)
                .containsExactly("com.example.wire", "other");
        bench.answerLoad();
        assertThat(second.sync().header().start()).isEqualTo(new ServerFrame.Start.Fresh());
    }

    @Test
    void aSecondJoinOnOneConnectionJustGivesAnotherSync() {
        Bench.TestClient client = bench.join("v1");
        client.joins("\"user\":\"other\"");
        bench.advance(250);
        assertThat(client.all(ServerFrame.Sync.class)).hasSize(2);
        assertThat(client.texts.get(2)).contains("\"joined\":[\"v1\"]");
    }

    @Test
    void aSpectatorGetsSyncAndNothingMore() {
        bench.join("v1");
        Bench.TestClient spectator = bench.connect().joins("");
        bench.advance(2_000);
        assertThat(spectator.frames()).hasSize(1);
    }

    @Test
    void whoDoesNotSayTheTickRateCannotBeFirst() {
        bench.loadAnswers = false;
        Bench.TestClient bad = bench.connect();
        bad.send("JOIN", "{\"version\":1,\"apiKey\":\"none\",\"user\":\"v1\"}");
        Bench.TestClient good = bench.connect();
        good.send("JOIN", "{\"version\":1,\"apiKey\":\"none\",\"user\":\"v2\",\"ticks\":{\"tick\":50}}");
        bench.answerLoad();
        assertThat(bad.closed).contains(CloseReason.MALFORMED_MESSAGE);
        assertThat(good.sync().header().seq()).isEqualTo(Sequence.START);
    }

    @Test
    void onlyExtensionsThatAreKnownAreGranted() {
        String flags = "\"user\":\"v1\",\"flags\":{\"leave-now\":true,\"nonsense\":true}";
        assertThat(bench.connect().joins(flags).sync().header().flags()).containsExactly("leave-now");
        Bench original = new Bench(ReflectorSettings.likeOriginal());
        assertThat(original.connect().joins(flags).sync().header().flags()).isEmpty();
    }

    @Test
    void sendBeforeJoinIsIgnoredAndTheRestIsRefused() {
        Bench.TestClient early = bench.connect().event("x");
        assertThat(early.closed).isEmpty();
        early.send("TUTTI", "[1,0,\"x\",null,true,[],\"k@1\"]");
        assertThat(early.closed).contains(CloseReason.UNKNOWN_SESSION);
    }

    @Test
    void moreClientsThanTheLimitAreTurnedAway() {
        Bench small =
                new Bench(ReflectorSettings.standard().withLimits(Limits.DEFAULTS.with(Limit.CLIENTS_PER_SESSION, 2)));
        small.join("v1");
        Bench.TestClient second = small.join("v2");
        Bench.TestClient third = small.connect();
        assertThat(second.closed).isEmpty();
        assertThat(third.closed).contains(CloseReason.SESSION_FULL);
        second.disconnects(1000);
        assertThat(small.connect().closed).isEmpty();
    }

    @Test
    void syncOfALongLogTravelsInChunks() {
        Bench chunky = new Bench(ReflectorSettings.standard().withLimits(Limits.DEFAULTS.with(Limit.CHUNK_CHARS, 100)));
        Bench.TestClient first = chunky.join("v1");
        for (int i = 0; i < 50; i++) {
            first.event("event " + i);
        }
        Bench.TestClient second = chunky.join("v2");
        assertThat(second.sync().messages()).isEqualTo(first.messages()).hasSize(50);
        List<Output.Send> sends = chunky.all(Output.Send.class);
        assertThat(sends).allMatch(send -> send.text().length() <= 108);
    }
}
