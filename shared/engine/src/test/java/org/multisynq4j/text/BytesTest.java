package org.multisynq4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void agreesWithTheJdkAtEveryLength() {
        for (int seed = 0; seed < 400; seed++) {
            byte[] bytes = new byte[seed % 100];
            new Random(seed).nextBytes(bytes);
            String base64 = Base64.getEncoder().encodeToString(bytes);
            String base64Url = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            String hex = HexFormat.of().formatHex(bytes);

            assertThat(Bytes.base64(bytes)).as("seed %d", seed).isEqualTo(base64);
            assertThat(Bytes.base64Url(bytes)).as("seed %d", seed).isEqualTo(base64Url);
            assertThat(Bytes.hex(bytes)).as("seed %d", seed).isEqualTo(hex);
            assertThat(Bytes.fromBase64(base64)).as("seed %d", seed).isEqualTo(bytes);
            assertThat(Bytes.fromBase64Url(base64Url)).as("seed %d", seed).isEqualTo(bytes);
            assertThat(Bytes.fromHex(hex)).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    @Test
    void everyAcceptedTextIsTheOneItsBytesEncodeTo() {
        String alphabet = "ABCDwxyz0189-_+/= \n\u00e9\u1234";
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String t = text.toString();
            try {
                assertThat(Bytes.base64Url(Bytes.fromBase64Url(t)))
                        .as("seed %d", seed)
                        .isEqualTo(t);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("base64: ");
            }
            try {
                assertThat(Bytes.base64(Bytes.fromBase64(t)))
                        .as("seed %d", seed)
                        .isEqualTo(t);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("base64: ");
            }
        }
    }

    @Test
    void refusesUnusedBitsWrongLengthsPaddingAndForeignCharacters() {
        for (String bad :
                new String[] {"A", "AB", "AAB", "AAAAA", "AA==", "AA=", "A+AA", "A/AA", "A AA", "\u00c4AAA", "AA\u20ac"
                }) {
            assertThatIllegalArgumentException().as(bad).isThrownBy(() -> Bytes.fromBase64Url(bad));
        }
        for (String bad :
                new String[] {"AA", "AAA", "AB==", "AAB=", "A===", "====", "=AAA", "AA=A", "A-AA", "A_AA", "AAAA===="
                }) {
            assertThatIllegalArgumentException().as(bad).isThrownBy(() -> Bytes.fromBase64(bad));
        }
        for (String bad : new String[] {"0", "0g", "0A", "\u06600"}) {
            assertThatIllegalArgumentException().as(bad).isThrownBy(() -> Bytes.fromHex(bad));
        }
    }

    @Test
    void writesWellFormedTextAsUtf8AndRefusesHalfSurrogatePairs() {
        String text = "a\u00e9\u20ac\ud83d\ude00";
        assertThat(Bytes.utf8(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        for (String bad : new String[] {"\ud83d", "\ude00", "x\ud83dx", "\ude00\ud83d", "\ud83d\ud83d\ude00"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bytes.utf8(bad))
                    .withMessageContaining("surrogate");
        }
    }
}
