package org.multisynq4j.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.store.PersistedArchive;
import org.multisynq4j.store.PersistedArchive.Entry;
import org.multisynq4j.store.StoreException;
import org.multisynq4j.store.StoreOptions;
import picocli.CommandLine.Model.CommandSpec;

/** What the subcommands of {@code persisted} share: the archive, and how errors are told. */
final class PersistedTask {
    /** Something the operator has to put right; its message says how. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final int exitCode;

        Refusal(int exitCode, String message) {
            super(message);
            this.exitCode = exitCode;
        }
    }

    /** The work itself. */
    interface Work {
        void run(PersistedArchive archive) throws StoreException, IOException, Refusal;
    }

    private PersistedTask() {}

    /** Runs with the archive open and returns the exit code. */
    static int run(CommandSpec spec, Path directory, Work work) {
        try (PersistedArchive archive = PersistedArchive.open(directory, StoreOptions.DEFAULTS)) {
            work.run(archive);
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        } catch (StoreException e) {
            return fail(spec, ExitCode.DATA, e.getMessage());
        } catch (Refusal e) {
            return fail(spec, e.exitCode, e.getMessage());
        } catch (IOException e) {
            return fail(spec, ExitCode.ERROR, e.toString());
        }
    }

    /** The version meant: that number, or the current one. */
    static Entry find(PersistedArchive archive, Optional<String> appId, String persistentId, Optional<Long> number)
            throws StoreException, Refusal {
        List<Entry> family = archive.list().stream()
                .filter(entry -> entry.version().persistentId().equals(persistentId))
                .filter(entry -> appId.isEmpty() || entry.version().appId().equals(appId.get()))
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

    private static int fail(CommandSpec spec, int code, String message) {
        spec.commandLine().getErr().println("multisynq4j-server: " + message);
        return code;
    }
}
