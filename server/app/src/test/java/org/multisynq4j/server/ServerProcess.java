package org.multisynq4j.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server as an operating system process of its own. */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "listening on ";

    private final Process process;
    private final BufferedReader output;
    private final String url;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.output = process.inputReader();
        List<String> seen = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.startsWith(READY)) {
            seen.add(line);
            line = output.readLine();
        }
        if (line == null) {
            throw new AssertionError("the server did not start: " + seen);
        }
        this.url = line.substring(READY.length());
    }

    /** Starts {@code serve} with these arguments; returns when it is ready. */
    static ServerProcess start(Path data, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MULTISYNQ_PORT", "0");
        return new ServerProcess(builder.start());
    }

    String url() {
        return url;
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; returns the exit code. */
    int terminate() throws InterruptedException {
        process.toHandle().destroy(); // Process.destroy would also close the output
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the server did not stop within 20 s");
        }
        return process.exitValue();
    }

    /** The rest of what it printed, after it ended. */
    List<String> rest() {
        return output.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
