package org.multisynq4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a frame ends in a {@link FrameException} with the close reason of the original where it has one. */
class HostileClientFrameTest {
    private final ClientFrameDecoder decoder = new ClientFrameDecoder(Limits.DEFAULTS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "MALFORMED_MESSAGE | {",
                "MALFORMED_MESSAGE | hello",
                "MALFORMED_MESSAGE | 17",
                "MALFORMED_MESSAGE | \"text\"",
                "MALFORMED_MESSAGE | {\"action\":\"SEND\",\"args\":[0,0,\"x\"]} extra",
                "UNKNOWN_ERROR | null",
                "OUTDATED_PROTOCOL | {\"action\":\"JOIN\"}",
                "OUTDATED_PROTOCOL | {\"action\":\"JOIN\",\"args\":null}",
                "OUTDATED_PROTOCOL | {\"action\":\"JOIN\",\"args\":3}",
                "OUTDATED_PROTOCOL | {\"action\":\"JOIN\",\"args\":[]}",
                "OUTDATED_PROTOCOL | {\"action\":\"JOIN\",\"args\":{\"version\":0,\"apiKey\":\"none\"}}",
                "OUTDATED_PROTOCOL | {\"action\":\"JOIN\",\"args\":{\"version\":2,\"apiKey\":\"none\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":\"1\",\"apiKey\":\"none\"}}",
                "BAD_API_KEY | {\"action\":\"JOIN\",\"args\":{\"version\":1}}",
                "BAD_API_KEY | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":null}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":{}}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"name\":5}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"user\":5}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"user\":[]}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"user\":[7]}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"user\":{\"id\":\"\"}}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"ticks\":{}}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"ticks\":{\"tick\":0}}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"ticks\":{\"tick\":5,\"delay\":-1}}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"leaveDelay\":-1}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"flags\":\"rawtime\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"memberKey\":7}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"memberKey\":\"AAAA\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"memberKey\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"memberKey\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"JOIN\",\"args\":{\"version\":1,\"apiKey\":\"n\",\"memberKey\":\"AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"PROVE\"}",
                "MALFORMED_MESSAGE | {\"action\":\"PROVE\",\"args\":[]}",
                "MALFORMED_MESSAGE | {\"action\":\"PROVE\",\"args\":{}}",
                "MALFORMED_MESSAGE | {\"action\":\"PROVE\",\"args\":{\"signature\":\"\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"PROVE\",\"args\":{\"signature\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}}",
                "UNKNOWN_ERROR | {\"action\":\"SEND\"}",
                "UNKNOWN_ERROR | {\"action\":\"SEND\",\"args\":[]}",
                "UNKNOWN_ERROR | {\"action\":\"SEND\",\"args\":[1,0]}",
                "UNKNOWN_ERROR | {\"action\":\"SEND\",\"args\":{\"0\":1}}",
                "MALFORMED_MESSAGE | {\"action\":\"SEND\",\"args\":[1,0,{\"what\":\"users\",\"active\":0,\"left\":[\"v\"]}]}",
                "MALFORMED_MESSAGE | {\"action\":\"SEND\",\"args\":[1,0,null]}",
                "MALFORMED_MESSAGE | {\"action\":\"SEND\",\"args\":[1,0,17]}",
                "MALFORMED_MESSAGE | {\"action\":\"SEND\",\"args\":[1,0,\"x\"],\"tags\":{\"debounce\":5}}",
                "MALFORMED_MESSAGE | {\"action\":\"SEND\",\"args\":[1,0,\"x\"],\"tags\":{\"debounce\":\"5\",\"msgID\":\"m\"}}",
                "UNKNOWN_ERROR | {\"action\":\"TUTTI\",\"args\":[1,0,\"x\",null,true,[]]}",
                "MALFORMED_MESSAGE | {\"action\":\"TUTTI\",\"args\":[1,0,{},null,true,[],\"k\"]}",
                "MALFORMED_MESSAGE | {\"action\":\"TUTTI\",\"args\":[1,0,\"x\",null,true,[],\"\"]}",
                "MALFORMED_MESSAGE | {\"action\":\"TUTTI\",\"args\":[null,0,\"x\",null,true,[],\"k\"]}",
                "UNKNOWN_ERROR | {\"action\":\"TUTTI\",\"args\":[1,0,\"x\",[1],true,[],\"k\"]}",
                "MALFORMED_MESSAGE | {\"action\":\"TUTTI\",\"args\":[1,0,\"x\",[1,2,{\"what\":\"users\"}],true,[],\"k\"]}",
                "MALFORMED_MESSAGE | {\"action\":\"SNAP\"}",
                "MALFORMED_MESSAGE | {\"action\":\"SNAP\",\"args\":{\"time\":1,\"seq\":1}}",
                "MALFORMED_MESSAGE | {\"action\":\"SNAP\",\"args\":{\"time\":1,\"seq\":1,\"url\":\"u\",\"files\":{}}}",
                "MALFORMED_MESSAGE | {\"action\":\"SNAP\",\"args\":{\"time\":1,\"seq\":1,\"url\":\"u\",\"files\":[1]}}",
                "MALFORMED_MESSAGE | {\"action\":\"SNAP\",\"args\":{\"time\":1,\"seq\":1,\"url\":\"u\",\"files\":[\"short\"]}}",
                "MALFORMED_MESSAGE | {\"action\":\"SNAP\",\"args\":{\"time\":1,\"seq\":1,\"url\":\"u\",\"files\":[\"../../../other-session/parts/aaaaaaaaaaaaaaaaa\"]}}",
                "MALFORMED_MESSAGE | {\"action\":\"SNAP\",\"args\":{\"time\":-1,\"seq\":1,\"url\":\"u\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"SNAP\",\"args\":{\"time\":1.5,\"seq\":1,\"url\":\"u\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"SNAP\",\"args\":{\"time\":1,\"seq\":4294967296,\"url\":\"u\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"SNAP\",\"args\":{\"time\":1e30,\"seq\":1,\"url\":\"u\"}}",
                "MALFORMED_MESSAGE | {\"action\":\"SAVE\",\"args\":{\"persistTime\":1,\"url\":[]}}",
                "MALFORMED_MESSAGE | {\"action\":\"SAVE\",\"args\":{\"persistTime\":1}}",
            })
    void breaksTheProtocol(CloseReason reason, String frame) {
        assertRefused(reason, frame);
    }

    private void assertRefused(CloseReason reason, String frame) {
        assertThatThrownBy(() -> decoder.decode(frame))
                .isInstanceOfSatisfying(
                        FrameException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }

    @Test
    void framesMayHaveTheLengthOfTheLimit() {
        int limit = Limit.FRAME_CHARS.byDefault();
        String start = "{\"action\":\"SEND\",\"args\":[0,0,\"";
        String end = "\"]}";
        String fits = start + "x".repeat(limit - start.length() - end.length()) + end;
        assertThat(decoder.decode(fits)).isInstanceOf(ClientFrame.Send.class);
        assertRefused(CloseReason.FRAME_TOO_LARGE, fits.replace("[0,", "[10,"));
    }

    @Test
    void textsMayHaveTheLengthOfTheirLimit() {
        assertJoinLimit("appId", Limit.NAME_CHARS.byDefault());
        assertJoinLimit("persistentId", Limit.NAME_CHARS.byDefault());
        assertJoinLimit("name", 2 * Limit.NAME_CHARS.byDefault() + 1);
        assertJoinLimit("url", Limit.URL_CHARS.byDefault());
        assertJoinLimit("tove", Limit.TOVE_CHARS.byDefault());
        assertJoinLimit("user", Limit.NAME_CHARS.byDefault());
    }

    private void assertJoinLimit(String member, int limit) {
        String start = "\"" + member + "\":\"";
        for (int length = limit - 1; length <= limit; length++) {
            assertThat(decoder.decode(ClientFrameTest.join(start + "x".repeat(length) + "\"")))
                    .isInstanceOf(ClientFrame.Join.class);
        }
        assertRefused(CloseReason.MALFORMED_MESSAGE, ClientFrameTest.join(start + "x".repeat(limit + 1) + "\""));
    }

    @Test
    void viewDataMayHaveTheLengthOfItsLimit() {
        int limit = Limit.USER_CHARS.byDefault();
        String user = "{\"id\":\"v\",\"data\":\"\"}";
        String fits = user.replace("\"\"", "\"" + "d".repeat(limit - user.length()) + "\"");
        assertThat(decoder.decode(ClientFrameTest.join("\"user\":" + fits))).isInstanceOf(ClientFrame.Join.class);
        assertRefused(CloseReason.MALFORMED_MESSAGE, ClientFrameTest.join("\"user\":" + fits.replace("\"d", "\"dd")));
    }

    @Test
    void argsAndFlagsMayHaveAsManyElementsAsTheirLimit() {
        int limit = Limit.ARGS_ELEMENTS.byDefault();
        String fits = "{\"action\":\"SEND\",\"args\":[0,0,\"x\"" + ",0".repeat(limit - 3) + "]}";
        assertThat(decoder.decode(fits)).isInstanceOf(ClientFrame.Send.class);
        assertRefused(CloseReason.MALFORMED_MESSAGE, fits.replace("]", ",0]"));
        assertThat(decoder.decode(ClientFrameTest.join("\"flags\":" + flags(Limit.FLAGS.byDefault()))))
                .isInstanceOf(ClientFrame.Join.class);
        assertRefused(
                CloseReason.MALFORMED_MESSAGE, ClientFrameTest.join("\"flags\":" + flags(Limit.FLAGS.byDefault() + 1)));
    }

    private static String flags(int count) {
        StringBuilder flags = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            flags.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":true");
        }
        return flags.append('}').toString();
    }

    @Test
    void voteKeysMayHaveTheLengthOfTheirLimit() {
        String key = "k".repeat(Limit.TUTTI_KEY_CHARS.byDefault());
        String fits = "{\"action\":\"TUTTI\",\"args\":[1,0,\"x\",null,true,[],\"" + key + "\"]}";
        assertThat(decoder.decode(fits)).isInstanceOf(ClientFrame.Tutti.class);
        assertRefused(CloseReason.MALFORMED_MESSAGE, fits.replace("\"k", "\"kk"));
    }

    @Test
    void randomChangesOfGoodFramesNeverThrowAnythingElse() {
        RandomFrames.assertReadOrRefused(
                decoder::decode,
                ProtocolVectors.JOIN,
                ProtocolVectors.SEND,
                ProtocolVectors.POLL,
                ProtocolVectors.TUTTI,
                ProtocolVectors.REFLECTED_TUTTI,
                ProtocolVectors.SNAP,
                ProtocolVectors.SAVE);
    }
}
