package org.multisynq4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonString;

class ServerFrameTest {
    private final ServerFrameDecoder decoder = new ServerFrameDecoder(Limits.DEFAULTS);
    private final ServerFrameEncoder encoder = new ServerFrameEncoder(ProtocolVectors.SESSION);

    @Test
    void readsSyncOfAFreshSession() {
        ServerFrame.Sync sync = (ServerFrame.Sync) decoder.decode(ProtocolVectors.SYNC_FRESH);
        assertThat(sync.header())
                .isEqualTo(new ServerFrame.SyncHeader(
                        new ServerFrame.Start.Fresh(),
                        0,
                        Sequence.START,
                        ProtocolVectors.TOVE,
                        "local",
                        "apgqsqawsoo",
                        List.of()));
        assertThat(sync.messages()).isEmpty();
    }

    @Test
    void readsSyncWithSnapshotAndMessages() {
        ServerFrame.Sync sync = (ServerFrame.Sync) decoder.decode(ProtocolVectors.SYNC_SNAPSHOT);
        assertThat(sync.header().start())
                .isEqualTo(new ServerFrame.Start.FromSnapshot(ProtocolVectors.SNAP_URL, 7232, 4294967286L));
        assertThat(sync.messages())
                .containsExactly(new Message(
                        11211, 4294967287L, new Payload.Text(ProtocolVectors.CIPHER), List.of(new JsonNumber(2))));
    }

    @Test
    void readsSyncWithPersistentData() {
        String sync = ProtocolVectors.SYNC_FRESH.replace("\"url\":\"\"", "\"url\":\"/files/p\",\"persisted\":true");
        assertThat(((ServerFrame.Sync) decoder.decode(sync)).header().start())
                .isEqualTo(new ServerFrame.Start.FromPersisted("/files/p"));
    }

    @Test
    void readsUsersAndTallies() {
        assertThat(payload(ProtocolVectors.USERS_JOINED))
                .isEqualTo(new Payload.Users(1, 1, List.of(Participant.of("thzmm0l1ii")), List.of()));
        assertThat(payload(ProtocolVectors.USERS_LEFT))
                .isEqualTo(new Payload.Users(1, 1, List.of(), List.of(Participant.of("w3r8y2ajhh"))));
        Payload.Users withData = (Payload.Users) payload(ProtocolVectors.USERS_DATA);
        assertThat(withData.joined().get(0).data())
                .hasValueSatisfying(data -> assertThat(data).startsWith("izdXk2"));
        Payload.Tally tally = (Payload.Tally) payload(ProtocolVectors.TALLY);
        assertThat(tally.tally().values()).containsExactly(1);
        assertThat(tally.tallyTarget()).isEqualTo(Json.parse("[\"handlePersistVote\"]"));
    }

    private Payload payload(String recv) {
        return ((ServerFrame.Recv) decoder.decode(recv)).message().payload();
    }

    @Test
    void takesAnUnknownServerMessageForOneThatDoesNothing() {
        assertThat(payload(ProtocolVectors.frame("RECV", "[1,5,{\"what\":\"audit\"}]")))
                .isEqualTo(new Payload.Other("audit"));
    }

    @Test
    void writesServerMessagesWithTheSizeOfTheOriginal() {
        String users = PayloadEncoder.encode(new Payload.Users(1, 1, List.of(Participant.of("thzmm0l1ii")), List.of()));
        assertThat(encoder.recv(ServerFrameEncoder.messageArgs(201, 4294967281L, users, List.of())))
                .isEqualTo(ProtocolVectors.USERS_JOINED);
        for (String vector : List.of(ProtocolVectors.USERS_LEFT, ProtocolVectors.USERS_DATA, ProtocolVectors.TALLY)) {
            Message message = ((ServerFrame.Recv) decoder.decode(vector)).message();
            String payload = PayloadEncoder.encode(message.payload());
            assertThat(encoder.recv(
                            ServerFrameEncoder.messageArgs(message.timeMs(), message.seq(), payload, message.rest())))
                    .isEqualTo(vector);
        }
    }

