package org.multisynq4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.multisynq4j.text.Bytes;

class AeadTest {
    @Test
    void sealsTheVectorOfRfc8439() {
        byte[] key = Bytes.fromHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
        byte[] nonce = Bytes.fromHex("070000004041424344454647");
        byte[] associated = Bytes.fromHex("50515253c0c1c2c3c4c5c6c7");
        byte[] plain = ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
                        + "sunscreen would be it.")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = seal(key, nonce, associated, plain);
        assertThat(Bytes.hex(sealed))
                .isEqualTo("d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
                        + "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
                        + "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
                        + "3ff4def08e4b7a9de576d26586cec64b6116"
                        + "1ae10b594f09e26a7e902ecbd0600691");
        assertThat(Aead.open(key, nonce, associated, sealed, 0, "vector")).isEqualTo(plain);
    }

    @Test
    void agreesWithTheJdkAndBouncyCastleAtEveryLength() throws Exception {
        for (int seed = 0; seed < 700; seed++) {
            Random random = new Random(seed);
            byte[] key = bytes(random, 32);
            byte[] nonce = bytes(random, 12);
            byte[] associated = bytes(random, random.nextInt(70));
            byte[] plain = bytes(random, seed);
            byte[] sealed = seal(key, nonce, associated, plain);
            assertThat(sealed).as("seed %d, JDK", seed).isEqualTo(jdk(key, nonce, associated, plain));
            assertThat(sealed)
                    .as("seed %d, Bouncy Castle", seed)
                    .isEqualTo(bouncyCastle(key, nonce, associated, plain));
            assertThat(Aead.open(key, nonce, associated, sealed, 0, "x"))
                    .as("seed %d", seed)
                    .isEqualTo(plain);
        }
    }

    /** All-ones blocks, keys and ciphertext drive every limb of the authenticator to its largest value. */
    @Test
    void agreesWithTheJdkOnExtremeKeysAndData() throws Exception {
        byte[][] fills = {filled(0), filled(0xff), filled(0x80), filled(0x7f), filled(1)};
        for (byte[] key : fills) {
            for (byte[] data : fills) {
                for (int length : new int[] {0, 15, 16, 17, 64, 1024, 4096}) {
                    byte[] k = Arrays.copyOf(key, 32);
                    byte[] nonce = Arrays.copyOf(data, 12);
                    byte[] part = Arrays.copyOf(data, length);
                    assertThat(seal(k, nonce, part, part)).isEqualTo(jdk(k, nonce, part, part));
                }
            }
        }
    }

    @Test
    void authenticatesWithLimbsAtTheirLimits() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] key = bytes(random, 32);
            byte[] message = new byte[16 * (1 + random.nextInt(20))];
            Arrays.fill(message, random.nextBoolean() ? (byte) 0xff : (byte) 0);
            if (random.nextInt(4) == 0) {
                Arrays.fill(key, (byte) 0xff);
            }
            // Without padding and lengths, blocks can be chosen so that the sum comes close to the modulus.
            for (int i = random.nextInt(4); i > 0; i--) {
                message[random.nextInt(message.length)] = (byte) (0xfa + random.nextInt(6));
            }
            Poly1305 ours = new Poly1305(key);
            ours.section(message, 0, message.length);
            org.bouncycastle.crypto.macs.Poly1305 theirs = new org.bouncycastle.crypto.macs.Poly1305();
            theirs.init(new KeyParameter(key));
            theirs.update(message, 0, message.length);
            byte[] expected = new byte[16];
            theirs.doFinal(expected, 0);
            assertThat(ours.tag()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** RFC 8439 appendix A.3, vectors 7 to 9: sums at 2^130−5 and above, with r = 1 or 2 and s = 0. */
    @Test
    void reducesSumsAroundTheModulus() {
        byte[] one = new byte[32];
        one[0] = 1;
        byte[] two = new byte[32];
        two[0] = 2;
        String ones = "ff".repeat(16);
        assertTag("05" + "00".repeat(15), one, ones + "f0" + "ff".repeat(15) + "11" + "00".repeat(15));
        assertTag("00".repeat(16), one, ones + "fb" + "fe".repeat(15) + "01".repeat(16));
        assertTag("fa" + "ff".repeat(15), two, "fd" + "ff".repeat(15));
    }

    @Test
    void refusesAWrongTagAndOtherAssociatedData() {
        byte[] key = filled(3);
        byte[] sealed = seal(Arrays.copyOf(key, 32), new byte[12], new byte[5], new byte[40]);
        assertThatExceptionOfType(CryptoException.class)
                .isThrownBy(() -> Aead.open(Arrays.copyOf(key, 32), new byte[12], new byte[6], sealed, 0, "it"))
                .withMessageStartingWith("it is not authentic");
    }

    private static void assertTag(String expected, byte[] key, String message) {
        Poly1305 mac = new Poly1305(key);
        byte[] bytes = Bytes.fromHex(message);
        mac.section(bytes, 0, bytes.length);
        assertThat(Bytes.hex(mac.tag())).isEqualTo(expected);
    }

    private static byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
        byte[] out = new byte[plain.length + Aead.TAG_BYTES];
        Aead.seal(key, nonce, associated, plain, out, 0);
        return out;
    }

    private static byte[] jdk(byte[] key, byte[] nonce, byte[] associated, byte[] plain) throws Exception {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        cipher.updateAAD(associated);
        return cipher.doFinal(plain);
    }

    private static byte[] bouncyCastle(byte[] key, byte[] nonce, byte[] associated, byte[] plain) throws Exception {
        ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
        cipher.init(true, new AEADParameters(new KeyParameter(key), 128, nonce, associated));
        byte[] out = new byte[cipher.getOutputSize(plain.length)];
        cipher.doFinal(out, cipher.processBytes(plain, 0, plain.length, out, 0));
        return out;
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[4096];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
