package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.reflector.store.MemoryStore;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.StoreWrite;

class SnapshotsTest {
    private static final String PATH = "snapshots/s/1.snap";
    private final Bench bench = new Bench();
    private final Bench.TestClient a = bench.join("a");

    {
        bench.files.add(PATH);
        bench.files.add("snapshots/s/2.snap");
        bench.advance(1_000);
        a.event("one").event("two");
        bench.advance(1_000);
    }

    private String snap(long time, long seq, String url) {
        return "{\"time\":" + time + ",\"seq\":" + seq + ",\"hash\":\"h\",\"url\":\"" + url + "\",\"dissident\":null}";
    }

    /** A snapshot that contains the newest message. */
    private void snapNow(String url) {
        Message last = a.lastMessage();
        a.send("SNAP", snap(last.timeMs(), last.seq(), url));
    }

    private ServerFrame.Start start(Bench.TestClient client) {
        return client.sync().header().start();
    }

    @Test
    void joinersStartFromTheSnapshotAndGetWhatCameAfter() {
        snapNow("http://other.host/files/" + PATH);
        a.event("three");
        Bench.TestClient b = bench.join("b");
        long seq = a.messages().get(2).seq();
        assertThat(start(b))
                .as("under the name by which the joiner reached the server")
                .isEqualTo(new ServerFrame.Start.FromSnapshot(Bench.BASE + "/files/" + PATH, 1000, seq));
        assertThat(b.sync().messages()).containsExactly(a.lastMessage());
    }

    private static final String PART = "p".repeat(43);
    private static final String OTHER_PART = "q".repeat(43);

    private void snapNow(String url, String... parts) {
        Message last = a.lastMessage();
        String ids = parts.length == 0 ? "" : "\"" + String.join("\",\"", parts) + "\"";
        a.send("SNAP", snap(last.timeMs(), last.seq(), url).replace("{\"time", "{\"files\":[" + ids + "],\"time"));
    }

    private static String part(String session, String id) {
        return "snapshots/" + session + "/parts/" + id;
    }

    @Test
    void theSessionRemembersThePartsOfItsNewestSnapshotAndOfTheOneBefore() {
        bench.files.add(part(Bench.ID, PART));
        bench.files.add(part(Bench.ID, OTHER_PART));
        snapNow("/files/" + PATH, PART);
        a.event("three");
        bench.advance(1_000);
        snapNow("/files/snapshots/s/2.snap", PART, OTHER_PART);

        SessionRecord record = bench.store.session(Bench.ID).orElseThrow().record();
        assertThat(record.snapshot().orElseThrow().files()).containsExactly(PART, OTHER_PART);
        assertThat(record.previous().orElseThrow().files()).containsExactly(PART);
    }

    @Test
    void aSnapshotOfWhichAPartIsMissingIsIgnored() {
        bench.files.add(part(Bench.ID, PART));
        snapNow("/files/" + PATH, PART, OTHER_PART);
        assertThat(start(bench.join("b"))).isEqualTo(new ServerFrame.Start.Fresh());
        bench.advance(Pointers.LOOK_MS + 1);
        assertThat(bench.all(Output.Note.class)).anyMatch(note -> note.text().contains("not there"));
    }

    @Test
    void partsAreLookedForInTheSessionsOwnDirectoryOnly() {
        bench.files.add(part("another-session", PART));
        snapNow("/files/snapshots/another-session/1.snap", PART);
        assertThat(bench.all(Output.CheckFile.class))
                .extracting(Output.CheckFile::parts)
                .contains(List.of(part(Bench.ID, PART)));
        assertThat(start(bench.join("b"))).isEqualTo(new ServerFrame.Start.Fresh());
    }