    @Test
    void writesSyncAsTheOriginalDoes() {
        for (String vector : List.of(ProtocolVectors.SYNC_FRESH, ProtocolVectors.SYNC_SNAPSHOT)) {
            ServerFrame.Sync sync = (ServerFrame.Sync) decoder.decode(vector);
            StringBuilder messages = new StringBuilder();
            for (Message message : sync.messages()) {
                messages.append(ServerFrameEncoder.messageArgs(
                        message.timeMs(), message.seq(), PayloadEncoder.encode(message.payload()), message.rest()));
            }
            assertThat(encoder.sync(sync.header(), messages)).isEqualTo(vector);
        }
    }

    @Test
    void writesAndReadsTheSmallFrames() {
        assertThat(encoder.tick(704)).isEqualTo(ProtocolVectors.TICK);
        assertThat(decoder.decode(encoder.tick(704))).isEqualTo(new ServerFrame.Tick(704));
        assertThat(decoder.decode(ProtocolVectors.frame("TICK", "{\"time\":704}")))
                .isEqualTo(new ServerFrame.Tick(704));
        assertThat(decoder.decode(encoder.requ())).isEqualTo(new ServerFrame.Requ());
        String challenge = "A".repeat(43);
        assertThat(decoder.decode(encoder.challenge(challenge))).isEqualTo(new ServerFrame.Challenge(challenge));
        ServerFrame.Info info = new ServerFrame.Info("SNAPSHOT_NEEDED", "text", "warning", true);
        assertThat(decoder.decode(encoder.info(info))).isEqualTo(info);
        assertThat(ServerFrameEncoder.pong(new JsonNumber(1795159049750.0)))
                .isEqualTo("{\"action\":\"PONG\",\"args\":1795159049750}");
        assertThat(decoder.decode("{\"action\":\"PONG\"}")).isEqualTo(new ServerFrame.Pong(Optional.empty()));
        assertThat(decoder.decode("{\"action\":\"RECONNECT\"}")).isEqualTo(new ServerFrame.Unknown("RECONNECT"));
    }

    @Test
    void takesSignedSequenceNumbers() {
        ServerFrame.Recv recv = (ServerFrame.Recv) decoder.decode(ProtocolVectors.frame("RECV", "[1,-16,\"x\"]"));
        assertThat(recv.message().seq()).isEqualTo(Sequence.START);
    }

