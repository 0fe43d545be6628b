package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Participant;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.MemoryStore;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;

class LifecycleTest {
    private final Bench bench = new Bench();

    private Bench restarted() {
        return new Bench(ReflectorSettings.standard(), bench.store, "timeline-2");
    }

    @Test
    void aSessionIsUnloadedTenSecondsAfterTheLastClientLeft() {
        Bench.TestClient a = bench.join("a");
        bench.advance(3_000);
        a.disconnects(1000);
        bench.advance(9_999);
        assertThat(bench.unloaded).isFalse();
        bench.advance(1);
        assertThat(bench.unloaded).isTrue();
        assertThat(bench.store.session(Bench.ID).orElseThrow().record().timeMs())
                .isEqualTo(13_000);
    }

    @Test
    void aJoinBeforeThatContinuesAsIfNothingHadHappened() {
        Bench.TestClient a = bench.join("a");
        bench.advance(1_000);
        a.disconnects(1000);
        bench.advance(9_000);
        Bench.TestClient b = bench.join("b");
        assertThat(b.sync().header().timeMs()).as("teatime ran on").isEqualTo(10_000);
        bench.advance(60_000);
        assertThat(bench.unloaded).isFalse();
    }

    @Test
    void aJoinWhileTheLastRecordIsBeingWrittenKeepsTheSession() {
        Bench.TestClient a = bench.join("a");
        bench.advance(1_000);
        a.disconnects(1000);
        bench.advance(9_900);
        bench.storeAnswers = false;
        bench.advance(200);
        assertThat(bench.unloaded).isFalse();
        Bench.TestClient b = bench.join("b");
        bench.acknowledge();
        long exact = bench.store.session(Bench.ID).orElseThrow().record().timeMs();
        assertThat(b.sync().header().timeMs())
                .as("the last record reserved nothing")
                .isLessThanOrEqualTo(exact);
        bench.storeAnswers = true;
        bench.acknowledge();
        bench.advance(20_000);
        assertThat(bench.unloaded).isFalse();
        long stored = bench.store.session(Bench.ID).orElseThrow().record().timeMs();
        assertThat(b.ticks()).isNotEmpty().allMatch(time -> time <= stored);
    }

    @Test
    void afterAnUnloadTimeContinuesWhereItStopped() {
        Bench.TestClient a = bench.join("a");
        bench.advance(1_000);
        a.event("x");
        a.disconnects(1000);
        bench.advance(11_000);
        Bench later = restarted();
        later.now = 1e9;
        Bench.TestClient b = later.join("b");
        assertThat(b.sync().header().timeMs()).isEqualTo(11_000);
        assertThat(b.sync().header().timeline()).isEqualTo("timeline-1");
        assertThat(b.sync().messages()).hasSize(3);
        later.advance(200);
        assertThat(b.lastMessage().payload())
                .isEqualTo(new Payload.Users(1, 1, List.of(Participant.of("b")), List.of()));
        assertThat(b.lastMessage().seq())
                .isEqualTo(Sequence.next(b.sync().header().seq()));
    }

    @Test
    void afterAKillNothingSeenIsLostAndTimeDoesNotGoBack() {
        Bench.TestClient a = bench.join("a");
        Bench.TestClient b = bench.join("b");
        bench.advance(3_210);
        a.event("x");
        bench.advance(7_000);
        Bench after = restarted();
        Bench.TestClient again = after.join("a");
        ServerFrame.SyncHeader sync = again.sync().header();
        assertThat(sync.timeline()).isEqualTo("timeline-1");
        assertThat(again.sync().messages()).isEqualTo(b.messages());
        assertThat(sync.timeMs()).isGreaterThanOrEqualTo(b.ticks().get(b.ticks().size() - 1));
        assertThat(sync.timeMs()).isLessThanOrEqualTo(10_210 + RecordKeeper.RESERVED_MS);
        after.advance(1_400);
        assertThat(again.messages()).as("the others get time to come back").isEmpty();
        after.join("b");
        after.advance(100);
        assertThat(again.lastMessage().payload())
                .as("as many joined as are active: the models let all other views exit")
                .isEqualTo(new Payload.Users(2, 2, List.of(Participant.of("a"), Participant.of("b")), List.of()));
    }