    @Test
    void theAnswerForOneListOfPartsIsNotTakenForAnother() {
        snapNow("/files/" + PATH, PART);
        snapNow("/files/" + PATH);
        assertThat(start(bench.join("b")))
                .as("the second is without parts, and the file is there")
                .isEqualTo(new ServerFrame.Start.Fresh());
        assertThat(bench.all(Output.Note.class)).anyMatch(note -> note.text().contains("with other parts before"));
    }

    @Test
    void aSnapshotWhoseFileIsMissingIsIgnored() {
        snapNow("/files/snapshots/s/missing.snap");
        assertThat(start(bench.join("b"))).isEqualTo(new ServerFrame.Start.Fresh());
        assertThat(a.closed).isEmpty();
    }

    @Test
    void aFileAnnouncedBeforeItIsThereIsLookedForUntilItIs() {
        a.send("SAVE", "{\"persistTime\":1000,\"url\":\"apps/x/late\"}");
        a.disconnects(1000);
        bench.advance(4_000);
        assertThat(bench.all(Output.Note.class)).noneMatch(note -> note.text().contains("not there"));
        bench.files.add("apps/x/late");
        bench.advance(500);
        assertThat(bench.store.versions("com.example.wire", "pid"))
                .extracting(PersistedVersion::url)
                .containsExactly("apps/x/late");
    }

    @Test
    void aServerThatStopsLooksOnceMoreAndLosesNothingThatIsThere() {
        a.send("SAVE", "{\"persistTime\":1000,\"url\":\"apps/x/late\"}");
        a.disconnects(1000);
        bench.advance(100);
        bench.files.add("apps/x/late");
        bench.feed(new Input.Drain());
        assertThat(bench.store.versions("com.example.wire", "pid")).hasSize(1);
        assertThat(bench.unloaded).isTrue();
    }

    @Test
    void aServerThatStopsDoesNotWaitForAFileThatIsNotThere() {
        a.send("SAVE", "{\"persistTime\":1000,\"url\":\"apps/x/never\"}");
        bench.feed(new Input.Drain());
        assertThat(bench.store.versions("com.example.wire", "pid")).isEmpty();
        assertThat(bench.unloaded).isTrue();
    }

    @Test
    void aFileThatNeverComesIsLookedForOnlySoLong() {
        a.send("SAVE", "{\"persistTime\":1000,\"url\":\"apps/x/never\"}");
        bench.advance(Pointers.LOOK_MS + 1);
        assertThat(bench.all(Output.Note.class)).anyMatch(note -> note.text().contains("not there"));
        bench.files.add("apps/x/never");
        bench.advance(10_000);
        assertThat(bench.store.versions("com.example.wire", "pid")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "999, 4294967283, /files/snapshots/s/1.snap",
        "1000, 4294967284, /files/snapshots/s/1.snap",
        "1000, 5, /files/snapshots/s/1.snap",
        "1001, 4294967282, /files/snapshots/s/1.snap",
        "2001, 4294967283, /files/snapshots/s/1.snap",
        "1000000000000, 4294967283, /files/snapshots/s/1.snap",
        "1000, 4294967283, http://evil.example/snapshots/s/1.snap",
        "1000, 4294967283, /files/../../etc/passwd",
        "1000, 4294967283, javascript:alert(1)",
        "1000, 4294967283, //evil.example/x",
    })
    void aSnapshotOutsideTheLogOrTheStoreIsIgnored(long time, long seq, String url) {
        a.send("SNAP", snap(time, seq, url));
        assertThat(start(bench.join("b"))).isEqualTo(new ServerFrame.Start.Fresh());
        assertThat(bench.all(Output.Note.class)).anyMatch(note -> note.text().contains("ignored"));
    }

    @Test
    void aMinoritysSnapshotIsOnlyNoted() {
        Message last = a.lastMessage();
        a.send("SNAP", snap(last.timeMs(), last.seq(), PATH).replace("null", "{\"groupVotes\":1}"));
        assertThat(start(bench.join("b"))).isEqualTo(new ServerFrame.Start.Fresh());
    }

