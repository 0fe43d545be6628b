package org.multisynq4j.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SnapshotPointer;
import org.multisynq4j.reflector.store.StoredSession;
import org.multisynq4j.store.DataView;
import org.multisynq4j.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code snapshots}: what sessions a data directory holds and where each would start. */
@Command(
        name = "snapshots",
        description = {
            "Lists the sessions in a data directory and their snapshots; reads only, also beside a running server.",
            "Columns: session id, app, newest snapshot (teatime in ms # message), when it was stored, size of its files,",
            "the snapshot before, messages after the newest, timeline, and whether every needed file is there."
        })
public final class SnapshotsCommand implements Callable<Integer> {
    private static final List<String> HEADINGS =
            List.of("SESSION", "APP", "SNAPSHOT", "STORED", "BYTES", "BEFORE", "LOG", "TIMELINE", "FILES");

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The data directory, as given to serve --data.")
    private Path directory;

    @Option(names = "--app", paramLabel = "ID", description = "Only this application's.")
    private String app;

    @Option(names = "--json", defaultValue = "false", description = "Prints one JSON object per session and line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (DataView view = DataView.open(directory)) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(HEADINGS);
            PrintWriter out = spec.commandLine().getOut();
            for (String id : view.sessionIds()) {
                Optional<StoredSession> session = view.session(id)
                        .filter(each -> app == null || app.equals(each.record().appId()));
                if (session.isPresent() && json) {
                    out.println(Json.write(json(view, session.get())));
                } else if (session.isPresent()) {
                    rows.add(row(view, session.get()));
                }
            }
            if (!json) {
                print(rows, out);
            }
            out.flush();
            return ExitCode.OK;
        } catch (StoreException e) {
            return Problems.tell(spec, ExitCode.DATA, e.getMessage());
        }
    }

    private static List<String> row(DataView view, StoredSession session) throws IOException {
        SessionRecord record = session.record();
        Optional<StoredFiles> files = files(view, record, record.snapshot());
        return List.of(
                record.sessionId(),
                record.appId().isEmpty() ? "-" : record.appId(),
                record.snapshot().map(SnapshotsCommand::place).orElse("none"),
                files.flatMap(StoredFiles::storedAt)
                        .map(time ->
                                time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse("-"),
                files.map(each -> Long.toString(each.bytes())).orElse("-"),
                record.previous().map(SnapshotsCommand::place).orElse("none"),
                Long.toString(after(session)),
                record.timeline(),
                complete(view, record));
    }

    private static String place(SnapshotPointer snapshot) {
        return "@" + snapshot.timeMs() + "#" + snapshot.seq();
    }

    /** Messages a joiner has to replay. */
    private static long after(StoredSession session) {
        List<LoggedMessage> log = session.log();
        return session.record()
                .snapshot()
                .map(snapshot -> log.stream()
                        .filter(message -> Sequence.after(message.seq(), snapshot.seq()))
                        .count())
                .orElse((long) log.size());
    }

    private static String complete(DataView view, SessionRecord record) throws IOException {
        List<String> missing = missing(view, record);
        if (missing.isEmpty()) {
            return "complete";
        }
        return missing.size() + " missing: " + missing.get(0) + (missing.size() > 1 ? ", …" : "");
    }

    /** Files that joiners may ask for and will not get. */
    private static List<String> missing(DataView view, SessionRecord record) throws IOException {
        List<String> missing = new ArrayList<>();
        files(view, record, record.snapshot()).ifPresent(files -> missing.addAll(files.missing()));
        files(view, record, record.previous()).ifPresent(files -> missing.addAll(files.missing()));
        if (record.snapshot().isEmpty()) {
            record.persistedUrl().filter(url -> view.file(url).isEmpty()).ifPresent(missing::add);
        }
        return missing;
    }

    private static Optional<StoredFiles> files(DataView view, SessionRecord record, Optional<SnapshotPointer> snapshot)
            throws IOException {
        return snapshot.isPresent()
                ? Optional.of(StoredFiles.of(view, record.sessionId(), snapshot.get()))
                : Optional.empty();
    }

    private static void print(List<List<String>> rows, PrintWriter out) {
        if (rows.size() == 1) {
            out.println("there are no sessions");
            return;
        }
        int columns = HEADINGS.size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static JsonObject json(DataView view, StoredSession session) throws IOException {
        SessionRecord record = session.record();
        JsonObject.Builder object = JsonObject.builder()
                .put("sessionId", record.sessionId())
                .put("appId", record.appId())
                .put("persistentId", record.persistentId())
                .put("codeHash", record.codeHash())
                .put("timeline", record.timeline());
        snapshot("snapshot", view, record, record.snapshot(), object);
        snapshot("previous", view, record, record.previous(), object);
        record.persistedUrl().ifPresent(url -> object.put("persisted", url));
        List<JsonValue> missing = new ArrayList<>();
        missing(view, record).forEach(path -> missing.add(new JsonString(path)));
        return object.put("log", session.log().size())
                .put("logAfterSnapshot", after(session))
                .put("complete", missing.isEmpty())
                .put("missing", new JsonArray(missing))
                .build();
    }

    private static void snapshot(
            String name,
            DataView view,
            SessionRecord record,
            Optional<SnapshotPointer> snapshot,
            JsonObject.Builder object)
            throws IOException {
        if (snapshot.isEmpty()) {
            object.putNull(name);
            return;
        }
        StoredFiles files = StoredFiles.of(view, record.sessionId(), snapshot.get());
        JsonObject.Builder facts = JsonObject.builder()
                .put("time", snapshot.get().timeMs())
                .put("seq", snapshot.get().seq())
                .put("url", snapshot.get().url())
                .put("files", files.files())
                .put("bytes", files.bytes());
        files.storedAt()
                .ifPresent(time -> facts.put(
                        "storedAt", Instant.ofEpochMilli(time.toMillis()).toString()));
        object.put(name, facts.build());
    }
}
