package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.store.DataDirectory;
import org.multisynq4j.store.EmbeddedStore;
import org.multisynq4j.store.StoreOptions;

/** Snapshots in parts, at a server that is killed. */
final class SnapshotPartsTest {
    private static final String PART = "p".repeat(43);
    private static final String NEXT_PART = "q".repeat(43);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path data;

    private static int status(String method, String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        method,
                        method.equals("PUT")
                                ? HttpRequest.BodyPublishers.ofString("sealed " + url)
                                : HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void announce(RawClient client, JsonNode message, String name, String... parts) {
        client.text("{\"id\":\"x\",\"action\":\"SNAP\",\"args\":{\"time\":"
                + message.path(0).asLong() + ",\"seq\":" + message.path(1).asLong()
                + ",\"hash\":\"h\",\"url\":\"/files/snapshots/s/" + name + ".snap\",\"dissident\":null,\"files\":[\""
                + String.join("\",\"", parts) + "\"]}}");
    }

    /** Joins again until SYNC starts from this snapshot: announcements are not answered. */
    private static void awaitSnapshot(String serverUrl, String name) throws InterruptedException {
        for (int i = 0; ; i++) {
            try (RawClient joiner = RawClient.at(serverUrl, "/reflector/s")) {
                if (joiner.join("joiner" + i).path("url").asText().endsWith("/" + name + ".snap")) {
                    return;
                }
            }
        }
    }

    @Test
    @Timeout(120)
    void whatTheSnapshotsNeedIsKnownAndThereAfterAKill() throws Exception {
        try (ServerProcess server = ServerProcess.start(data);
                RawClient client = RawClient.at(server.url(), "/reflector/s")) {
            String files = server.url() + "/files/snapshots/s/";
            client.join("ann");
            for (String name : List.of("1.snap", "2.snap", "parts/" + PART, "parts/" + NEXT_PART)) {
                assertThat(status("PUT", files + name)).isEqualTo(201);
            }
            client.send("first");
            announce(client, client.awaitMessage("first"), "1", PART);
            awaitSnapshot(server.url(), "1");
            client.send("second");
            announce(client, client.awaitMessage("second"), "2", PART, NEXT_PART);
            awaitSnapshot(server.url(), "2");
            server.kill();
        }

        try (ServerProcess server = ServerProcess.start(data)) {
            awaitSnapshot(server.url(), "2");
            String files = server.url() + "/files/snapshots/s/";
            for (String name : List.of("1.snap", "2.snap", "parts/" + PART, "parts/" + NEXT_PART)) {
                assertThat(status("HEAD", files + name)).as(name).isEqualTo(200);
            }
            server.kill();
        }

        try (DataDirectory directory = DataDirectory.open(data);
                EmbeddedStore store = EmbeddedStore.open(directory, StoreOptions.DEFAULTS)) {
            SessionRecord record = store.record("s").orElseThrow();
            assertThat(record.snapshot().orElseThrow().files()).containsExactly(PART, NEXT_PART);
            assertThat(record.previous().orElseThrow().files()).containsExactly(PART);
        }
    }

    @Test
    @Timeout(60)
    void aSnapshotIsNotBelievedWhileOneOfItsPartsIsMissing() throws Exception {
        try (ServerProcess server = ServerProcess.start(data);
                RawClient client = RawClient.at(server.url(), "/reflector/s")) {
            String files = server.url() + "/files/snapshots/s/";
            client.join("ann");
            assertThat(status("PUT", files + "1.snap")).isEqualTo(201);
            assertThat(status("PUT", files + "parts/" + PART)).isEqualTo(201);
            // The same id in another session's directory does not count.
            assertThat(status("PUT", server.url() + "/files/snapshots/other/parts/" + NEXT_PART))
                    .isEqualTo(201);
            client.send("first");
            announce(client, client.awaitMessage("first"), "1", PART, NEXT_PART);
            try (RawClient joiner = RawClient.at(server.url(), "/reflector/s")) {
                assertThat(joiner.join("joiner").path("url").asText()).isEmpty();
            }
            assertThat(status("PUT", files + "parts/" + NEXT_PART)).isEqualTo(201);
            awaitSnapshot(server.url(), "1");
        }
    }
}
