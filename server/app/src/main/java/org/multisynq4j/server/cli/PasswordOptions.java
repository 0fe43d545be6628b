package org.multisynq4j.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The ways to say a password. */
final class PasswordOptions {
    private static final int MAX_PASSWORD_BYTES = 1 << 16;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--password",
            paramLabel = "TEXT",
            description = "The session's password. Other users of this machine may see it in the list of processes.")
    private String password;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the password.")
    private Path passwordFile;

    @Option(
            names = "--password-stdin",
            defaultValue = "false",
            description = "The password is the first line of the standard input.")
    private boolean passwordStdin;

    /**
     * The password, if one was given in any of the ways.
     *
     * @param name the session's, without which a password is of no use
     */
    Optional<String> readFor(Optional<String> name) throws IOException {
        Optional<String> given = read();
        if (given.isPresent() && name.isEmpty()) {
            throw Problems.wrong(spec, "the keys follow from password, app and name: give --name too");
        }
        return given;
    }

    /** The password, if one was given in any of the ways. */
    Optional<String> read() throws IOException {
        int passwords = (password == null ? 0 : 1) + (passwordFile == null ? 0 : 1) + (passwordStdin ? 1 : 0);
        if (passwords > 1) {
            throw new ParameterException(
                    spec.commandLine(), "give the password once: --password, --password-file or --password-stdin");
        }
        if (passwords == 0) {
            return Optional.empty();
        }
        if (password != null) {
            return Optional.of(password);
        }
        String all = passwordStdin
                ? new String(System.in.readNBytes(MAX_PASSWORD_BYTES), StandardCharsets.UTF_8)
                : Files.readString(passwordFile, StandardCharsets.UTF_8);
        return Optional.of(all.lines().findFirst().orElse(""));
    }
}
