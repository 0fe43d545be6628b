package org.multisynq4j.client.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.UnreadableRecordingException;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Participant;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.protocol.ServerFrame.Start;
import org.multisynq4j.text.Bytes;

class RecordingFileTest {
    /** Version 1; every later program has to read it. */
    private static final String GOLDEN =
            "4d344a5201a5027b2273657373696f6e4964223a2273222c226170704964223a226f72672e6578616d706c65222c2270"
                    + "657273697374656e744964223a2270222c22636f646548617368223a2263222c22746f7665223a226b312e77222c226e"
                    + "616d65223a22726f6f6d222c227374617274223a7b22736e617073686f74223a22736e617073686f74732f732f315f32"
                    + "2e736e6170222c2274696d65223a312c22736571223a327d2c22736e617073686f7473223a5b7b22736e617073686f74"
                    + "223a22736e617073686f74732f732f395f382e736e6170222c2274696d65223a392c22736571223a387d5d2c2274696d"
                    + "65223a313233342c226d65737361676573223a322c227265636f726465644174223a313730303030303030303030302c"
                    + "226279223a227761736d227d0114736e617073686f74732f732f315f322e736e617002010201030204ff";

    private static final RecordingFacts FACTS = new RecordingFacts(
            "s",
            "org.example",
            "p",
            "c",
            "k1.w",
            "room",
            new Start.FromSnapshot("snapshots/s/1_2.snap", 1, 2),
            List.of(new Start.FromSnapshot("snapshots/s/9_8.snap", 9, 8)),
            1234,
            2,
            1_700_000_000_000L,
            "wasm");

    private static final RecordingLimits LIMITS = RecordingLimits.DEFAULTS;

    private static final RecordingFile FILE = new RecordingFile(
            FACTS, Map.of("snapshots/s/1_2.snap", new byte[] {1, 2}), new byte[] {3}, new byte[] {4, -1});

    @Test
    void theFormatIsThatOfTheGoldenFile() {
        assertThat(Bytes.hex(FILE.encode())).isEqualTo(GOLDEN);
        RecordingFile read = RecordingFile.decode(Bytes.fromHex(GOLDEN));
        assertThat(read.facts()).isEqualTo(FACTS);
        assertThat(read.files()).containsOnlyKeys("snapshots/s/1_2.snap");
        assertThat(read.files().get("snapshots/s/1_2.snap")).containsExactly(1, 2);
        assertThat(read.log()).containsExactly(3);
        assertThat(read.details()).containsExactly(4, -1);
    }

    @Test
    void otherBeginningsAreKeptToo() {
        for (Start start : List.of(new Start.Fresh(), new Start.FromPersisted("apps/a/p/save/x"))) {
            RecordingFacts facts = new RecordingFacts("s", "a", "p", "c", "t", "", start, List.of(), 0, 0, 0, "jvm");
            byte[] bytes = new RecordingFile(facts, Map.of(), new byte[0], new byte[0]).encode();
            assertThat(RecordingFile.decode(bytes).facts()).isEqualTo(facts);
        }
    }

