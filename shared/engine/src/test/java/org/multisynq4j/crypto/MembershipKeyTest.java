package org.multisynq4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multisynq4j.crypto.TestKeys.OTHER_SESSION;
import static org.multisynq4j.crypto.TestKeys.SESSION;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.multisynq4j.text.Bytes;

class MembershipKeyTest {
    private final MembershipKey key = new MembershipKey(TestKeys.keys(1));
    private final byte[] challenge = TestKeys.bytes(5, 32);
    private final byte[] viewId = {'b', 'o', 'b'};

    @Test
    void theCurveSignsTheVectorOfRfc8032() {
        byte[] seed = Bytes.fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        byte[] publicKey = new byte[32];
        byte[] signature = new byte[64];
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        Ed25519.sign(seed, 0, new byte[0], 0, 0, signature, 0);
        assertThat(Bytes.hex(publicKey)).isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(Bytes.hex(signature))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                        + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void verifiesWhatWasSignedInTheSessionAndNothingElse() {
        byte[] signature = key.sign(SESSION, challenge, viewId);
        byte[] publicKey = key.publicKey();
        assertThat(MembershipKey.verify(publicKey, signature, SESSION, challenge, viewId))
                .isTrue();
        assertThat(MembershipKey.verify(publicKey, signature, OTHER_SESSION, challenge, viewId))
                .isFalse();
        assertThat(MembershipKey.verify(publicKey, signature, SESSION, viewId, challenge))
                .isFalse();
        assertThat(MembershipKey.verify(publicKey, signature, SESSION, challenge))
                .isFalse();
        assertThat(MembershipKey.verify(
                        new MembershipKey(TestKeys.keys(2)).publicKey(), signature, SESSION, challenge, viewId))
                .isFalse();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] altered = signature.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(MembershipKey.verify(publicKey, altered, SESSION, challenge, viewId))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void whatIsSignedForUploadsFitsNothingElse() {
        byte[] publicKey = key.publicKey();
        byte[] hash = new byte[32];
        byte[] otherHash = new byte[32];
        otherHash[31] = 1;
        byte[] upload = key.signUpload(SESSION, "snapshots/s/1", hash);
        assertThat(MembershipKey.verifyUpload(publicKey, upload, SESSION, "snapshots/s/1", hash))
                .isTrue();
        assertThat(MembershipKey.verifyUpload(publicKey, upload, OTHER_SESSION, "snapshots/s/1", hash))
                .isFalse();
        assertThat(MembershipKey.verifyUpload(publicKey, upload, SESSION, "snapshots/s/2", hash))
                .isFalse();
        assertThat(MembershipKey.verifyUpload(publicKey, upload, SESSION, "snapshots/s/1", otherHash))
                .isFalse();
        assertThat(MembershipKey.verifyUpload(
                        publicKey, key.signJoin(SESSION, "snapshots/s/1", hash), SESSION, "snapshots/s/1", hash))
                .isFalse();
        assertThat(MembershipKey.verifyJoin(publicKey, upload, SESSION, "snapshots/s/1", hash))
                .isFalse();
    }

    @Test
    void theJdkAcceptsTheSignature() throws Exception {
        byte[] x509 = Bytes.fromHex("302a300506032b6570032100" + Bytes.hex(key.publicKey()));
        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        jdk.update(Framing.of("multisynq4j/1/membership")
                .add(SESSION)
                .add(challenge)
                .bytes());
        assertThat(jdk.verify(key.sign(SESSION, challenge))).isTrue();
    }

    @Test
    void refusesHostileKeysWithoutThrowing() {
        byte[] signature = key.sign(SESSION, challenge);
        byte[] smallOrder = new byte[32];
        smallOrder[0] = 1;
        byte[] notOnTheCurve = new byte[32];
        notOnTheCurve[0] = 2;
        byte[] tooLarge = Bytes.fromHex("ff".repeat(32));
        for (byte[] bad :
                new byte[][] {{}, new byte[31], new byte[33], new byte[32], smallOrder, notOnTheCurve, tooLarge}) {
            assertThat(MembershipKey.verify(bad, signature, SESSION, challenge)).isFalse();
        }
        for (byte[] bad : new byte[][] {{}, new byte[63], new byte[65], new byte[64]}) {
            assertThat(MembershipKey.verify(key.publicKey(), bad, SESSION, challenge))
                    .isFalse();
        }
    }
}
