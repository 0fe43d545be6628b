package org.multisynq4j.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(
        name = "multisynq4j-server",
        description = "Shared live programs: the reflector, its files and pages, and tools.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = {
            ServeCommand.class,
            JoinCommand.class,
            InspectCommand.class,
            SnapshotsCommand.class,
            ExportCommand.class,
            ReplayCommand.class,
            PersistedCommand.class,
            DiffHashCommand.class
        })
public final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? To start the server: serve");
    }
}