    @Test
    void messagesAreKeptAsTheReflectorSentThem() {
        List<Message> messages = List.of(
                new Message(
                        10,
                        4294967281L,
                        new Payload.Users(1, 2, List.of(Participant.of("ann", "v1.x")), List.of()),
                        List.of()),
                new Message(20, 4294967282L, new Payload.Text("e1.\u00e4\n\"x\""), List.of(new JsonNumber(17.5))),
                new Message(
                        30,
                        0,
                        new Payload.Tally(25.5, Map.of("{\"hash\":\"h\"}", 2), JsonArray.EMPTY, "snapshot@25.5", 1),
                        List.of()));
        StringBuilder log = new StringBuilder();
        messages.forEach(message -> log.append(RecordingFile.line(message)).append('\n'));

        assertThat(RecordingFile.messages(log.toString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(messages);
        assertThatThrownBy(() -> RecordingFile.messages("[1,2,\"x\"]\n[1,2]\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void detailsAreKept() {
        RecordingDetails details = new RecordingDetails(
                JsonObject.builder().put("size", 8).build(),
                4096,
                Optional.of(new RecordingEnding(12.5, 4294967290L, "0123", new byte[] {5, 6})));
        RecordingDetails read = RecordingDetails.decode(details.encode());
        assertThat(read.options()).isEqualTo(details.options());
        assertThat(read.maxPersistedBytes()).isEqualTo(4096);
        assertThat(read.ending().orElseThrow().seq()).isEqualTo(4294967290L);
        assertThat(read.ending().orElseThrow().image()).containsExactly(5, 6);

        RecordingDetails none = new RecordingDetails(JsonObject.EMPTY, 1, Optional.empty());
        assertThat(RecordingDetails.decode(none.encode())).isEqualTo(none);
    }

    @Test
    void whatIsNoRecordingIsRefused() {
        assertThatThrownBy(() -> RecordingFile.decode(Bytes.utf8("PK\u0003\u0004zip")))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("does not begin with M4JR");
        byte[] later = FILE.encode();
        later[4] = 2;
        assertThatThrownBy(() -> RecordingFile.decode(later))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("has version 2, this program reads version 1");
        byte[] longer = java.util.Arrays.copyOf(FILE.encode(), FILE.encode().length + 1);
        assertThatThrownBy(() -> RecordingFile.decode(longer)).isInstanceOf(UnreadableRecordingException.class);
    }

    @Test
    void asManyFilesAsAllowedAreReadAndNotOneMore() {
        assertThat(RecordingFile.decode(withFiles(LIMITS.maxFiles())).files()).hasSize(LIMITS.maxFiles());
        assertThatThrownBy(() -> RecordingFile.decode(withFiles(LIMITS.maxFiles() + 1)))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining("100001 files");
    }

    private static void assertReadAtMost(byte[] recording, RecordingLimits enough, RecordingLimits less, String why) {
        assertThat(RecordingFile.decode(recording, enough).facts()).isEqualTo(FACTS);
        assertThatThrownBy(() -> RecordingFile.decode(recording, less))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aFileAsLongAsAllowedIsReadAndNotOneByteMore() {
        byte[] file = FILE.encode();
        assertReadAtMost(
                file,
                new RecordingLimits(file.length, 1 << 20, 1, 1024, 1),
                new RecordingLimits(file.length - 1, 1 << 20, 1, 1024, 1),
                "longer than the " + (file.length - 1) + " bytes allowed");
    }

    @Test
    void factsAsLongAsAllowedAreReadAndNotOneByteMore() {
        int length = Bytes.utf8(Json.write(FACTS.toJson())).length;
        assertReadAtMost(
                FILE.encode(),
                new RecordingLimits(1 << 20, length, 1, 1024, 1),
                new RecordingLimits(1 << 20, length - 1, 1, 1024, 1),
                "damaged");
    }

    @Test
    void pathsAsLongAsAllowedAreReadAndNotOneByteMore() {
        int length = "snapshots/s/1_2.snap".length();
        assertReadAtMost(
                FILE.encode(),
                new RecordingLimits(1 << 20, 1 << 20, 1, length, 1),
                new RecordingLimits(1 << 20, 1 << 20, 1, length - 1, 1),
                "damaged");
    }

    private static byte[] withFiles(int count) {
        Map<String, byte[]> files = new java.util.LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            files.put("snapshots/" + i, new byte[0]);
        }
        return new RecordingFile(FACTS, files, new byte[0], new byte[0]).encode();
    }

    @Test
    void filesAreKnownByTheirPathWhereverTheServerIs() {
        assertThat(RecordingFile.path("http://127.0.0.1:1/files/snapshots/s/1.snap"))
                .isEqualTo("snapshots/s/1.snap");
        assertThat(RecordingFile.path("https://x/files/apps/a/p/save/h")).isEqualTo("apps/a/p/save/h");
        assertThat(RecordingFile.path("snapshots/s/1.snap")).isEqualTo("snapshots/s/1.snap");
    }
}
