package org.multisynq4j.client.browser.qr;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrSegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every module is compared with a well-tried implementation. */
class QrCodeTest {
    @Test
    void everyVersionEqualsTheReference() {
        boolean[] seen = new boolean[QrBlocks.MAX_VERSION + 1];
        for (int length = 0; length <= 666; length += 3) {
            Random random = new Random(length);
            StringBuilder text = new StringBuilder();
            while (text.length() < length) {
                text.append((char) (' ' + random.nextInt(95)));
            }
            QrCode code = QrCode.of(text.toString()).orElseThrow();
            seen[code.version()] = true;
            assertEqualsReference(code, text.toString());
        }
        for (int version = 1; version <= QrBlocks.MAX_VERSION; version++) {
            assertThat(seen[version]).as("version %d was tested", version).isTrue();
        }
    }

    @Test
    void aSessionAddressEqualsTheReference() {
        String url = "http://192.168.178.20:8080/chat/#k3v9x2m1qz&pw=Zk3rX9vQ2mB7nL5tYw8pCg";
        assertEqualsReference(QrCode.of(url).orElseThrow(), url);
    }

    @Test
    void textIsCountedInBytesOfUtf8() {
        String text = "ü😀".repeat(20);
        assertEqualsReference(QrCode.of(text).orElseThrow(), text);
    }

    @Test
    void textThatFillsAVersionExactlyUsesItAndOneMoreByteTheNext() {
        assertThat(QrCode.of("a".repeat(14)).orElseThrow().version()).isEqualTo(1);
        assertThat(QrCode.of("a".repeat(15)).orElseThrow().version()).isEqualTo(2);
        assertThat(QrCode.of("a".repeat(180)).orElseThrow().version()).isEqualTo(9);
        assertThat(QrCode.of("a".repeat(181)).orElseThrow().version()).isEqualTo(10);
    }

    @Test
    void tooLongTextHasNoCode() {
        assertThat(QrCode.of("a".repeat(666))).isPresent();
        assertThat(QrCode.of("a".repeat(667))).isEmpty();
    }

    private static void assertEqualsReference(QrCode code, String text) {
        QrSegment segment = QrSegment.makeBytes(text.getBytes(StandardCharsets.UTF_8));
        io.nayuki.qrcodegen.QrCode reference = io.nayuki.qrcodegen.QrCode.encodeSegments(
                List.of(segment), io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM, 1, 40, code.mask(), false);
        assertThat(code.size()).as(text).isEqualTo(reference.size);
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                assertThat(code.dark(x, y)).as("%s at %d,%d", text, x, y).isEqualTo(reference.getModule(x, y));
            }
        }
    }
}
