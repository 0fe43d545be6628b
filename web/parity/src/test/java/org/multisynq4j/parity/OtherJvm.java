package org.multisynq4j.parity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JDK 25 that runs main classes: {@code -Djdk25.home}, or one in {@code /usr/lib/jvm}. */
record OtherJvm(Path home) {
    private static final String VERSION = "25";

    /** What is installed. */
    static Optional<OtherJvm> find() throws IOException {
        String given = System.getProperty("jdk25.home", "");
        if (!given.isEmpty()) {
            OtherJvm jvm = new OtherJvm(Path.of(given));
            if (!jvm.isVersion25()) {
                throw new IllegalArgumentException("-Djdk25.home=" + given + " is no JDK 25");
            }
            return Optional.of(jvm);
        }
        Path usual = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(usual)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(usual, "*" + VERSION + "*")) {
            for (Path home : homes) {
                OtherJvm jvm = new OtherJvm(home);
                if (jvm.isVersion25()) {
                    return Optional.of(jvm);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isVersion25() throws IOException {
        Path release = home.resolve("release");
        return Files.isExecutable(home.resolve("bin/java"))
                && Files.exists(release)
                && Files.readString(release).contains("JAVA_VERSION=\"" + VERSION);
    }

    /** The lines that a main class prints. */
    List<String> run(String classPath, String mainClass, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home + "/bin/java", "-cp", classPath, mainClass));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("jvm", ".txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(mainClass + " failed on " + home + ": " + Files.readString(errors));
        }
        return output.lines().toList();
    }
}
