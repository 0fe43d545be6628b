package org.multisynq4j.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Random programs compute the same everywhere. {@code -Dseed=N -Dparity.programs=M -Dparity.steps=S} run others than the usual ones; a failure names the seed
 * and the step, and the source of the program.
 */
class GeneratedProgramsTest {
    private static final int PROGRAMS = Integer.getInteger("parity.programs", 60);
    private static final int STEPS = Integer.getInteger("parity.steps", 1000);
    private static final int EVERY = 50;

    @Test
    void browsersComputeWhatTheJvmComputes() throws Exception {
        LongRun run = LongRun.begin();
        try (Browser browser = new Browser()) {
            do {
                compare(browser, run);
                run.count("generated programs", PROGRAMS, STEPS);
            } while (run.goesOn());
        }
        run.report();
    }

    private static void compare(Browser browser, LongRun run) throws Exception {
        Path directory = Files.createTempDirectory("programs");
        try (URLClassLoader loader = compile(directory, 1 + (run.seed() - 1L) * PROGRAMS)) {
            List<String> expected = Output.onJvm(loader.loadClass("Main"));
            assertThat(expected).hasSize(PROGRAMS * STEPS / EVERY);
            for (Bundle.Target target : Bundle.Target.values()) {
                List<String> actual = browser.run(Bundle.compile("Main", loader, target));
                assertThat(Output.differences(expected, actual))
                        .as("%s, sources in %s, -Dseed=%d", target, directory, run.seed())
                        .isEmpty();
            }
        }
    }

    private static URLClassLoader compile(Path directory, long first) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "--release",
                "17",
                "-d",
                directory.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        StringBuilder main = new StringBuilder("public class Main { public static void main(String[] args) {\n");
        for (long seed = first; seed < first + PROGRAMS; seed++) {
            String name = "Program" + seed;
            Path file = directory.resolve(name + ".java");
            Files.writeString(file, ProgramGenerator.generate(name, seed));
            arguments.add(file.toString());
            main.append("org.multisynq4j.parity.Runner.run(\"seed" + seed + "\", new " + name + "(), " + STEPS + ", "
                    + EVERY + ");\n");
        }
        Path file = directory.resolve("Main.java");
        Files.writeString(file, main.append("} }").toString());
        arguments.add(file.toString());
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("javac on the programs in " + directory).isZero();
        return new URLClassLoader(new URL[] {directory.toUri().toURL()}, GeneratedProgramsTest.class.getClassLoader());
    }
}
