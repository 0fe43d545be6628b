package org.multisynq4j.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multisynq4j.text.Bytes;

class Sha256Test {
    @Test
    void hashesTheVectorsOfFips180() {
        assertThat(Bytes.hex(Sha256.of("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.base64Url(new byte[0])).isEqualTo("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    }

    @Test
    void agreesWithTheJdkHoweverItIsFed() throws Exception {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[seed];
            random.nextBytes(bytes);
            byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(Sha256.of(bytes)).as("seed %d", seed).isEqualTo(expected);
            Sha256 pieces = new Sha256();
            for (int at = 0; at < bytes.length; ) {
                int length = 1 + random.nextInt(bytes.length - at);
                pieces.update(bytes, at, length);
                at += length;
            }
            assertThat(pieces.digest()).as("seed %d", seed).isEqualTo(expected);
            assertThat(pieces.update(bytes, 0, bytes.length).digest())
                    .as("used again")
                    .isEqualTo(expected);
        }
    }
}
