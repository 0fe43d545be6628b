package org.multisynq4j.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An npm package, fetched as published and unpacked; nothing of it is changed or executed at fetch time. */
final class NpmPackage {
    private final Path folder;

    private NpmPackage(Path folder) {
        this.folder = folder;
    }

    /** Fetches {@code name@version} below target/npm, once. */
    static NpmPackage fetch(String name, String version) {
        Path into = Path.of("target", "npm", name.replace("@", "").replace('/', '-') + "-" + version)
                .toAbsolutePath();
        Path unpacked = into.resolve("package");
        try {
            if (!Files.isDirectory(unpacked)) {
                Files.createDirectories(into);
                run(into, List.of("npm", "pack", "--silent", name + "@" + version));
                try (var files = Files.list(into)) {
                    Path archive = files.filter(f -> f.toString().endsWith(".tgz"))
                            .findFirst()
                            .orElseThrow();
                    run(into, List.of("tar", "xzf", archive.toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NpmPackage(unpacked);
    }

    private static void run(Path directory, List<String> command) throws IOException {
        Path log = directory.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        command + " failed (npm and access to its registry are needed): " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String text(String path) {
        try {
            return Files.readString(folder.resolve(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
