package org.multisynq4j.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code persisted DIR …}: what models saved, as far as somebody without the passwords can handle it. */
@Command(
        name = "persisted",
        description = {
            "Lists, restores, exports and forgets the versions of saved data in a data directory.",
            "Stop the server first: while it runs, the directory is its own."
        },
        subcommands = {
            PersistedListCommand.class,
            PersistedRestoreCommand.class,
            PersistedExportCommand.class,
            PersistedForgetCommand.class
        })
public final class PersistedCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The data directory, as given to serve --data.")
    private Path directory;

    Path directory() {
        return directory;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what is to be done? list, restore, export or forget");
    }
}
