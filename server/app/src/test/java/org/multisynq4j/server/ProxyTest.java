package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients behind a proxy are told of where the files are. */
@Timeout(60)
final class ProxyTest {
    private static final String FILE = "/files/snapshots/s/1.snap";

    private static MultisynqServer server;

    @BeforeAll
    static void aSessionWithASnapshot() throws Exception {
        server = MultisynqServer.start(ServerConfig.inMemory());
        HttpRequest upload = HttpRequest.newBuilder(URI.create(server.url() + FILE))
                .PUT(HttpRequest.BodyPublishers.ofString("sealed"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(upload, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
        try (RawClient client = RawClient.connect(server, "s")) {
            client.join("ann");
            client.send("something");
            JsonNode message = client.awaitMessage("something");
            client.text("{\"id\":\"x\",\"action\":\"SNAP\",\"args\":{\"time\":"
                    + message.path(0).asLong() + ",\"seq\":" + message.path(1).asLong()
                    + ",\"hash\":\"h\",\"url\":\"" + FILE + "\",\"dissident\":null}}");
            client.send("something more");
            client.awaitMessage("something more"); // so the announcement was handled, too
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String snapshotSeenWith(Map<String, String> headers) throws InterruptedException {
        for (int i = 0; ; i++) {
            try (RawClient joiner = RawClient.with(server.url(), "/reflector/s", headers)) {
                String url = joiner.join("joiner" + i).path("url").asText();
                if (url.endsWith(FILE)) { // the store is asked for the file before it counts
                    return url.replaceFirst("//127.0.0.1:\\d+", "//HOST");
                }
            }
        }
    }

    @Test
    void withoutProxyTheAddressIsTheServersOwn() throws Exception {
        assertThat(snapshotSeenWith(Map.of())).isEqualTo("http://HOST" + FILE);
    }

    @Test
    void aProxyMayTerminateTls() throws Exception {
        assertThat(snapshotSeenWith(Map.of("X-Forwarded-Proto", "https"))).isEqualTo("https://HOST" + FILE);
    }

    @ParameterizedTest
    @CsvSource({
        "/sync, /sync",
        "/a/b.c/, /a/b.c",
        "/a//b, ''",
        "sync, ''",
        "'/\"><script>', ''",
        "/a?b, ''",
        "//evil.example, ''"
    })
    void aProxyMayServeItBelowAPathOfItsOwn(String prefix, String seen) throws Exception {
        assertThat(snapshotSeenWith(Map.of("X-Forwarded-Prefix", prefix))).isEqualTo("http://HOST" + seen + FILE);
    }
}