    @Test
    void aLogThatMayMissItsEndGetsANewTimeline() {
        Bench.TestClient a = bench.join("a");
        bench.advance(300);
        a.event("x");
        StoredSession stored = bench.store.session(Bench.ID).orElseThrow();
        assertThat(timelineOf(new StoredSession(stored.record(), stored.log(), true)))
                .isEqualTo("timeline-1");
        assertThat(timelineOf(new StoredSession(stored.record(), stored.log(), false)))
                .isEqualTo("timeline-9");
    }

    @Test
    void aLogWithAGapIsUsedUpToTheGap() {
        Bench.TestClient a = bench.join("a");
        bench.advance(300);
        a.event("x").event("y").event("z");
        bench.advance(5_000);
        StoredSession stored = bench.store.session(Bench.ID).orElseThrow();
        List<LoggedMessage> gap =
                List.of(stored.log().get(0), stored.log().get(2), stored.log().get(3));
        ServerFrame.Sync sync = syncOf(new StoredSession(stored.record(), gap, true));
        assertThat(sync.messages()).hasSize(1);
        assertThat(sync.header().timeline()).isEqualTo("timeline-9");
    }

    @Test
    void aSnapshotBeyondWhatIsLeftOfTheLogIsASessionByItself() {
        Bench.TestClient a = bench.join("a");
        bench.advance(300);
        a.event("x").event("y");
        bench.files.add("s");
        Message last = a.lastMessage();
        a.send("SNAP", "{\"time\":" + last.timeMs() + ",\"seq\":" + last.seq() + ",\"url\":\"s\"}");
        StoredSession stored = bench.store.session(Bench.ID).orElseThrow();
        StoredSession cut = new StoredSession(stored.record(), stored.log().subList(0, 1), true);
        for (String flags : List.of("", ",\"flags\":{\"previous-snapshot\":true}")) {
            ServerFrame.Sync sync = syncOf(cut, flags);
            assertThat(sync.header().start())
                    .isEqualTo(new ServerFrame.Start.FromSnapshot(Bench.BASE + "/files/s", last.timeMs(), last.seq()));
            assertThat(sync.messages()).isEmpty();
            assertThat(sync.header().seq()).isEqualTo(last.seq());
            assertThat(sync.header().timeline()).isEqualTo("timeline-9");
        }
    }

    private static String timelineOf(StoredSession stored) {
        return syncOf(stored).header().timeline();
    }

    private static ServerFrame.Sync syncOf(StoredSession stored) {
        return syncOf(stored, "");
    }

    private static ServerFrame.Sync syncOf(StoredSession stored, String flags) {
        Bench bench = new Bench(ReflectorSettings.standard(), new MemoryStore(), "timeline-9");
        bench.loadAnswers = false;
        Bench.TestClient client = bench.connect().joins("\"user\":\"v\"" + flags);
        bench.feed(new Input.Loaded(Optional.of(stored), Optional.empty()));
        return client.sync();
    }

    @Test
    void withoutAStoreASessionIsForgotten() {
        Bench original = new Bench(ReflectorSettings.likeOriginal());
        Bench.TestClient a = original.join("a");
        original.advance(400);
        a.disconnects(1000);
        original.advance(3_000);
        Bench.TestClient b = original.join("b");
        assertThat(b.sync().header().timeMs()).isEqualTo(3_400);
        assertThat(b.sync().messages()).hasSize(1);
        b.disconnects(1000);
        original.advance(10_000);
        assertThat(original.unloaded).isTrue();
        assertThat(original.all(Output.Write.class)).isEmpty();
        assertThat(original.all(Output.Load.class)).isEmpty();
    }

    @Test
    void aConnectionThatNeverJoinsLeavesNothing() {
        Bench.TestClient a = bench.connect();
        a.disconnects(1006);
        assertThat(bench.unloaded).isTrue();
        assertThat(bench.all(Output.Write.class)).isEmpty();
    }

    @Test
    void afterUnloadingConnectionsAreSentAway() {
        bench.connect().disconnects(1006);
        assertThat(bench.connect().closed).contains(CloseReason.PLEASE_RECONNECT);
    }

