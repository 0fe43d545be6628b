package org.multisynq4j.server.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes the default of {@code --files-max-mb} from {@code MULTISYNQ_FILES_MAX_MB}, and so for every long option. */
public final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final String PREFIX = "MULTISYNQ_";

    private final Map<String, String> environment;

    /** Reads {@code environment}. */
    public EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && isConfigurable(option)) {
            return environment.get(variable(option.longestName()));
        }
        return null; // picocli's way to say: none
    }

    /** The variable for a long option name. */
    static String variable(String option) {
        return PREFIX + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Makes the variables count for a command and its subcommands, and adds their names to the help. */
    public static void install(CommandLine commandLine, Map<String, String> environment) {
        commandLine.setDefaultValueProvider(new EnvironmentDefaults(environment));
        describe(commandLine);
    }

    private static void describe(CommandLine commandLine) {
        CommandSpec spec = commandLine.getCommandSpec();
        for (OptionSpec option : List.copyOf(spec.options())) {
            if (isConfigurable(option)) {
                String text = String.join(" ", option.description());
                spec.remove(option);
                spec.addOption(option.toBuilder()
                        .description(text + " [env " + variable(option.longestName()) + "]")
                        .build());
            }
        }
        commandLine.getSubcommands().values().forEach(EnvironmentDefaults::describe);
    }

    private static boolean isConfigurable(OptionSpec option) {
        return option.longestName().startsWith("--") && !option.usageHelp() && !option.versionHelp();
    }
}
