package org.multisynq4j.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.multisynq4j.store.PersistedArchive;
import org.multisynq4j.store.PersistedArchive.Entry;
import org.multisynq4j.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code persisted DIR list}. */
@Command(
        name = "list",
        description = {
            "Lists the versions of saved data, oldest first, one per line:",
            "app, persistent id, version, time of saving, size of the sealed file, remarks.",
            "  current: what the next new session starts from",
            "  older: saved by an older program after a newer one had saved",
            "  missing: its file is not there"
        })
public final class PersistedListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private PersistedCommand parent;

    @Option(names = "--app", paramLabel = "ID", description = "Only this application's.")
    private String app;

    @Override
    public Integer call() {
        return PersistedTask.run(spec, parent.directory(), this::list);
    }

    private void list(PersistedArchive archive) throws StoreException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        int shown = 0;
        for (Entry entry : archive.list()) {
            if (app == null || app.equals(entry.version().appId())) {
                out.println(line(archive, entry));
                shown++;
            }
        }
        if (shown == 0) {
            out.println("nothing is saved" + (app == null ? "" : " by " + app));
        }
    }

    private static String line(PersistedArchive archive, Entry entry) throws IOException {
        Optional<Path> file = archive.file(entry.version());
        return entry.version().appId() + "  " + entry.version().persistentId() + "  " + entry.number() + "  "
                + Instant.ofEpochMilli(entry.savedAtMs()).truncatedTo(ChronoUnit.SECONDS) + "  "
                + (file.isPresent() ? Files.size(file.get()) + " bytes" : "missing")
                + (entry.current() ? "  current" : "")
                + (entry.older() ? "  older" : "");
    }
}
