package org.multisynq4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.text.Bytes;

/** The formats of docs/protocol.md, byte for byte: {@code vectors.json} never changes unless a version number does. */
class FormatVectorsTest {
    private final JsonObject vectors = read();

    @Test
    void keysFollowFromThePassword() {
        for (JsonObject vector : list("keys")) {
            SessionKeys keys =
                    SessionKeys.derive(text(vector, "password"), text(vector, "appId"), text(vector, "name"));
            assertThat(Bytes.hex(keys.secret())).isEqualTo(text(vector, "secret"));
            for (KeyPurpose purpose : KeyPurpose.values()) {
                assertThat(Bytes.hex(keys.key(purpose))).as(purpose.label).isEqualTo(text(vector, purpose.label));
            }
        }
    }

    @Test
    void generatedPasswordsAreRecognised() {
        for (JsonObject vector : list("generatedPasswords")) {
            String password = text(vector, "password");
            assertThat(Passwords.generate(fixed(text(vector, "random")))).isEqualTo(password);
            assertThat(Passwords.isGenerated(password)).isTrue();
        }
    }

    @Test
    void eventsAreSealedLikeThis() {
        for (JsonObject vector : list("events")) {
            SessionKeys keys = keys(vector);
            String sessionId = text(vector, "sessionId");
            byte[] epoch = Bytes.fromHex(text(vector, "epoch"));
            EventSealer sealer = new EventSealer(keys, sessionId, text(vector, "viewId"), epoch);
            long counter = (long) vector.number("counter").orElseThrow();
            byte[] plain = Bytes.fromHex(text(vector, "plain"));
            for (long i = 0; i < counter; i++) {
                sealer.seal(new byte[0]);
            }
            String sealed = text(vector, "text");
            assertThat(sealer.seal(plain)).isEqualTo(sealed);
            SealedEvent opened = new EventOpener(keys, sessionId).open(sealed);
            assertThat(opened.counter()).isEqualTo(counter);
            assertThat(opened.plain()).isEqualTo(plain);
        }
    }

    @Test
    void viewDataIsSealedLikeThis() {
        for (JsonObject vector : list("viewData")) {
            ViewDataSealer sealer = new ViewDataSealer(keys(vector), text(vector, "sessionId"));
            byte[] plain = Bytes.fromHex(text(vector, "plain"));
            String viewId = text(vector, "viewId");
            assertThat(sealer.seal(viewId, plain, fixed(text(vector, "salt")))).isEqualTo(text(vector, "text"));
            assertThat(sealer.open(viewId, text(vector, "text"))).isEqualTo(plain);
        }
    }

    @Test
    void votesAreSealedLikeThis() {
        for (JsonObject vector : list("votes")) {
            VoteSealer sealer = new VoteSealer(keys(vector), text(vector, "sessionId"));
            byte[] plain = Bytes.fromHex(text(vector, "plain"));
            String question = text(vector, "question");
            assertThat(sealer.seal(question, plain, fixed(text(vector, "salt"))))
                    .isEqualTo(text(vector, "text"));
            assertThat(sealer.open(question, text(vector, "text"))).isEqualTo(plain);
        }
    }

    @Test
    void filesAreSealedLikeThis() {
        for (JsonObject vector : list("files")) {
            SessionKeys keys = keys(vector);
            FileKind kind = FileKind.valueOf(text(vector, "kind"));
            byte[] plain = Bytes.fromHex(text(vector, "plain"));
            byte[] file = vector.string("salt").isPresent()
                    ? new FileSealer(keys)
                            .seal(kind, text(vector, "id"), text(vector, "name"), plain, fixed(text(vector, "salt")))
                    : new FileSealer(keys).sealRepeatable(kind, text(vector, "id"), text(vector, "name"), plain);
            assertThat(Bytes.hex(file)).isEqualTo(text(vector, "file"));
            assertThat(new FileOpener(keys).open(kind, text(vector, "id"), text(vector, "name"), file))
                    .isEqualTo(plain);
        }
    }

    @Test
    void dataIsSealedLikeThis() {
        for (JsonObject vector : list("blobs")) {
            BlobSealer sealer = new BlobSealer(keys(vector), text(vector, "appId"), text(vector, "persistentId"));
            byte[] plain = Bytes.fromHex(text(vector, "plain"));
            BlobSealer.Sealed sealed =
                    sealer.seal(plain, text(vector, "shareable").equals("true"));
            assertThat(sealed.id()).hasToString(text(vector, "id"));
            assertThat(Bytes.hex(sealed.file())).isEqualTo(text(vector, "file"));
            assertThat(sealer.open(BlobId.parse(text(vector, "id")), sealed.file()))
                    .isEqualTo(plain);
        }
    }

    @Test
    void checkWordsKeyedIdsAndSignaturesAreLikeThis() {
        JsonObject vector = vectors.object("other").orElseThrow();
        SessionKeys keys = keys(vector);
        String sessionId = text(vector, "sessionId");
        assertThat(CheckWord.of(keys, sessionId)).isEqualTo(text(vector, "checkWord"));
        byte[] content = Bytes.fromHex(text(vector, "content"));
        for (KeyedId.Purpose purpose : KeyedId.Purpose.values()) {
            assertThat(new KeyedId(keys, purpose, sessionId).of(content)).isEqualTo(text(vector, purpose.name()));
        }
        MembershipKey membership = new MembershipKey(keys);
        assertThat(Bytes.hex(membership.publicKey())).isEqualTo(text(vector, "publicKey"));
        assertThat(Bytes.hex(membership.sign(sessionId, content))).isEqualTo(text(vector, "signature"));
    }

    private static SessionKeys keys(JsonObject vector) {
        return SessionKeys.ofSecret(Bytes.fromHex(text(vector, "secret")));
    }

    private static RandomBytes fixed(String hex) {
        byte[] all = Bytes.fromHex(hex);
        return bytes -> {
            assertThat(bytes).hasSameSizeAs(all);
            System.arraycopy(all, 0, bytes, 0, all.length);
        };
    }

    private List<JsonObject> list(String name) {
        List<JsonValue> values = vectors.array(name).orElseThrow().items();
        assertThat(values).isNotEmpty();
        return values.stream().map(JsonObject.class::cast).toList();
    }

    private static String text(JsonObject vector, String name) {
        return vector.get(name)
                .map(value -> ((JsonString) value).value())
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    private static JsonObject read() {
        try (InputStream in = FormatVectorsTest.class.getResourceAsStream("vectors.json")) {
            return (JsonObject) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
