package org.multisynq4j.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.multisynq4j.store.PersistedArchive;
import org.multisynq4j.store.StoreException;
import org.multisynq4j.store.StoreOptions;
import picocli.CommandLine.Model.CommandSpec;

/** What the subcommands of {@code persisted} share: the archive, and how errors are told. */
final class PersistedTask {
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
            return Problems.tell(spec, ExitCode.DATA, e.getMessage());
        } catch (Refusal e) {
            return Problems.tell(spec, e.exitCode(), e.getMessage());
        } catch (IOException e) {
            return Problems.tell(spec, ExitCode.ERROR, e.toString());
        }
    }
}
