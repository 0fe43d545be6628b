package org.multisynq4j.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multisynq4j.client.jvm.Gzip;
import org.multisynq4j.client.recording.RecordingFacts;
import org.multisynq4j.client.recording.RecordingFile;
import org.multisynq4j.crypto.CheckWord;
import org.multisynq4j.crypto.CryptoException;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.crypto.WrongPasswordException;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame.Start;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SnapshotPointer;
import org.multisynq4j.reflector.store.StoredSession;
import org.multisynq4j.store.DataView;
import org.multisynq4j.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: a session of a data directory as one file for {@code replay}. */
@Command(
        name = "export",
        description = {
            "Writes a session of a data directory to one file that replay can run: from the snapshot before the newest (or",
            "the beginning) to the last message. Reads only, also beside a running server. Everything in the file stays",
            "sealed as it is on the server; with --name and a password the command checks that they are the session's."
        })
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The data directory, as given to serve --data.")
    private Path directory;

    @Parameters(index = "1", paramLabel = "SESSION_ID", description = "As snapshots shows it.")
    private String sessionId;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The session's name, which the server does not know; else replay has to be told.")
    private String name;

    @Mixin
    private PasswordOptions passwords = new PasswordOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write; must not exist yet.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Optional<String> password = passwords.readFor(Optional.ofNullable(name));
        if (Files.exists(output)) {
            return fail(ExitCode.USAGE, output + " exists already; name another file");
        }
        try (DataView view = DataView.open(directory)) {
            Optional<StoredSession> session = view.session(sessionId);
            if (session.isEmpty()) {
                return fail(
                        ExitCode.NOT_FOUND, "there is no session " + sessionId + "; snapshots shows which there are");
            }
            Optional<String> wrong = problem(session.get().record(), password);
            return wrong.isPresent() ? fail(ExitCode.PASSWORD, wrong.get()) : write(view, session.get());
        } catch (StoreException e) {
            return fail(ExitCode.DATA, e.getMessage());
        }
    }

    private Optional<String> problem(SessionRecord record, Optional<String> password) {
        if (password.isEmpty()) {
            return Optional.empty();
        }
        try {
            CheckWord.verify(
                    SessionKeys.derive(password.get(), record.appId(), name), record.sessionId(), record.tove());
            return Optional.empty();
        } catch (WrongPasswordException e) {
            return Optional.of("the password is not the one of session \"" + name + "\" of " + record.appId());
        } catch (CryptoException e) {
            return Optional.of(
                    "this session was begun by a client of the original protocol, whose recordings cannot be replayed here");
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private int write(DataView view, StoredSession session) throws IOException {
        SessionRecord record = session.record();
        Map<String, byte[]> files = new LinkedHashMap<>();
        Optional<SnapshotPointer> from = beginning(view, record, session.log());
        Start start = from.<Start>map(ExportCommand::start).orElseGet(() -> record.persistedUrl()
                .<Start>map(Start.FromPersisted::new)
                .orElseGet(Start.Fresh::new));
        if (from.isPresent()) {
            files.putAll(StoredFiles.read(view, record.sessionId(), from.get()));
        } else if (record.persistedUrl().isPresent()) {
            Optional<Path> persisted = view.file(record.persistedUrl().get());
            if (persisted.isPresent()) {
                files.put(record.persistedUrl().get(), Files.readAllBytes(persisted.get()));
            }
        }
        Optional<SnapshotPointer> later = record.snapshot().filter(newest -> !from.equals(Optional.of(newest)));
        if (later.isPresent()) {
            files.putAll(StoredFiles.read(view, record.sessionId(), later.get()));
        }
        List<LoggedMessage> messages = session.log().stream()
                .filter(message -> from.isEmpty()
                        || Sequence.after(message.seq(), from.get().seq()))
                .toList();
        RecordingFacts facts = new RecordingFacts(
                record.sessionId(),
                record.appId(),
                record.persistentId(),
                record.codeHash(),
                record.tove(),
                name == null ? "" : name,
                start,
                later.map(ExportCommand::start).stream().toList(),
                messages.isEmpty()
                        ? from.map(SnapshotPointer::timeMs).orElse(0L)
                        : messages.get(messages.size() - 1).timeMs(),
                messages.size(),
                System.currentTimeMillis(),
                "server");
        byte[] file = new RecordingFile(facts, files, pack(messages), new byte[0]).encode();
        Files.write(output, file);
        PrintWriter out = spec.commandLine().getOut();
        out.println(output + ": " + file.length + " bytes, " + messages.size() + " messages from "
                + from.map(snapshot -> "the snapshot @" + snapshot.timeMs() + "#" + snapshot.seq())
                        .orElse(record.persistedUrl().isPresent() ? "saved data" : "the beginning"));
        out.flush();
        return ExitCode.OK;
    }

    /** The snapshot before the newest if it is whole; else the beginning of the session if the log reaches back to it; else the newest. */
    private static Optional<SnapshotPointer> beginning(DataView view, SessionRecord record, List<LoggedMessage> log)
            throws IOException {
        Optional<SnapshotPointer> previous = record.previous();
        if (previous.isPresent()
                && StoredFiles.of(view, record.sessionId(), previous.get())
                        .missing()
                        .isEmpty()) {
            return previous;
        }
        boolean whole = previous.isEmpty() && !log.isEmpty() && log.get(0).seq() == Sequence.next(Sequence.START);
        return whole ? Optional.empty() : record.snapshot();
    }

    private static Start.FromSnapshot start(SnapshotPointer snapshot) {
        return new Start.FromSnapshot(snapshot.url(), snapshot.timeMs(), snapshot.seq());
    }

    private static byte[] pack(List<LoggedMessage> messages) {
        StringBuilder lines = new StringBuilder();
        messages.forEach(message -> lines.append(message.argsJson()).append('\n'));
        return Gzip.pack(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private int fail(int code, String message) {
        return Problems.tell(spec, code, message);
    }
}
