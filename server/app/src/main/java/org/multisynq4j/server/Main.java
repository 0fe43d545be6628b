package org.multisynq4j.server;

import java.util.Map;
import org.multisynq4j.server.cli.DashedIds;
import org.multisynq4j.server.cli.EnvironmentDefaults;
import org.multisynq4j.server.cli.ExitCode;
import org.multisynq4j.server.cli.Problems;
import org.multisynq4j.server.cli.RootCommand;
import org.multisynq4j.server.cli.UsageErrors;
import picocli.CommandLine;

/** Where the jar starts. */
public final class Main {
    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        int code = commandLine(System.getenv()).execute(arguments);
        System.exit(code);
    }

    /** The command line with defaults from {@code environment}. */
    public static CommandLine commandLine(Map<String, String> environment) {
        CommandLine line = new DashedIds(new RootCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        EnvironmentDefaults.install(line, environment);
        line.setParameterExceptionHandler((problem, parsed) -> UsageErrors.tell(problem, environment));
        line.setExecutionExceptionHandler((problem, failing, parsed) -> {
            failing.getErr().println(Problems.line(UsageErrors.text(problem)));
            return ExitCode.ERROR;
        });
        return line;
    }
}
