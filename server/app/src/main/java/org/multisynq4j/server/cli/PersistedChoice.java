package org.multisynq4j.server.cli;

import java.util.List;
import java.util.Optional;
import org.multisynq4j.store.PersistedArchive;
import org.multisynq4j.store.PersistedArchive.Entry;
import org.multisynq4j.store.StoreException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which saved data a subcommand of {@code persisted} is about. */
final class PersistedChoice {
    @Parameters(index = "0", paramLabel = "PERSISTENT_ID", description = "As list shows it.")
    private String persistentId;

    @Option(names = "--app", paramLabel = "ID", description = "The application, if two use one persistent id.")
    private String app;

    String persistentId() {
        return persistentId;
    }

    /** The version meant: that number, or the current one. */
    Entry find(PersistedArchive archive, Optional<Long> number) throws StoreException, Refusal {
        List<Entry> family = archive.list().stream()
                .filter(entry -> entry.version().persistentId().equals(persistentId))
                .filter(entry -> app == null || entry.version().appId().equals(app))
                .toList();
        if (family.isEmpty()) {
            throw new Refusal(
                    ExitCode.NOT_FOUND,
                    "nothing is saved under the persistent id " + persistentId + "; list shows what there is");
        }
        return family.stream()
                .filter(entry -> number.isEmpty() ? entry.current() : entry.number() == number.get())
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ExitCode.NOT_FOUND,
                        "there is no version " + number.orElse(0L) + " of " + persistentId + "; there are "
                                + family.stream().map(Entry::number).toList()));
    }
}
