package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multisynq4j.protocol.CloseReason;

final class ServerProcessTest {
    private static final int KILLS = 20;

    @TempDir
    Path data;

    @Test
    void stopsCleanlyWhenAskedTo() throws Exception {
        try (ServerProcess server = ServerProcess.start(data);
                RawClient client = RawClient.at(server.url(), "/reflector/s")) {
            client.join("ann");
            assertThat(server.terminate()).isZero();
            assertThat(server.rest()).contains("stopped");
            assertThat(CloseReason.retryable(client.awaitClose())).isTrue();
            assertThat(Files.exists(data.resolve("running"))).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"--legacy=allow, 4105, false", "--legacy=deny, 4105, true", "--port=0, 4105, false"})
    void letsClientsOfTheOriginalInUnlessTheOperatorSaysNo(String option, int code, boolean refused) throws Exception {
        try (ServerProcess server = ServerProcess.start(data, option);
                RawClient original = RawClient.at(server.url(), "/reflector/s")) {
            if (refused) {
                original.sendJoin("old");
                assertThat(original.awaitClose()).isEqualTo(code);
                assertThat(CloseReason.of(code).orElseThrow().text())
                        .isEqualTo("only clients that can prove their password are let in here");
            } else {
                assertThat(original.join("old").path("time").isNumber()).isTrue();
            }
        }
    }

    /** Events are sent without pause; at some moment the process is killed; what anybody received must be there again. */
    @Test
    @Timeout(240)
    void losesNothingThatWasReceivedHoweverOftenItIsKilled() throws Exception {
        List<JsonNode> received = new ArrayList<>();
        String timeline = "";
        for (int round = 0; round < KILLS; round++) {
            try (ServerProcess server = ServerProcess.start(data);
                    RawClient client = RawClient.at(server.url(), "/reflector/s")) {
                JsonNode sync = client.join("user" + round);
                assertThat(timeline)
                        .as("round %d", round)
                        .isIn("", sync.path("timeline").asText());
                timeline = sync.path("timeline").asText();
                List<JsonNode> stored = new ArrayList<>();
                sync.path("messages").forEach(stored::add);
                assertThat(stored).as("round %d", round).containsAll(received);
                assertGapless(stored);
                received.clear();
                received.addAll(stored);
                for (int i = 0; i < KILLS; i++) {
                    client.send("round " + round + " event " + i);
                }
                received.add(client.awaitMessage("round " + round + " event " + round));
                server.kill();
            }
        }
        assertThat(received).hasSizeGreaterThan(KILLS);
    }

    private static void assertGapless(List<JsonNode> messages) {
        for (int i = 1; i < messages.size(); i++) {
            long before = messages.get(i - 1).path(1).asLong();
            assertThat(messages.get(i).path(1).asLong()).isEqualTo((before + 1) & 0xFFFFFFFFL);
        }
    }
}