    @Test
    void theSnapshotBeforeAndTheLogSinceItAreKept() {
        snapNow(PATH);
        a.event("three");
        bench.advance(100);
        snapNow("snapshots/s/2.snap");
        a.event("four");
        Bench.TestClient normal = bench.join("b");
        Bench.TestClient careful = bench.connect().joins("\"user\":\"c\",\"flags\":{\"previous-snapshot\":true}");
        assertThat(start(normal).toString()).contains("2.snap");
        assertThat(normal.sync().messages()).hasSize(1);
        assertThat(start(careful).toString()).contains("1.snap");
        assertThat(careful.sync().messages()).hasSize(2);
        assertThat(careful.sync().header().flags()).containsExactly("previous-snapshot");
    }

    @Test
    void beforeTheFirstSnapshotIsTheBeginning() {
        snapNow(PATH);
        Bench.TestClient careful = bench.connect().joins("\"user\":\"c\",\"flags\":{\"previous-snapshot\":true}");
        assertThat(start(careful)).isEqualTo(new ServerFrame.Start.Fresh());
        assertThat(careful.sync().messages()).isEqualTo(a.messages());
    }

    @Test
    void theStoreMayForgetWhatOnlyThePreviousSnapshotContains() {
        snapNow(PATH);
        assertThat(bench.store.session(Bench.ID).orElseThrow().log()).hasSize(3);
        a.event("three");
        bench.advance(100);
        snapNow("snapshots/s/2.snap");
        assertThat(bench.store.session(Bench.ID).orElseThrow().log()).hasSize(1);
    }

    @Test
    void anOlderSnapshotNeverReplacesANewerOne() {
        a.event("three");
        snapNow("snapshots/s/2.snap");
        a.send("SNAP", snap(1000, a.messages().get(2).seq(), PATH));
        assertThat(start(bench.join("b")).toString()).contains("2.snap");
    }

    @Test
    void pruningWorksWhereNumbersWrapAround() {
        for (int i = 0; i < 40; i++) {
            a.event("event " + i);
        }
        assertThat(a.lastMessage().seq()).isLessThan(Sequence.START);
        bench.advance(100);
        snapNow(PATH);
        a.event("after");
        assertThat(bench.join("b").sync().messages()).containsExactly(a.lastMessage());
    }

    @Test
    void aFullLogAsksForASnapshotAndThenRefusesMessages() {
        Limits limits = Limits.DEFAULTS
                .with(Limit.LOG_MESSAGES, 10)
                .with(Limit.LOG_REQUEST_SNAPSHOT, 6)
                .with(Limit.LOG_RESERVE, 2);
        Bench small = new Bench(ReflectorSettings.standard().withLimits(limits));
        Bench.TestClient only = small.join("a");
        small.advance(1_000);
        for (int i = 2; i <= 6; i++) {
            only.event("event");
        }
        assertThat(only.all(ServerFrame.Requ.class)).isEmpty();
        for (int i = 7; i <= 12; i++) {
            only.event("event");
        }
        assertThat(only.messages()).as("the limit").hasSize(10);
        assertThat(only.all(ServerFrame.Requ.class)).hasSizeGreaterThan(3);
        assertThat(only.all(ServerFrame.Info.class)).isNotEmpty();
        String poll = "{\"action\":\"SEND\",\"args\":[0,0,\"3\",0],\"tags\":{\"debounce\":1,\"msgID\":\"poll\"}}";
        for (int i = 0; i < 3; i++) {
            small.advance(10);
            only.raw(poll);
        }
        assertThat(only.messages())
                .as("the reserve for what may lead to a snapshot")
                .hasSize(12);
        small.files.add(PATH);
        Message last = only.lastMessage();
        only.send("SNAP", snap(last.timeMs(), last.seq(), PATH));
        only.event("accepted again");
        assertThat(only.messages()).hasSize(13);
    }

