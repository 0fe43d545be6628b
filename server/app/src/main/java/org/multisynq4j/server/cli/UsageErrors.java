package org.multisynq4j.server.cli;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of a command line that cannot be used: the reason, and where the options are explained; not the whole help, which would push the reason off the screen. */
public final class UsageErrors {
    /** Two swapped letters are two. */
    private static final int MAX_TYPOS = 2;

    private UsageErrors() {}

    /**
     * Tells the person at the prompt, and returns the exit code.
     *
     * @param environment where a value may have come from that nobody typed
     */
    public static int tell(ParameterException problem, Map<String, String> environment) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(Problems.line(reason(problem)));
        suggestion(problem).ifPresent(err::println);
        command.getCommandSpec().options().stream()
                .filter(option -> problem.getMessage().contains(option.longestName()))
                .map(option -> EnvironmentDefaults.variable(option.longestName()))
                .filter(environment::containsKey)
                .forEach(variable -> err.println(variable + " is set in the environment"));
        if (command.getCommandSpec().parent() == null && !(problem instanceof UnmatchedArgumentException)) {
            command.usage(err); // without a command, the list of them is the answer
        } else {
            err.println(name + " --help explains what there is");
        }
        err.flush();
        return ExitCode.USAGE;
    }

    /** An exception that is nobody's mistake in the program says what happened to which file; of others the class matters, too. */
    public static String text(Exception problem) {
        if (problem instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (problem instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (problem instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return problem.toString();
    }

    private static String reason(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched
                && unmatched.getUnmatched().get(0).startsWith("-")) {
            // What follows an unknown option is most often its value, and no mistake of its own.
            return "there is no option " + name(unmatched);
        }
        return problem.getMessage();
    }

    /** The first word that nobody knows, without a value. */
    private static String name(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().get(0);
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static Optional<String> suggestion(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String word = name(unmatched);
            CommandSpec spec = problem.getCommandLine().getCommandSpec();
            Stream<String> known = word.startsWith("-")
                    ? spec.options().stream().map(OptionSpec::longestName)
                    : spec.subcommands().keySet().stream();
            return known.filter(name -> distance(name, word) <= MAX_TYPOS)
                    .min(Comparator.comparing(name -> distance(name, word)))
                    .map(name -> "did you mean " + name + "?");
        }
        return Optional.empty();
    }

    /** How many letters have to be inserted, deleted or replaced to make one word of the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
