package org.multisynq4j.server.cli;

import org.multisynq4j.client.error.JoinException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.UnknownServerException;
import org.multisynq4j.client.error.UnknownSessionException;
import org.multisynq4j.client.error.WrongPasswordException;
import org.multisynq4j.scan.ModelRefusedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How commands tell what went wrong: a line on standard error that says whose it is, and an {@link ExitCode}. */
public final class Problems {
    private Problems() {}

    /** The line for a problem. */
    public static String line(String problem) {
        return "multisynq4j-server: " + problem;
    }

    /** Writes the line; returns the code, to be returned by the command. */
    static int tell(CommandSpec spec, int exitCode, String problem) {
        spec.commandLine().getErr().println(line(problem));
        spec.commandLine().getErr().flush();
        return exitCode;
    }

    /** What was asked for cannot be done as it was asked for; {@link UsageErrors} tells it. */
    static ParameterException wrong(CommandSpec spec, String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    /** What is said of a failed session: the message, where that is meant for people. */
    static String text(Throwable problem) {
        return isKnown(problem) ? problem.getMessage() : problem.toString();
    }

    /** The code for a failed session. @throws ParameterException if it failed for how it was asked for */
    static int exitCode(CommandSpec spec, Throwable problem) {
        if (problem instanceof JoinException) {
            throw wrong(spec, problem.getMessage());
        }
        if (problem instanceof WrongPasswordException) {
            return ExitCode.PASSWORD;
        }
        if (problem instanceof UnknownServerException) {
            return ExitCode.SERVER;
        }
        if (problem instanceof UnknownSessionException) {
            return ExitCode.NOT_FOUND;
        }
        return isKnown(problem) ? ExitCode.SESSION : ExitCode.ERROR;
    }

    private static boolean isKnown(Throwable problem) {
        return problem instanceof SessionException || problem instanceof ModelRefusedException;
    }
}
