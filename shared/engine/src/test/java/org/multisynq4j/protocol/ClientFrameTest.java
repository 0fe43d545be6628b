package org.multisynq4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonNull;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.manifest.ManifestLimits;

class ClientFrameTest {
    private final ClientFrameDecoder decoder = new ClientFrameDecoder(Limits.DEFAULTS);
    private final ClientFrameEncoder encoder = new ClientFrameEncoder(ProtocolVectors.SESSION);

    @Test
    void readsTheJoinOfTheOriginalClient() {
        assertThat(decoder.decode(ProtocolVectors.JOIN))
                .isEqualTo(new ClientFrame.Join(
                        "com.example.wire/room1",
                        "none",
                        "com.example.wire",
                        "ML_cMe3tLz5uwcq8pMOPS5PzQuUkD5sGFO8WUDARBk8",
                        "http://localhost/node.html",
                        "1.1.0",
                        "unknown_dev_id",
                        1,
                        Optional.of(Participant.of("thzmm0l1ii")),
                        Optional.of(new TickRate(500, 0)),
                        OptionalDouble.of(10),
                        ProtocolVectors.TOVE,
                        "7hZPlPunp1OusCrRTfTQbxB6cSmSUipuNb0XiVqALRE",
                        OptionalDouble.of(1250),
                        List.of(),
                        ""));
    }

    @Test
    void readsSendWithWhatFollowsThePayload() {
        assertThat(decoder.decode(ProtocolVectors.SEND))
                .isEqualTo(new ClientFrame.Send(
                        1203, ProtocolVectors.CIPHER, List.of(new JsonNumber(0)), Optional.empty()));
    }

    @Test
    void readsTheDebounceTag() {
        assertThat(decoder.decode(ProtocolVectors.POLL))
                .isEqualTo(new ClientFrame.Send(
                        4078,
                        ProtocolVectors.CIPHER,
                        List.of(new JsonNumber(3)),
                        Optional.of(new ClientFrame.Debounce("pollForSnapshot", 5000))));
    }

    @Test
    void readsVotesWithAndWithoutAFirstMessage() {
        ClientFrame.Tutti vote = (ClientFrame.Tutti) decoder.decode(ProtocolVectors.TUTTI);
        assertThat(vote.tuttiKey()).isEqualTo("persist@3075");
        assertThat(vote.first()).isEmpty();
        assertThat(vote.wantsVote()).isTrue();
        assertThat(vote.payload()).startsWith("{\"hash\":\"aBIko");
        ClientFrame.Tutti reflected = (ClientFrame.Tutti) decoder.decode(ProtocolVectors.REFLECTED_TUTTI);
        assertThat(reflected.first().map(ClientFrame.Send::payload)).contains(ProtocolVectors.CIPHER);
        assertThat(reflected.tallyTarget()).isEqualTo(Json.parse("[\"handleModelEventInView\",\"k:first#__vote\"]"));
    }

    @Test
    void readsSnapAndSave() {
        assertThat(decoder.decode(ProtocolVectors.SNAP))
                .isEqualTo(new ClientFrame.Snap(
                        7232,
                        4294967286L,
                        "K18jjbb2ys1S1BGSmKirQUMfaIbx8pwZm54Vigzotjg",
                        ProtocolVectors.SNAP_URL,
                        false));
        assertThat(decoder.decode(ProtocolVectors.SAVE))
                .isEqualTo(new ClientFrame.Save(
                        3075, "http://127.0.0.1:18888/files/apps/com.example.wire/x/save/y", false));
    }

    @Test
    void takesWhatADissidentAddsForADissident() {
        String snap =
                ProtocolVectors.SNAP.replace("\"dissident\":null", "\"dissident\":{\"groupVotes\":1,\"allVotes\":3}");
        assertThat(((ClientFrame.Snap) decoder.decode(snap)).dissident()).isTrue();
    }

    @Test
    void whatTheEncoderWritesTheDecoderReads() {
        JsonValue mixed = Json.parse("{\"a\":[1,null,true,\"\\u2028\\ud83d\\ude00\"]}");
        List<ClientFrame> frames = List.of(
                decoder.decode(ProtocolVectors.JOIN),
                new ClientFrame.Send(1.5, "p\"\\\n", List.of(mixed, JsonNull.NULL), Optional.empty()),
                decoder.decode(ProtocolVectors.POLL),
                decoder.decode(ProtocolVectors.TUTTI),
                decoder.decode(ProtocolVectors.REFLECTED_TUTTI),
                new ClientFrame.Ticks(),
                decoder.decode(ProtocolVectors.SNAP),
                new ClientFrame.Snap(1, 2, "h", "u", true),
                new ClientFrame.Snap(1, 2, "h", "u", false, List.of(id(1), id(2))),
                decoder.decode(ProtocolVectors.SAVE),
                decoder.decode(join("\"flags\":{\"membership\":true},\"memberKey\":\"" + "A".repeat(43) + "\"")),
                new ClientFrame.Prove("A".repeat(86)),
                new ClientFrame.Ping(mixed),
                new ClientFrame.Pulse(),
                new ClientFrame.Log(new JsonString("hello world")),
                new ClientFrame.Unknown("FUTURE"));
        for (ClientFrame frame : frames) {
            assertThat(decoder.decode(encoder.encode(frame))).isEqualTo(frame);
        }
    }