    @Test
    void charactersFillTheLogToo() {
        Bench small = new Bench(ReflectorSettings.standard().withLimits(Limits.DEFAULTS.with(Limit.LOG_CHARS, 500)));
        Bench.TestClient only = small.join("a");
        for (int i = 0; i < 20; i++) {
            only.event("x".repeat(100));
        }
        assertThat(only.messages()).as("full once the limit is reached").hasSize(5);
        assertThat(only.all(ServerFrame.Requ.class)).isNotEmpty();
    }

    @Test
    void persistentDataIsFoundByANeverSeenSession() {
        bench.files.add("apps/a/save/x");
        a.send("SAVE", "{\"persistTime\":1000.5,\"url\":\"http://h/files/apps/a/save/x\",\"dissident\":null}");
        assertThat(bench.store.versions("com.example.wire", "pid"))
                .containsExactly(new PersistedVersion("com.example.wire", "pid", Bench.ID, 1000, "apps/a/save/x"));
        MemoryStore fresh = new MemoryStore();
        bench.store
                .versions("com.example.wire", "pid")
                .forEach(version -> fresh.apply("other", new StoreWrite.SavePersisted(version)));
        Bench other = new Bench(ReflectorSettings.standard(), fresh, "t");
        Bench.TestClient first = other.join("v");
        assertThat(start(first)).isEqualTo(new ServerFrame.Start.FromPersisted(Bench.BASE + "/files/apps/a/save/x"));
        other.advance(300);
        Bench.TestClient second = other.join("w");
        assertThat(start(second)).isEqualTo(start(first));
        assertThat(second.sync().messages()).hasSize(1);
    }

    @Test
    void olderPersistentDataNeverReplacesNewer() {
        bench.files.add("new");
        bench.files.add("old");
        a.send("SAVE", "{\"persistTime\":1000,\"url\":\"new\"}");
        a.send("SAVE", "{\"persistTime\":999,\"url\":\"old\"}");
        a.send("SAVE", "{\"persistTime\":1e12,\"url\":\"old\"}");
        a.send("SAVE", "{\"persistTime\":1500,\"url\":\"missing\"}");
        assertThat(bench.store.versions("com.example.wire", "pid")).hasSize(1);
    }

    @Test
    void saveNeedsAnAppId() {
        Bench nameless = new Bench();
        Bench.TestClient client = nameless.connect();
        client.send("JOIN", "{\"version\":1,\"apiKey\":\"none\",\"user\":\"v\",\"ticks\":{\"tick\":50}}");
        client.send("SAVE", "{\"persistTime\":1,\"url\":\"x\"}");
        assertThat(client.closed).contains(CloseReason.BAD_APP_ID);
    }

    @Test
    void onlySoManyFilesAreLookedForAtOnce() {
        ReflectedSession session = new ReflectedSession(
                "s", "t", "secret", ReflectorSettings.likeOriginal().withFiles(FilePolicy.OWN));
        List<Output> outputs = new ArrayList<>();
        Peer peer = new Peer() {};
        session.handle(new Input.Connected(peer, ""), 0, outputs::add);
        session.handle(
                new Input.Received(
                        peer,
                        "{\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"user\":\"v\",\"ticks\":{\"tick\":50}}}"),
                0,
                outputs::add);
        session.handle(new Input.Received(peer, "{\"action\":\"SEND\",\"args\":[0,0,\"x\"]}"), 10, outputs::add);
        for (int i = 0; i <= Limit.FILE_CHECKS.byDefault(); i++) {
            String frame = "{\"action\":\"SNAP\",\"args\":" + snap(10, 4294967281L, "file" + i) + "}";
            session.handle(new Input.Received(peer, frame), 10, outputs::add);
        }
        assertThat(outputs.stream().filter(Output.CheckFile.class::isInstance)).hasSize(Limit.FILE_CHECKS.byDefault());
    }
}
