package org.multisynq4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.multisynq4j.text.Bytes;

class KdfTest {
    @Test
    void stretchesTheArgon2idVectorOfRfc9106() {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withIterations(3)
                .withMemoryAsKB(32)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build();
        assertThat(Bytes.hex(Kdf.argon2id(filled(32, 1), parameters)))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @Test
    void passwordsOfPeopleCostAtLeastWhatTheIssueDemands() {
        assertThat(Kdf.ARGON2_MEMORY_KIB).isGreaterThanOrEqualTo(19 * 1024);
        assertThat(Kdf.ARGON2_PASSES).isGreaterThanOrEqualTo(2);
        byte[] salt = filled(32, 7);
        Argon2Parameters stated = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(Kdf.ARGON2_MEMORY_KIB)
                .withIterations(Kdf.ARGON2_PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build();
        assertThat(Kdf.argon2id(filled(6, 1), salt)).isEqualTo(Kdf.argon2id(filled(6, 1), stated));
    }

    @Test
    void derivesTheHkdfVectorsOfRfc5869() {
        byte[] prk = Kdf.extract(Bytes.fromHex("000102030405060708090a0b0c"), filled(22, 0x0b));
        assertThat(Bytes.hex(prk)).isEqualTo("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
        assertThat(Bytes.hex(Kdf.expand(prk, Bytes.fromHex("f0f1f2f3f4f5f6f7f8f9"))))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");

        byte[] unsalted = Kdf.extract(new byte[0], filled(22, 0x0b));
        assertThat(Bytes.hex(unsalted)).isEqualTo("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04");
        assertThat(Bytes.hex(Kdf.expand(unsalted, new byte[0])))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }

    @Test
    void hmacAgreesWithTheJdk() throws Exception {
        for (int seed = 1; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] key = new byte[seed];
            byte[] message = new byte[random.nextInt(200)];
            random.nextBytes(key);
            random.nextBytes(message);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            assertThat(Kdf.hmac(key, message)).as("seed %d", seed).isEqualTo(mac.doFinal(message));
        }
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
