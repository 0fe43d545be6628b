package org.multisynq4j.e2e;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged server as its own process, as a user runs it. */
final class ServerProcess implements AutoCloseable {
    private static final String MAIN = "org.multisynq4j.server.Main";
    private static final String LISTENING = "listening on ";

    private final Process process;
    private final String origin;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());

    private ServerProcess(List<String> command) {
        CompletableFuture<String> listening = new CompletableFuture<>();
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread reader = new Thread(() -> read(listening), "server output");
            reader.setDaemon(true);
            reader.start();
            origin = listening.get(60, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the server did not start; it printed " + output, e);
        }
    }

    private void read(CompletableFuture<String> listening) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                output.add(line);
                int at = line.indexOf(LISTENING);
                if (at >= 0) {
                    listening.complete(line.substring(at + LISTENING.length()).trim());
                }
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        listening.completeExceptionally(new IllegalStateException("the process ended"));
    }

    /** Starts the server on that port (0: any) with its data in that directory. */
    static ServerProcess start(Path data, int port, String... more) {
        return start(List.of("-jar", jar()), data, port, more);
    }

    /** The same with what is below {@code public} in that directory instead of the jar's pages of the same name. */
    static ServerProcess startWithPages(Path directory, Path data, int port) {
        return start(List.of("-cp", directory + File.pathSeparator + jar(), MAIN), data, port);
    }

    private static ServerProcess start(List<String> program, Path data, int port, String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.addAll(List.of("serve", "--port", String.valueOf(port), "--data", data.toString()));
        command.addAll(List.of(more));
        return new ServerProcess(command);
    }

    private static String jar() {
        String jar = System.getProperty("multisynq4j.server.jar");
        if (jar == null || !new File(jar).isFile()) {
            throw new IllegalStateException("build the server first: " + jar + " does not exist");
        }
        return jar;
    }

    /** {@code http://127.0.0.1:PORT} */
    String origin() {
        return origin;
    }

    int port() {
        return Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1));
    }

    List<String> output() {
        return List.copyOf(output);
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** As SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("the server did not stop within 20 s; it printed " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
