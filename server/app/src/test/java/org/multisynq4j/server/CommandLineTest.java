package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.apps.hello.CounterModel;
import org.multisynq4j.server.cli.ExitCode;
import org.multisynq4j.store.DataDirectory;
import picocli.CommandLine;

/** Commands that end by themselves; those that serve are in {@link ServerProcessTest}. */
final class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void saysWhichPortIsTakenAndWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run(Map.of(), "serve", "--memory", "--port", port)).isEqualTo(ExitCode.PORT);
            assertThat(err.toString())
                    .contains("127.0.0.1:" + port)
                    .contains("taken by another program")
                    .contains("--port");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "no-such-host.invalid"})
    void saysThatTheAddressIsNotThisMachines(String host) {
        assertThat(run(Map.of(), "serve", "--memory", "--port", "0", "--host", host))
                .isEqualTo(ExitCode.PORT);
        assertThat(err.toString()).contains(host).contains("--host").doesNotContain("taken");
    }

    @Test
    void saysInThreeLinesWhatIsWrongAndWhereOptionsAreExplained() {
        assertThat(run(Map.of(), "serve", "--prot", "9000")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines())
                .containsExactly(
                        "multisynq4j-server: there is no option --prot",
                        "did you mean --port?",
                        "multisynq4j-server serve --help explains what there is");
        assertThat(run(Map.of(), "serve", "--durabilty=sync")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("no option --durabilty\n").contains("did you mean --durability?");
        assertThat(run(Map.of(), "sevre")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("did you mean serve?");
    }

    @Test
    void saysWhichFileIsMissing() {
        String nowhere = directory.resolve("nowhere").toString();
        assertThat(run(Map.of(), "replay", nowhere, "--password-file", nowhere)).isEqualTo(ExitCode.ERROR);
        assertThat(err.toString()).contains("there is no file " + nowhere);
    }

    @Test
    void saysThatAnotherServerHasTheDirectory() throws Exception {
        try (DataDirectory held = DataDirectory.open(directory)) {
            assertThat(run(
                            Map.of(),
                            "serve",
                            "--port",
                            "0",
                            "--data",
                            held.root().toString()))
                    .isEqualTo(ExitCode.DATA);
            assertThat(err.toString()).contains("in use by another server").contains(directory.toString());
        }
    }

    @Test
    void saysThatTheDirectoryCannotBeWritten() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "in the way");
        assertThat(run(Map.of(), "serve", "--port", "0", "--data", file.toString()))
                .isEqualTo(ExitCode.DATA);
        assertThat(err.toString()).contains("cannot be created or written").contains("--data DIR");
    }

    @Test
    void namesWhatGaveAModelAnotherCodeHash() throws Exception {
        String apps = Path.of(CounterModel.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        assertThat(run(Map.of(), "diff-hash", apps, apps, CounterModel.class.getName()))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).startsWith("same code hash ");
        assertThat(run(Map.of(), "diff-hash", apps, directory.toString(), CounterModel.class.getName()))
                .isNotEqualTo(ExitCode.OK);
        assertThat(err.toString()).contains("no class file of the model " + CounterModel.class.getName());
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 65536, between 0 and 65535",
        "--port, -1, between 0 and 65535",
        "--port, abc, 'abc'",
        "--files-max-mb, 0, between 1 and",
        "--files-quota-mb, 0, between 1 and",
        "--durability, never, never",
        "--legacy, maybe, maybe",
        "--no-such, 1, --no-such"
    })
    void refusesValuesThatCannotBeUsed(String option, String value, String hint) {
        assertThat(run(Map.of(), "serve", option, value)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(hint);
    }

    @Test
    void asksForACommand() {
        assertThat(run(Map.of())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("serve");
    }

    @Test
    void takesDefaultsFromTheEnvironmentAndArgumentsOverThem() {
        Map<String, String> environment = Map.of("MULTISYNQ_PORT", "65536", "MULTISYNQ_FILES_MAX_MB", "0");
        assertThat(run(environment, "serve")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("--port must be")
                .contains("not 65536")
                .contains("MULTISYNQ_PORT is set in the environment");
        assertThat(run(environment, "serve", "--port", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--files-max-mb must be");
    }

    @Test
    void explainsEveryOptionWithItsVariable() {
        assertThat(run(Map.of(), "serve", "--help")).isEqualTo(ExitCode.OK);
        CommandLine serve = Main.commandLine(Map.of()).getSubcommands().get("serve");
        serve.getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .forEach(option -> assertThat(out.toString())
                        .contains(option.longestName())
                        .contains("MULTISYNQ_"
                                + option.longestName()
                                        .substring(2)
                                        .replace('-', '_')
                                        .toUpperCase(java.util.Locale.ROOT)));
        assertThat(run(Map.of(), "--version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("multisynq4j-server");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Main.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