    @Test
    void writesSendAndJoinAsTheOriginalDoes() {
        assertThat(encoder.encode(decoder.decode(ProtocolVectors.SEND))).isEqualTo(ProtocolVectors.SEND);
        assertThat(encoder.encode(decoder.decode(ProtocolVectors.TUTTI))).isEqualTo(ProtocolVectors.TUTTI);
        assertThat(encoder.encode(decoder.decode(ProtocolVectors.POLL))).isEqualTo(ProtocolVectors.POLL);
        assertThat(encoder.encode(decoder.decode(ProtocolVectors.SAVE))).isEqualTo(ProtocolVectors.SAVE);
        assertThat(Json.parse(encoder.encode(decoder.decode(ProtocolVectors.JOIN))))
                .isEqualTo(Json.parse(ProtocolVectors.JOIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v1\"", "[\"v1\"]", "[\"v1\",{\"region\":\"DE\"}]", "{\"id\":\"v1\",\"data\":\"x\"}"})
    void takesAUserAsTextArrayOrObject(String user) {
        ClientFrame.Join join = (ClientFrame.Join) decoder.decode(join("\"user\":" + user));
        assertThat(join.user().map(Participant::viewId)).contains("v1");
        assertThat(join.user().map(Participant::json)).contains(Json.parse(user));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "false", "0"})
    void takesAJoinWithoutTrueUserForASpectator(String user) {
        assertThat(((ClientFrame.Join) decoder.decode(join("\"user\":" + user))).user())
                .isEmpty();
    }

    @Test
    void cutsWishesForTheTickRate() {
        assertThat(rateOf("{\"tick\":0.001,\"delay\":99999}"))
                .isEqualTo(new TickRate(TickRate.SHORTEST_MS, TickRate.SHORTEST_MS));
        assertThat(rateOf("{\"tick\":1e300}")).isEqualTo(new TickRate(TickRate.LONGEST_MS, 0));
        assertThat(rateOf("{\"tick\":500,\"delay\":334}")).isEqualTo(new TickRate(500, 334));
    }

    private TickRate rateOf(String ticks) {
        return ((ClientFrame.Join) decoder.decode(join("\"ticks\":" + ticks)))
                .ticks()
                .orElseThrow();
    }

    @Test
    void cutsALongLeaveDelay() {
        assertThat(((ClientFrame.Join) decoder.decode(join("\"leaveDelay\":1e9"))).leaveDelayMs())
                .hasValue(Limit.LEAVE_DELAY_MS.byDefault());
    }

    @Test
    void keepsOnlyFlagsThatAreSet() {
        ClientFrame.Join join = (ClientFrame.Join)
                decoder.decode(join("\"flags\":{\"rawtime\":true,\"off\":false,\"leave-now\":1,\"none\":null}"));
        assertThat(join.flags()).containsExactly("rawtime", "leave-now");
    }

    @Test
    void ignoresArraysAndUnknownActions() {
        assertThat(decoder.decode("[1,2]")).isEqualTo(new ClientFrame.Unknown(""));
        assertThat(decoder.decode("{}")).isEqualTo(new ClientFrame.Unknown(""));
        assertThat(decoder.decode("{\"action\":\"RECONNECT\",\"args\":1}"))
                .isEqualTo(new ClientFrame.Unknown("RECONNECT"));
        assertThat(decoder.decode("{\"action\":17}")).isEqualTo(new ClientFrame.Unknown(""));
    }

    @Test
    void doesNotMindASendersTimeThatCouldNotBeWritten() {
        assertThat(decoder.decode("{\"action\":\"SEND\",\"args\":[null,0,\"x\"]}"))
                .isEqualTo(new ClientFrame.Send(0, "x", List.of(), Optional.empty()));
    }

    @Test
    void passesTallyTargetsThatAreNoArraysAsEmpty() {
        ClientFrame.Tutti tutti =
                (ClientFrame.Tutti) decoder.decode("{\"action\":\"TUTTI\",\"args\":[1,0,\"x\",null,false,null,\"k\"]}");
        assertThat(tutti.tallyTarget()).isEqualTo(JsonArray.EMPTY);
        assertThat(tutti.wantsVote()).isFalse();
    }

    static String join(String members) {
        return "{\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"none\"," + members + "}}";
    }

    private static String id(int number) {
        return Sha256.base64Url("part " + number);
    }

    private static ClientFrame.Snap snapOf(int parts) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            ids.add(id(i));
        }
        return new ClientFrame.Snap(1, 2, "h", "u", false, ids);
    }

    @Test
    void aSnapshotOfTheMostPartsFitsIntoOneFrame() {
        int most = Limits.DEFAULTS.of(Limit.SNAPSHOT_FILES);
        String text = encoder.encode(snapOf(most));

        assertThat(most).isEqualTo(ManifestLimits.MAX_PARTS);
        assertThat(text.length()).isLessThan(Limits.DEFAULTS.of(Limit.FRAME_CHARS));
        assertThat(decoder.decode(text)).isEqualTo(snapOf(most));
        assertThatThrownBy(() -> decoder.decode(encoder.encode(snapOf(most + 1))))
                .isInstanceOf(FrameException.class)
                .hasMessageContaining("at most " + most + " ids");
    }
}
