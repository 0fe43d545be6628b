package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.crypto.CheckWord;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.FileSealer;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SessionStore;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;
import org.multisynq4j.server.cli.ExitCode;
import org.multisynq4j.store.DataDirectory;
import org.multisynq4j.store.EmbeddedStore;
import org.multisynq4j.store.StoreOptions;
import picocli.CommandLine;

/** The operator and what models saved. */
final class PersistedCommandTest {
    private static final String APP = "com.example.notes";
    private static final String PERSISTENT_ID = "p".repeat(43);
    private static final SessionKeys KEYS = SessionKeys.derive("secret", APP, "room1");

    @TempDir
    Path temporary;

    private Path data;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void threeVersionsOfTwoSessions() throws Exception {
        data = temporary.resolve("data");
        try (DataDirectory directory = DataDirectory.open(data)) {
            EmbeddedStore store = EmbeddedStore.open(directory, StoreOptions.DEFAULTS);
            write(store, "old", 1, new StoreWrite.SaveRecord(record("old")));
            write(store, "old", 2, new StoreWrite.SavePersisted(version(directory, "old", "first")));
            write(store, "new", 1, new StoreWrite.SaveRecord(record("new")));
            write(store, "new", 2, new StoreWrite.SavePersisted(version(directory, "new", "second")));
            write(store, "old", 3, new StoreWrite.SavePersisted(version(directory, "old", "third")));
            store.close();
        }
    }

    private static SessionRecord record(String sessionId) {
        return new SessionRecord(
                sessionId,
                "name",
                APP,
                PERSISTENT_ID,
                "code",
                "timeline",
                CheckWord.of(KEYS, sessionId),
                50,
                0,
                List.of(),
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                -1,
                List.of(),
                -1,
                "");
    }

