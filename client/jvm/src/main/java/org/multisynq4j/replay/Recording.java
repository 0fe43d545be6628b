package org.multisynq4j.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.StepMode;
import org.multisynq4j.client.control.SessionNames;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.client.control.Tuning;
import org.multisynq4j.client.error.UnreadableRecordingException;
import org.multisynq4j.client.error.WrongPasswordException;
import org.multisynq4j.client.jvm.Gzip;
import org.multisynq4j.client.recording.RecordingDetails;
import org.multisynq4j.client.recording.RecordingFacts;
import org.multisynq4j.client.recording.RecordingFile;
import org.multisynq4j.client.recording.RecordingLimits;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.crypto.CheckWord;
import org.multisynq4j.crypto.CryptoException;
import org.multisynq4j.crypto.CryptoLimits;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.FileOpener;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonException;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.model.Model;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.vm.VmSettings;

/**
 * A recorded session (docs/protocol.md, Recording), to be run again. A session that failed becomes a test:
 *
 * <pre>{@code
 * Replay replay = Recording.of(Path.of("src/test/recordings/lost-vote.m4jr"), "the session's password").replay(ChatModel.class);
 * assertThat(replay.disagreements()).isEmpty();   // computed the same as everybody did then
 * assertThat(replay.errors()).isEmpty();          // and no model code threw
 * assertThat(replay.root(ChatModel.class).lines()).hasSize(3);
 * }</pre>
 *
 * <p>Immutable. All methods fail with {@link UnreadableRecordingException} if the file is damaged, and with {@link WrongPasswordException} if the password, or
 * the name it belongs to, is another one.
 */
public final class Recording {
    private static final ServerAddress NOWHERE = new ServerAddress("ws://recording", "http://recording/files");

    private final RecordingFile file;
    private final String password;
    private final String name;
    private final Optional<JsonObject> options;
    private final RecordingLimits limits;

    private Recording(
            RecordingFile file, String password, String name, Optional<JsonObject> options, RecordingLimits limits) {
        this.file = file;
        this.password = password;
        this.name = name;
        this.options = options;
        this.limits = limits;
    }

    /** Reads a file. @throws UncheckedIOException if that fails */
    public static Recording of(Path path, String password) {
        return of(path, password, RecordingLimits.DEFAULTS);
    }

    static Recording of(Path path, String password, RecordingLimits limits) {
        try {
            if (Files.size(path) > limits.maxBytes()) {
                throw new UnreadableRecordingException(
                        path + " is longer than the " + limits.maxBytes() + " bytes allowed");
            }
            return of(Files.readAllBytes(path), password, limits);
        } catch (IOException e) {
            throw new UncheckedIOException("the recording " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A recording in memory, as {@link org.multisynq4j.client.Session#export} makes it. */
    public static Recording of(byte[] bytes, String password) {
        return of(bytes, password, RecordingLimits.DEFAULTS);
    }

    private static Recording of(byte[] bytes, String password, RecordingLimits limits) {
        RecordingFile file = RecordingFile.decode(bytes, limits);
        return new Recording(file, password, file.facts().name(), Optional.empty(), limits);
    }

    /** The session's name, for a recording by the operator of a server, who does not know it. */
    public Recording named(String sessionName) {
        return new Recording(file, password, sessionName, options, limits);
    }

    /** The session's options, for a recording by the operator of a server, who does not know them. */
    public Recording options(JsonObject sessionOptions) {
        return new Recording(file, password, name, Optional.of(sessionOptions), limits);
    }

    /** What the recording says of itself. */
    public RecordingFacts facts() {
        return file.facts();
    }

    /** Runs all of it. Model code is scanned first, as before a join. */
    public Replay replay(Class<? extends Model> root) {
        return begin(root).run(StopAt.end());
    }

    /** A replay that is still at its beginning. */
    public Replay begin(Class<? extends Model> root) {
        if (name.isEmpty()) {
            throw new UnreadableRecordingException(
                    "this recording was made on a server, which does not know the session's name;"
                            + " say it: Recording.named, --name");
        }
        ModelScan scan = ModelScan.of(root).orThrow();
        RecordingFacts facts = file.facts();
        SessionKeys keys = SessionKeys.derive(password, facts.appId(), name);
        checkPassword(keys);
        Optional<RecordingDetails> details = details(keys);
        ReplayPlatform platform = new ReplayPlatform(file.files(), scan);
        SessionPlan plan = new SessionPlan(
                platform,
                new SessionNames(facts.appId(), name, facts.persistentId(), facts.sessionId(), facts.codeHash()),
                keys,
                new VmSettings(
                        facts.sessionId(),
                        root,
                        options.or(() -> details.map(RecordingDetails::options)).orElse(JsonObject.EMPTY),
                        scan.catalog(),
                        CodecLimits.SNAPSHOT,
                        details.map(RecordingDetails::maxPersistedBytes)
                                .orElse(VmSettings.DEFAULT_MAX_PERSISTED_BYTES)),
                NOWHERE,
                new Tuning(50, 1, 0, 0, 1, 1, StepMode.MANUAL),
                Optional.empty(),
                "",
                "",
                EnumSet.noneOf(Debug.class));
        return new Replay(
                plan,
                facts,
                messages(),
                details.flatMap(RecordingDetails::ending),
                scan.codeHash().equals(facts.codeHash()));
    }

    private void checkPassword(SessionKeys keys) {
        try {
            CheckWord.verify(keys, facts().sessionId(), facts().checkWord());
        } catch (org.multisynq4j.crypto.WrongPasswordException e) {
            throw new WrongPasswordException(
                    "this recording is of a session with another password, or with another name than \"" + name + "\"",
                    e);
        } catch (CryptoException e) {
            throw new UnreadableRecordingException("this recording is damaged: " + e.getMessage(), e);
        }
    }

    private Optional<RecordingDetails> details(SessionKeys keys) {
        if (file.details().length == 0) {
            return Optional.empty();
        }
        try {
            byte[] opened = new FileOpener(keys)
                    .open(FileKind.RECORDING, facts().sessionId(), RecordingFile.DETAILS_NAME, file.details());
            return Optional.of(
                    RecordingDetails.decode(unpack(opened, CryptoLimits.MAX_FILE_PLAIN_BYTES, "its details")));
        } catch (CryptoException e) {
            throw new UnreadableRecordingException("this recording is damaged: " + e.getMessage(), e);
        }
    }

    private List<Message> messages() {
        return RecordingFile.messages(unpack(file.log(), limits.maxLogBytes(), "its log"));
    }

    private static byte[] unpack(byte[] packed, long maxBytes, String what) {
        try {
            return Gzip.unpack(packed, maxBytes);
        } catch (IOException e) {
            throw new UnreadableRecordingException("this recording is damaged: " + what + ": " + e.getMessage(), e);
        }
    }

    /** Reads options as a command line gives them. @throws IllegalArgumentException if the text is no JSON object */
    public static JsonObject parseOptions(String json) {
        try {
            if (Json.parse(json) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException("options must be a JSON object: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("options must be a JSON object, not " + json);
    }

    /** What a promise that needs no waiting has. */
    static <T> T now(Promise<T> promise) {
        Object[] settled = new Object[1];
        Throwable[] failed = new Throwable[1];
        promise.then(value -> settled[0] = value, error -> failed[0] = error);
        if (failed[0] instanceof RuntimeException known) {
            throw known;
        }
        if (failed[0] != null) {
            throw new UnreadableRecordingException(failed[0].getMessage(), failed[0]);
        }
        @SuppressWarnings("unchecked")
        T value = (T) settled[0];
        return value;
    }
}
