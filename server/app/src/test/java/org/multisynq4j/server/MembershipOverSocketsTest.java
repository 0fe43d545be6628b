package org.multisynq4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.crypto.MembershipKey;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.MemberProof;
import org.multisynq4j.text.Bytes;

final class MembershipOverSocketsTest {
    private static final MembershipKey RIGHT = key(1);
    private static final MembershipKey WRONG = key(2);

    private static final String FILE = "sealed";

    private MultisynqServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    private static MembershipKey key(int password) {
        byte[] secret = new byte[SessionKeys.SECRET_BYTES];
        secret[0] = 2;
        secret[1] = (byte) password;
        return new MembershipKey(SessionKeys.ofSecret(secret));
    }

    private static void offer(RawClient client, String user, MembershipKey key) {
        client.text(
                "{\"id\":\"x\",\"action\":\"JOIN\",\"args\":{\"apiKey\":\"none\",\"appId\":\"app\",\"persistentId\":\"pid\","
                        + "\"version\":1,\"user\":\"" + user + "\",\"ticks\":{\"tick\":50,\"delay\":0},"
                        + "\"flags\":{\"membership\":true},\"memberKey\":\"" + Bytes.base64Url(key.publicKey())
                        + "\"}}");
    }

    private static JsonNode join(RawClient client, String user) throws InterruptedException {
        offer(client, user, RIGHT);
        byte[] challenge =
                Bytes.fromBase64Url(client.await("CHALLENGE").path("challenge").asText());
        String signature = Bytes.base64Url(RIGHT.signJoin("s", user, challenge));
        client.text("{\"id\":\"x\",\"action\":\"PROVE\",\"args\":{\"signature\":\"" + signature + "\"}}");
        return client.await("SYNC");
    }

    @Test
    void onlyWhoProvesToKnowThePasswordTakesPart() throws Exception {
        server = MultisynqServer.start(ServerConfig.inMemory());
        try (RawClient ann = RawClient.connect(server, "s");
                RawClient bob = RawClient.connect(server, "s");
                RawClient eve = RawClient.connect(server, "s");
                RawClient original = RawClient.connect(server, "s")) {
            assertThat(join(ann, "ann").path("flags").path("membership").asBoolean())
                    .isTrue();
            offer(eve, "eve", WRONG);
            assertThat(eve.awaitClose()).isEqualTo(CloseReason.NOT_A_MEMBER.code());
            original.sendJoin("old");
            assertThat(original.awaitClose()).isEqualTo(CloseReason.NOT_A_MEMBER.code());
            join(bob, "bob");
            bob.send("hello");
            ann.awaitMessage("hello");
        }
    }

    @Test
    void theKeySurvivesARestart(@TempDir Path data) throws Exception {
        ServerConfig config = ServerConfig.inMemory().withData(Optional.of(data));
        server = MultisynqServer.start(config);
        try (RawClient ann = RawClient.connect(server, "s")) {
            join(ann, "ann");
            ann.send("before");
            ann.awaitMessage("before");
        }
        server.close();
        server = MultisynqServer.start(config);
        try (RawClient eve = RawClient.connect(server, "s");
                RawClient original = RawClient.connect(server, "s");
                RawClient ann = RawClient.connect(server, "s")) {
            offer(eve, "eve", WRONG);
            assertThat(eve.awaitClose()).isEqualTo(CloseReason.NOT_A_MEMBER.code());
            original.sendJoin("old");
            assertThat(original.awaitClose()).isEqualTo(CloseReason.NOT_A_MEMBER.code());
            assertThat(join(ann, "ann").path("messages").toString()).contains("before");
        }
    }

    @Test
    void originalClientsCanBeRefused() throws Exception {
        server = MultisynqServer.start(ServerConfig.inMemory().withLegacy(false));
        try (RawClient original = RawClient.connect(server, "s");
                RawClient ann = RawClient.connect(server, "s")) {
            original.sendJoin("old");
            assertThat(original.awaitClose()).isEqualTo(CloseReason.MEMBERS_ONLY.code());
            join(ann, "ann");
        }
    }

    private int put(String path, String proof) throws Exception {
        return put(path, proof, FILE);
    }