    private static PersistedVersion version(DataDirectory directory, String sessionId, String content)
            throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("{\"text\":\"" + content + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        String url = "apps/" + APP + "/" + PERSISTENT_ID + "/save/" + content;
        Path file = directory.files().resolve(url);
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                new FileSealer(KEYS).sealRepeatable(FileKind.PERSISTENT, PERSISTENT_ID, content, packed.toByteArray()));
        return new PersistedVersion(APP, PERSISTENT_ID, sessionId, 1, url);
    }

    private static void write(EmbeddedStore store, String sessionId, long index, StoreWrite write) throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        store.write(sessionId, index, write, new SessionStore.Listener() {
            @Override
            public void loaded(Optional<StoredSession> stored, Optional<PersistedVersion> persisted) {}

            @Override
            public void written(long upToIndex) {
                written.countDown();
            }

            @Override
            public void failed(String problem) {}
        });
        assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = Main.commandLine(Map.of());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "persisted";
        all[1] = data.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return line.execute(all);
    }

    private Path exported() {
        return temporary.resolve("exported");
    }

    private int export(String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "export";
        all[1] = PERSISTENT_ID;
        all[2] = "-o";
        all[3] = exported().toString();
        System.arraycopy(more, 0, all, 4, more.length);
        return run(all);
    }

    @Test
    void listsVersionsAndSaysWhichIsCurrentAndWhichComesFromAnOlderProgram() {
        assertThat(run("list")).isEqualTo(ExitCode.OK);

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3).allMatch(line -> line.startsWith(APP + "  " + PERSISTENT_ID + "  "));
        assertThat(lines.get(0)).contains("  1  ").endsWith(" bytes");
        assertThat(lines.get(1)).contains("  2  ").endsWith(" bytes  current");
        assertThat(lines.get(2)).contains("  3  ").endsWith(" bytes  older");
    }

    @Test
    void listsOnlyOneAppsIfAsked() {
        assertThat(run("list", "--app", "com.example.other")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().trim()).isEqualTo("nothing is saved by com.example.other");
    }

    @Test
    void restoresAnOlderVersionWithoutLosingWhatWasCurrent() {
        assertThat(run("restore", PERSISTENT_ID, "1")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("current again")
                .contains("session new exists")
                .contains("--forget-sessions");

        run("list");
        assertThat(out.toString().lines()).hasSize(4);
        assertThat(export("--password", "secret", "--name", "room1")).isEqualTo(ExitCode.OK);
        assertThat(exported()).hasContent("{\"text\":\"first\"}");
    }

    @Test
    void forgetsTheSessionsIfAskedSoThatTheNextStartsFromTheRestoredVersion() throws Exception {
        assertThat(run("restore", PERSISTENT_ID, "1", "--forget-sessions")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("forgotten: session old").contains("forgotten: session new");

        try (DataDirectory directory = DataDirectory.open(data)) {
            EmbeddedStore store = EmbeddedStore.open(directory, StoreOptions.DEFAULTS);
            CountDownLatch answered = new CountDownLatch(1);
            store.load("new", APP, PERSISTENT_ID, new SessionStore.Listener() {
                @Override
                public void loaded(Optional<StoredSession> stored, Optional<PersistedVersion> persisted) {
                    if (stored.isEmpty() && persisted.orElseThrow().url().endsWith("/first")) {
                        answered.countDown();
                    }
                }

                @Override
                public void written(long upToIndex) {}

                @Override
                public void failed(String problem) {}
            });
            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
            store.close();
        }
    }

    @Test
    void exportsWhatIsStoredWithoutAPassword() throws Exception {
        assertThat(export("--version-number", "3")).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(exported(), StandardCharsets.ISO_8859_1))
                .startsWith("M4JF")
                .doesNotContain("third");
    }

    @Test
    void decryptsWithThePasswordFromAFile() throws Exception {
        Path password = Files.writeString(temporary.resolve("password"), "secret\n");
        assertThat(export("--password-file", password.toString(), "--name", "room1"))
                .isEqualTo(ExitCode.OK);
        assertThat(exported()).hasContent("{\"text\":\"second\"}");
    }

    @Test
    void tellsAWrongPasswordFromADamagedFile() throws Exception {
        assertThat(export("--password", "guessed", "--name", "room1")).isEqualTo(ExitCode.PASSWORD);
        assertThat(err.toString()).contains("the password is not the one of session \"room1\"");

        Path file = data.resolve("files/apps/" + APP + "/" + PERSISTENT_ID + "/save/second");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(export("--password", "secret", "--name", "room1")).isEqualTo(ExitCode.PASSWORD);
        assertThat(err.toString()).contains("damaged").contains("older version");
        assertThat(exported()).doesNotExist();
    }

    @Test
    void aPasswordNeedsTheSessionsName() {
        assertThat(export("--password", "secret")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--name");
    }

    @Test
    void namesWhatIsNotThere() throws Exception {
        assertThat(run("restore", "unknown", "1")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(err.toString()).contains("unknown").contains("list");
        assertThat(run("restore", PERSISTENT_ID, "9")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(err.toString()).contains("no version 9").contains("[1, 2, 3]");

        Files.delete(data.resolve("files/apps/" + APP + "/" + PERSISTENT_ID + "/save/first"));
        assertThat(run("restore", PERSISTENT_ID, "1")).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(err.toString()).contains("backup");
    }

    @Test
    void overwritesNoFile() throws Exception {
        Files.writeString(exported(), "precious");
        assertThat(export()).isEqualTo(ExitCode.USAGE);
        assertThat(exported()).hasContent("precious");
    }

    @Test
    void refusesWhileAServerUsesTheDirectory() throws Exception {
        try (DataDirectory held = DataDirectory.open(data)) {
            assertThat(run("list")).isEqualTo(ExitCode.DATA);
            assertThat(err.toString()).contains("in use by another server").contains("stop that one first");
            assertThat(held.root()).isEqualTo(data.toAbsolutePath());
        }
    }

    @Test
    void createsNoDirectoryWhereThereIsNone() {
        data = temporary.resolve("nothing");
        assertThat(run("list")).isEqualTo(ExitCode.DATA);
        assertThat(err.toString()).contains("is not a data directory");
        assertThat(data).doesNotExist();
    }

    @Test
    void forgetSaysFirstWhatItWouldDoAndThenGivesTheNameBack() {
        assertThat(run("forget", PERSISTENT_ID)).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines())
                .hasSize(5)
                .allMatch(line -> line.startsWith("would be forgotten with --yes: "));
        assertThat(run("list")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines()).hasSize(3);

        assertThat(run("forget", PERSISTENT_ID, "--yes")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines()).hasSize(5).allMatch(line -> line.startsWith("forgotten: "));
        assertThat(out.toString()).contains("session old", "session new", "version 3, apps/");
        assertThat(run("list")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("nothing is saved");
        assertThat(data.resolve("files/apps/" + APP + "/" + PERSISTENT_ID + "/save/first"))
                .exists();
        assertThat(run("forget", PERSISTENT_ID, "--yes")).isEqualTo(ExitCode.NOT_FOUND);
    }
}
