package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.server.socket.SocketLimits;
import org.slf4j.LoggerFactory;

final class ReflectorOverSocketsTest {
    private MultisynqServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    private void start(ServerConfig config) throws StartException {
        server = MultisynqServer.start(config);
    }

    @Test
    void joinsSyncsSendsAndReceives() throws Exception {
        start(ServerConfig.inMemory());
        try (RawClient one = RawClient.connect(server, "s");
                RawClient two = RawClient.connect(server, "s")) {
            JsonNode sync = one.join("ann");
            assertThat(sync.path("seq").asLong()).isEqualTo(4294967280L);
            assertThat(sync.path("timeline").asText()).isNotEmpty();
            two.join("bob");
            one.send("hello");

            JsonNode atOne = one.awaitMessage("hello");
            assertThat(two.awaitMessage("hello")).isEqualTo(atOne);
            assertThat(one.await("TICK").isIntegralNumber()).isTrue();
        }
    }

    @Test
    void takesTheSessionIdFromTheEndOfAnyPath() throws Exception {
        start(ServerConfig.inMemory());
        try (RawClient one = RawClient.at(server.url(), "/reflector/s?token=1");
                RawClient two = RawClient.at(server.url(), "/any/v2/s")) {
            one.join("ann");
            two.join("bob");
            one.send("same session");
            two.awaitMessage("same session");
        }
    }

    @Test
    void theLogTellsWhatASessionDoesWhenAsked() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger("org.multisynq4j.session");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.DEBUG);
        try {
            start(ServerConfig.inMemory());
            try (RawClient bad = RawClient.connect(server, "told")) {
                bad.join("ann");
                bad.text("not json");
                bad.awaitClose();
            }
            List<ILoggingEvent> told;
            synchronized (lines) { // as the appender does while it adds
                told = List.copyOf(lines.list);
            }
            assertThat(told)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .anyMatch(line -> line.startsWith("told ") && line.contains(" connected to " + server.url()))
                    .anyMatch(line -> line.contains(" is closed: 4102 MALFORMED_MESSAGE"));
        } finally {
            log.detachAppender(lines);
            log.setLevel(null);
        }
    }

    @Test
    void keepsSessionsApart() throws Exception {
        start(ServerConfig.inMemory());
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            RawClient client = RawClient.connect(server, "session" + i);
            client.join("user");
            clients.add(client);
        }
        for (int i = 0; i < 10; i++) {
            clients.get(i).send("only for " + i);
        }
        for (int i = 0; i < 10; i++) {
            String mine = "only for " + i;
            JsonNode message = clients.get(i)
                    .await(frame -> frame.path("args").path(2).asText().startsWith("only for"), mine);
            assertThat(message.path(2).asText()).isEqualTo(mine);
            clients.get(i).close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not json                                  | 4102
            "text"                                    | 4102
            {"action":"JOIN"}                         | 4100
            {"action":"JOIN","args":5}                | 4100
            """)
    void closesOnlyWhoeverSendsABadFrame(String frame, int code) throws Exception {
        start(ServerConfig.inMemory());
        try (RawClient good = RawClient.connect(server, "s");
                RawClient bad = RawClient.connect(server, "s")) {
            good.join("ann");
            bad.text(frame);
            assertThat(bad.awaitClose()).isEqualTo(code);
            good.send("still here");
            good.awaitMessage("still here");
        }
    }

    @Test
    void closesBinaryFramesAndEmptySessionIds() throws Exception {
        start(ServerConfig.inMemory());
        try (RawClient binary = RawClient.connect(server, "s");
                RawClient nameless = RawClient.at(server.url(), "/reflector/")) {
            binary.binary(new byte[] {1, 2, 3});
            assertThat(binary.awaitClose()).isEqualTo(CloseReason.MALFORMED_MESSAGE.code());
            assertThat(nameless.awaitClose()).isEqualTo(CloseReason.OUTDATED_PROTOCOL.code());
        }
    }

    @Test
    void limitsFramesExactlyAndInCharactersNotBytes() throws Exception {
        int limit = 2_000;
        start(ServerConfig.inMemory().withLimits(Limits.DEFAULTS.with(Limit.FRAME_CHARS, limit)));
        try (RawClient client = RawClient.connect(server, "s")) {
            client.join("ann");
            for (int length = limit - 1; length <= limit; length++) {
                String payload =
                        "ä".repeat(length - "{\"id\":\"x\",\"action\":\"SEND\",\"args\":[0,0,\"\",0]}".length());
                client.send(payload);
                client.awaitMessage(payload);
            }
            client.text(" ".repeat(limit + 1));
            assertThat(client.awaitClose()).isEqualTo(1009);
        }
        try (RawClient huge = RawClient.connect(server, "s")) {
            huge.text("x".repeat(10 * limit));
            assertThat(huge.awaitClose()).isIn(1009, 1006); // the connection may break while the rest is being sent
        }
        try (RawClient next = RawClient.connect(server, "s")) {
            next.join("bob");
        }
    }

    @Test
    void closesAConsumerThatStaysBehindAndLetsOthersGoOn() throws Exception {
        SocketLimits small = new SocketLimits(64_000, 1 << 20, 256 << 10, 4 << 20, 50, 100, 20_000, 120_000);
        Limits generous = Limits.DEFAULTS
                .with(Limit.FRAMES_PER_SECOND, 100_000)
                .with(Limit.FRAMES_BURST, 100_000)
                .with(Limit.CHARS_PER_SECOND, 1_000_000_000)
                .with(Limit.CHARS_BURST, 1_000_000_000);
        start(ServerConfig.inMemory().withSocketLimits(small).withLimits(generous));
        try (RawClient sender = RawClient.connect(server, "s");
                RawClient deaf = RawClient.deaf(server, "s")) {
            sender.join("ann");
            deaf.sendJoin("bob");
            sender.await(frame -> frame.toString().contains("\"bob\""), "bob's join");
            String filler = "x".repeat(100_000);
            int sent = 0;
            while (server.connections() == 2 && sent < 1_000) { // the kernel hides some megabytes first
                sender.send(filler);
                sender.awaitMessage(filler);
                sent++;
            }
            assertThat(server.connections()).as("after %d messages", sent).isEqualTo(1);
            sender.send("still here");
            sender.awaitMessage("still here");
        }
    }

    @Test
    void continuesWithTheSameTimelineAfterARestart(@TempDir Path data) throws Exception {
        ServerConfig config = ServerConfig.inMemory().withData(Optional.of(data));
        start(config);
        String timeline;
        JsonNode message;
        try (RawClient client = RawClient.connect(server, "s")) {
            timeline = client.join("ann").path("timeline").asText();
            client.send("before");
            message = client.awaitMessage("before");
            server.close();
            assertThat(CloseReason.retryable(client.awaitClose())).isTrue();
        }
        start(config);
        try (RawClient client = RawClient.connect(server, "s")) {
            JsonNode sync = client.join("ann");
            assertThat(sync.path("timeline").asText()).isEqualTo(timeline);
            assertThat(sync.path("messages")).contains(message);
            assertThat(sync.path("time").asLong())
                    .isGreaterThanOrEqualTo(message.path(0).asLong());
        }
    }
}
