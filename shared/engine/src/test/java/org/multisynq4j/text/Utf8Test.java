package org.multisynq4j.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @Test
    void everyCharacterIsAsOnTheJvmAndComesBack() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                String text = Character.toString(c);
                byte[] bytes = Utf8.encode(text);
                if (!Utf8.decode(bytes).equals(text) || !Arrays.equals(bytes, text.getBytes(UTF_8))) {
                    throw new AssertionError("character " + c);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00", "\ud800x", "\udc00\ud800", "\ud800\ud800\udc00"})
    void halfASurrogatePairHasNoForm(String text) {
        assertThatThrownBy(() -> Utf8.encode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half of a surrogate pair");
    }

    /** Also those of overlong and cut-off forms, surrogates, and characters beyond the last. */
    @Test
    void refusesAndReadsTheSameBytesAsTheJvm() {
        int read = 0;
        for (int seed = 0; seed < 300_000; seed++) {
            byte[] bytes = nearlyUtf8(new Random(seed));
            Optional<String> expected = onJvm(bytes);
            assertThat(decoded(bytes)).as("seed %d", seed).isEqualTo(expected);
            read += expected.isPresent() ? 1 : 0;
        }
        assertThat(read).isGreaterThan(10_000);
    }

    private static byte[] nearlyUtf8(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(5)];
        for (int i = 0; i < bytes.length; i++) {
            boolean first = i == 0 || random.nextInt(4) == 0;
            bytes[i] = (byte) (first ? 0xC0 | random.nextInt(64) : 0x80 | random.nextInt(64));
        }
        return bytes;
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(Utf8.decode(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> onJvm(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
