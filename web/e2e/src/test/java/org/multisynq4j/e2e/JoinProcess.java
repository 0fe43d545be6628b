package org.multisynq4j.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;

/** The packaged {@code join --json} as its own process. Reading waits; the tests have a timeout. */
final class JoinProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final List<JsonObject> events = new ArrayList<>();

    JoinProcess(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("multisynq4j.server.jar"),
                "join",
                "--json"));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next event of that name, reading on if it has not come yet. */
    JsonObject await(String event) throws IOException {
        for (Optional<JsonObject> next = read(); next.isPresent(); next = read()) {
            if (next.get().string("event").equals(Optional.of(event))) {
                return next.get();
            }
        }
        throw new AssertionError("the process ended without the event " + event + "; it told " + events);
    }

    /** Presses Enter and reads what is left. */
    int enter() throws Exception {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        while (read().isPresent()) {
            // until the end
        }
        process.waitFor(30, TimeUnit.SECONDS);
        return process.exitValue();
    }

    List<JsonObject> events() {
        return events;
    }

    private Optional<JsonObject> read() throws IOException {
        Optional<JsonObject> event = Optional.ofNullable(output.readLine()).map(line -> (JsonObject) Json.parse(line));
        event.ifPresent(events::add);
        return event;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