    @Test
    void tallyKeysAreKeptVerbatim() {
        Payload.Tally tally =
                new Payload.Tally(1, Map.of("{\"a\":\"\\\\\u2028\ud83d\ude00\"}", 2), JsonArray.EMPTY, "k", 0);
        String args = ServerFrameEncoder.messageArgs(1, 2, PayloadEncoder.encode(tally), List.of());
        assertThat(payload(encoder.recv(args))).isEqualTo(tally);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"action\":\"SYNC\"}",
                "{\"action\":\"SYNC\",\"args\":{\"time\":1}}",
                "{\"action\":\"SYNC\",\"args\":{\"time\":1,\"seq\":1,\"url\":\"u\"}}",
                "{\"action\":\"SYNC\",\"args\":{\"time\":1,\"seq\":1,\"messages\":[[1,2]]}}",
                "{\"action\":\"RECV\",\"args\":[1,2]}",
                "{\"action\":\"RECV\",\"args\":[-1,2,\"x\"]}",
                "{\"action\":\"RECV\",\"args\":[1.5,2,\"x\"]}",
                "{\"action\":\"RECV\",\"args\":[1,4294967296,\"x\"]}",
                "{\"action\":\"RECV\",\"args\":[1,2,3]}",
                "{\"action\":\"RECV\",\"args\":[1,2,{\"what\":\"users\"}]}",
                "{\"action\":\"RECV\",\"args\":[1,2,{\"what\":\"users\",\"active\":-1}]}",
                "{\"action\":\"RECV\",\"args\":[1,2,{\"what\":\"users\",\"active\":1,\"joined\":[5]}]}",
                "{\"action\":\"RECV\",\"args\":[1,2,{\"what\":\"tally\"}]}",
                "{\"action\":\"TICK\",\"args\":\"5\"}",
                "{\"action\":\"TICK\",\"args\":1e20}",
                "{\"action\":\"INFO\",\"args\":5}"
            })
    void aReflectorThatBreaksTheProtocolIsNotBelieved(String frame) {
        assertThatThrownBy(() -> decoder.decode(frame)).isInstanceOf(FrameException.class);
    }

    @Test
    void longFramesTravelInChunks() {
        String frame = "{\"x\":\"" + "ab\ud83d\ude00".repeat(1000) + "\"}";
        for (int chunkChars : new int[] {1, 2, 7, 1000, frame.length() - 1, frame.length(), frame.length() + 1}) {
            List<String> chunks = ServerFrameEncoder.chunks(frame, chunkChars);
            assertThat(chunks.size() == 1).isEqualTo(chunkChars >= frame.length());
            ChunkJoiner joiner = new ChunkJoiner(Limits.DEFAULTS);
            for (int i = 0; i < chunks.size(); i++) {
                boolean last = i == chunks.size() - 1;
                assertThat(joiner.add(chunks.get(i))).isEqualTo(last ? Optional.of(frame) : Optional.empty());
            }
            assertThat(joiner.add("next")).contains("next");
        }
    }

    @Test
    void chunksNeverCutASurrogatePair() {
        for (String chunk : ServerFrameEncoder.chunks("a" + "\ud83d\ude00".repeat(50), 2)) {
            assertThat(Character.isHighSurrogate(chunk.charAt(chunk.length() - 1)))
                    .isFalse();
        }
    }

    @Test
    void chunksOutOfOrderAreRefused() {
        List<List<String>> bad = List.of(
                List.of("_CHUNK"),
                List.of("_CHUNK1"),
                List.of("_CHUNK1x"),
                List.of("_CHUNK00abc"),
                List.of("_CHUNK01abc"),
                List.of("_CHUNK10abc", "_CHUNK10abc"),
                List.of("_CHUNK10abc", "{}"));
        for (List<String> frames : bad) {
            ChunkJoiner joiner = new ChunkJoiner(Limits.DEFAULTS);
            assertThatThrownBy(() -> frames.forEach(joiner::add))
                    .as(frames.toString())
                    .isInstanceOf(FrameException.class);
        }
    }

    @Test
    void joinedChunksMayHaveTheLengthOfTheLimit() {
        Limits limits = Limits.DEFAULTS.with(Limit.CHUNKED_FRAME_CHARS, 10);
        assertThat(joined(limits, "_CHUNK1012345", "_CHUNK0167890")).hasValue("1234567890");
        assertThatThrownBy(() -> joined(limits, "_CHUNK1012345", "_CHUNK01678901"))
                .isInstanceOf(FrameException.class);
    }

    private static Optional<String> joined(Limits limits, String first, String second) {
        ChunkJoiner joiner = new ChunkJoiner(limits);
        assertThat(joiner.add(first)).isEmpty();
        return joiner.add(second);
    }

    @Test
    void randomChangesOfGoodFramesNeverThrowAnythingElse() {
        RandomFrames.assertReadOrRefused(
                decoder::decode,
                ProtocolVectors.SYNC_FRESH,
                ProtocolVectors.SYNC_SNAPSHOT,
                ProtocolVectors.USERS_DATA,
                ProtocolVectors.USERS_LEFT,
                ProtocolVectors.TALLY,
                ProtocolVectors.TICK);
    }

    @Test
    void participantsAreOneOfThreeForms() {
        assertThat(Participant.of("v", "cipher").json()).isEqualTo(Json.parse("{\"id\":\"v\",\"data\":\"cipher\"}"));
        assertThat(Participant.read(new JsonString(""))).isEmpty();
        assertThat(Participant.read(Json.parse("[\"v\"]")).map(Participant::viewId))
                .contains("v");
    }
}