    @Test
    void drainWaitsForWhatIsUnderwayThenSendsEverybodyAway() {
        Bench.TestClient a = bench.join("a");
        bench.advance(1_000);
        bench.storeAnswers = false;
        a.event("x");
        bench.feed(new Input.Drain());
        a.event("too late");
        assertThat(a.closed).isEmpty();
        bench.acknowledge();
        assertThat(a.lastMessage().payload()).isEqualTo(new Payload.Text("x"));
        assertThat(a.closed).contains(CloseReason.GOING_AWAY);
        assertThat(bench.unloaded).isTrue();
        Bench.TestClient b = restarted().join("b");
        assertThat(b.sync().header().timeMs()).isEqualTo(1_000);
        assertThat(b.sync().messages()).extracting(Message::payload).contains(new Payload.Text("x"));
    }

    @Test
    void aFailedStoreEndsTheSessionRetryablyAndNothingUnsafeIsShown() {
        Bench.TestClient a = bench.join("a");
        bench.advance(1_000);
        bench.storeAnswers = false;
        a.event("x");
        a.forget();
        bench.feed(new Input.StoreFailed("disk full"));
        assertThat(a.messages()).isEmpty();
        assertThat(a.closed).contains(CloseReason.STORE_FAILED);
        assertThat(CloseReason.STORE_FAILED.then()).isEqualTo(CloseReason.Then.RETRY);
        assertThat(bench.unloaded).isTrue();
    }

    @Test
    void aFailedLoadSendsWaitingClientsAway() {
        bench.loadAnswers = false;
        Bench.TestClient a = bench.join("a");
        bench.feed(new Input.StoreFailed("no disk"));
        assertThat(a.closed).contains(CloseReason.STORE_FAILED);
    }

    @Test
    void silentClientsAreClosedAndLivelyOnesAreNot() {
        Bench.TestClient silent = bench.join("silent");
        Bench.TestClient pulsing = bench.join("pulsing");
        Bench.TestClient ponging = bench.join("ponging");
        Bench.TestClient lurking = bench.connect();
        for (int i = 0; i < 4; i++) {
            bench.advance(20_000);
            pulsing.raw("{\"action\":\"PULSE\"}");
            bench.feed(new Input.Alive(ponging));
        }
        assertThat(silent.closed).contains(CloseReason.CLIENT_INACTIVE);
        assertThat(lurking.closed).contains(CloseReason.NEVER_JOINED);
        assertThat(pulsing.closed).isEmpty();
        assertThat(ponging.closed).isEmpty();
    }

    @Test
    void theOriginalWithoutCloudNeverClosesSilentClients() {
        Bench original = new Bench(ReflectorSettings.likeOriginal());
        Bench.TestClient a = original.join("a");
        original.advance(200_000);
        assertThat(a.closed).isEmpty();
    }

    @Test
    void theRecordHasEverythingTheFirstJoinerSaid() {
        bench.connect().joins("\"user\":\"a\",\"codeHash\":\"hash\",\"flags\":{\"rawtime\":true}");
        SessionRecord record = bench.store.session(Bench.ID).orElseThrow().record();
        assertThat(record.name()).isEqualTo("com.example.wire/room1");
        assertThat(record.appId()).isEqualTo("com.example.wire");
        assertThat(record.persistentId()).isEqualTo("pid");
        assertThat(record.codeHash()).isEqualTo("hash");
        assertThat(record.tove()).isEqualTo("tove");
        assertThat(record.tickMs()).isEqualTo(500);
        assertThat(record.flags()).containsExactly("rawtime");
        assertThat(record.logStartSeq()).isEqualTo(Sequence.START);
    }

    @Test
    void writesAreNumberedWithoutGap() {
        Bench.TestClient a = bench.join("a");
        bench.advance(10_000);
        a.event("x");
        List<Output.Write> writes = bench.all(Output.Write.class);
        for (int i = 0; i < writes.size(); i++) {
            assertThat(writes.get(i).index()).isEqualTo(i + 1);
        }
        assertThat(writes).anyMatch(write -> write.write() instanceof StoreWrite.Append);
        assertThat(bench.status().messages()).isEqualTo(2);
    }

    @Test
    void anIdleServerIsNotWokenWithoutReason() {
        Bench.TestClient a = bench.join("a");
        bench.advance(1_000);
        bench.connect();
        a.disconnects(1000);
        int before = bench.all(Output.WakeAt.class).size();
        bench.advance(30_000);
        assertThat(bench.all(Output.WakeAt.class).size() - before).isLessThan(60);
    }
}