    private int put(String path, String proof, String file) throws Exception {
        String query = proof.isEmpty() ? "" : "?" + MemberProof.UPLOAD_PARAMETER + "=" + proof;
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/files/" + path + query))
                .PUT(HttpRequest.BodyPublishers.ofString(file))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String proof(MembershipKey key, String id, String path) {
        return MemberProof.ofUpload(key, id, path, Bytes.utf8(FILE));
    }

    @Test
    void onlyMembersStoreFilesOfTheirSessionAlsoAfterARestart(@TempDir Path data) throws Exception {
        ServerConfig config = ServerConfig.inMemory().withData(Optional.of(data));
        server = MultisynqServer.start(config);
        try (RawClient ann = RawClient.connect(server, "s")) {
            join(ann, "ann");
            for (int start = 0; start < 2; start++) {
                assertThat(put("snapshots/s/" + start, "")).isEqualTo(403);
                String file = "snapshots/s/" + start;
                String part = "snapshots/s/parts/" + start;
                assertThat(put(part, proof(WRONG, "s", part))).isEqualTo(403);
                assertThat(put(file, proof(RIGHT, "another session", file))).isEqualTo(403);
                assertThat(put(file, "x".repeat(128))).isEqualTo(403);
                assertThat(put(file, "x".repeat(86))).isEqualTo(403);
                assertThat(put(file, "%00".repeat(50))).isEqualTo(403);
                assertThat(put(file, proof(RIGHT, "s", file))).isEqualTo(201);
                assertThat(put(part, proof(RIGHT, "s", part))).isEqualTo(201);
                server.close();
                server = MultisynqServer.start(config);
            }
        }
    }

    @Test
    void onlyTheOwnersStoreFilesBesideDataTheySaved() throws Exception {
        server = MultisynqServer.start(ServerConfig.inMemory());
        try (RawClient ann = RawClient.connect(server, "s");
                RawClient eve = RawClient.connect(server, "newer")) {
            join(ann, "ann");
            assertThat(put("apps/app/pid/save/first", "")).isEqualTo(201);
            ann.text(
                    "{\"id\":\"x\",\"action\":\"SAVE\",\"args\":{\"persistTime\":0,\"url\":\"/files/apps/app/pid/save/first\"}}");
            for (int attempt = 0; put("apps/app/pid/save/early" + attempt, "") != 403; attempt++) {
                assertThat(attempt).as("uploads before the server has the data").isLessThan(1_000);
            }
            offer(eve, "eve", WRONG);
            assertThat(eve.awaitClose()).isEqualTo(CloseReason.NOT_A_MEMBER.code());
            assertThat(put("apps/app/pid/save/bad", proof(WRONG, "pid", "apps/app/pid/save/bad")))
                    .isEqualTo(403);
            assertThat(put("apps/app/pid/save/second", proof(RIGHT, "pid", "apps/app/pid/save/second")))
                    .isEqualTo(201);
        }
    }

    @Test
    void whoReadAMembersUploadCanOnlyStoreTheSameFileThereAgain() throws Exception {
        server = MultisynqServer.start(ServerConfig.inMemory());
        try (RawClient ann = RawClient.connect(server, "s")) {
            join(ann, "ann");
            String seen = proof(RIGHT, "s", "snapshots/s/1.snap");
            assertThat(put("snapshots/s/1.snap", seen)).isEqualTo(201);

            assertThat(put("snapshots/s/1.snap", seen, "of an eavesdropper")).isEqualTo(409);
            assertThat(put("snapshots/s/2.snap", seen)).isEqualTo(403);
            assertThat(put("snapshots/s/parts/1.snap", seen)).isEqualTo(403);
            assertThat(put("snapshots/s/1.snap", seen)).isEqualTo(200);
        }
    }

    @Test
    void filesOfSessionsWithoutAKeyAreOpenAsInTheOriginal() throws Exception {
        server = MultisynqServer.start(ServerConfig.inMemory());
        try (RawClient original = RawClient.connect(server, "s")) {
            original.sendJoin("old");
            original.await("SYNC");
            assertThat(put("snapshots/s/1", "")).isEqualTo(201);
        }
    }
}
