package org.multisynq4j.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The optimizer of the real pages, {@code web/pages/optimizer}: terser and wasm-opt in fixed versions. */
record Optimizer(Path script, Path cache) {
    private static final int TOOLS_MISSING = 3;

    /** Whether Node.js is there. */
    static Optional<Optimizer> find() throws IOException {
        Path script = Path.of("..", "pages", "optimizer", "optimize.mjs").toAbsolutePath();
        // The tools that the pages' build fetched serve here, too.
        Path fetched = Path.of("..", "pages", "target", "optimizer").toAbsolutePath();
        Path cache = Files.isDirectory(fetched.resolve("tools"))
                ? fetched
                : Path.of("target", "optimizer").toAbsolutePath();
        for (String directory : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(directory, "node"))) {
                return Optional.of(new Optimizer(script, cache));
            }
        }
        return Optional.empty();
    }

    /** Both bundles as the pages' build makes them; nothing where the tools cannot be fetched. */
    Optional<List<Bundle>> optimise(Bundle js, Bundle wasm) throws IOException, InterruptedException {
        Path programs = Files.createTempDirectory("parity-optimised");
        copy(js.directory(), programs, "app.js", "app.js.map");
        copy(wasm.directory(), programs, "app.wasm", "app.wasm.map");
        Path output = programs.resolve("optimizer.txt");
        Process process = new ProcessBuilder("node", script.toString(), programs.toString(), cache.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        if (status == TOOLS_MISSING) {
            return Optional.empty();
        }
        if (status != 0) {
            throw new IllegalStateException("the optimizer failed: " + Files.readString(output));
        }
        return Optional.of(List.of(
                new Bundle(page(js, programs, "app.js", "index.html", "main.js"), Bundle.Target.JS),
                new Bundle(
                        page(wasm, programs, "app.wasm", "index.html", "main.js", "runtime.js"), Bundle.Target.WASM)));
    }

    /** A bundle's directory with the optimised program. */
    private static Path page(Bundle from, Path programs, String program, String... others) throws IOException {
        Path directory = Files.createTempDirectory("parity-optimised-page");
        copy(programs, directory, program);
        copy(from.directory(), directory, others);
        return directory;
    }

    private static void copy(Path from, Path to, String... names) throws IOException {
        for (String name : names) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }
}
