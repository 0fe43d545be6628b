package org.multisynq4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.multisynq4j.text.Bytes;

class SessionKeysTest {
    private static final String GENERATED = Passwords.generate(TestKeys.random(1));

    @Test
    void everyInputAndPurposeHasItsOwnKey() {
        Set<String> keys = new TreeSet<>();
        int count = 0;
        for (SessionKeys session : new SessionKeys[] {
            SessionKeys.derive(GENERATED, "app", "room"),
            SessionKeys.derive(GENERATED, "app", "room2"),
            SessionKeys.derive(GENERATED, "app2", "room"),
            SessionKeys.derive(GENERATED, "appr", "oom"),
            SessionKeys.derive(Passwords.generate(TestKeys.random(2)), "app", "room"),
            SessionKeys.derive("secret", "app", "room"),
            SessionKeys.derive("secret", "app", "room2"),
            SessionKeys.derive("Secret", "app", "room"),
        }) {
            for (KeyPurpose purpose : KeyPurpose.values()) {
                keys.add(Bytes.hex(session.key(purpose)));
                count++;
            }
        }
        assertThat(keys).hasSize(count);
    }

    @Test
    void derivesTheSameKeysEveryTimeAndFromTheSecret() {
        for (String password : new String[] {GENERATED, "secret"}) {
            SessionKeys one = SessionKeys.derive(password, "app", "room");
            SessionKeys two = SessionKeys.derive(password, "app", "room");
            SessionKeys three = SessionKeys.ofSecret(one.secret());
            for (KeyPurpose purpose : KeyPurpose.values()) {
                assertThat(two.key(purpose)).isEqualTo(one.key(purpose));
                assertThat(three.key(purpose)).isEqualTo(one.key(purpose));
            }
        }
    }

    @Test
    void refusesWhatIsNoSecret() {
        byte[] secret = SessionKeys.derive(GENERATED, "app", "room").secret();
        assertThat(secret).hasSize(SessionKeys.SECRET_BYTES);
        byte[] otherMode = secret.clone();
        otherMode[0] = 3;
        for (byte[] bad : new byte[][] {{}, new byte[SessionKeys.SECRET_BYTES - 1], otherMode}) {
            assertThatIllegalArgumentException().isThrownBy(() -> SessionKeys.ofSecret(bad));
        }
    }

    @Test
    void acceptsPasswordsUpToTheLimitAndRefusesOthersWithoutRepeatingThem() {
        SessionKeys.derive("x", "app", "room");
        SessionKeys.derive("\u00fc\ud83d\ude00", "app", "room");
        SessionKeys.derive("x".repeat(CryptoLimits.MAX_PASSWORD_CHARS), "app", "room");
        for (String bad : new String[] {"", "x".repeat(CryptoLimits.MAX_PASSWORD_CHARS + 1), "hunter2\ud83d"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SessionKeys.derive(bad, "app", "room"))
                    .satisfies(e ->
                            assertThat(e.getMessage()).doesNotContain("hunter2").doesNotContain("xx"));
        }
    }

    @Test
    void takesPasswordsAsTheyAreWithoutNormalisingThem() {
        assertThat(SessionKeys.derive("\u00e9", "app", "room").secret())
                .isNotEqualTo(SessionKeys.derive("e\u0301", "app", "room").secret());
    }

    @Test
    void recognisesGeneratedPasswordsAndNothingAltered() {
        for (int seed = 0; seed < 200; seed++) {
            String password = Passwords.generate(TestKeys.random(seed));
            assertThat(password)
                    .as("seed %d", seed)
                    .hasSize(Passwords.GENERATED_CHARS)
                    .matches("[A-Za-z0-9_-]+");
            assertThat(Passwords.isGenerated(password)).as("seed %d", seed).isTrue();
            assertThat(Passwords.isGenerated(password + "A")).isFalse();
            assertThat(Passwords.isGenerated(password.substring(1))).isFalse();
            char last = password.charAt(23) == 'A' ? 'B' : 'A';
            assertThat(Passwords.isGenerated(password.substring(0, 23) + last)).isFalse();
        }
        assertThat(Passwords.isGenerated("correct horse battery st")).isFalse();
        assertThat(Passwords.isGenerated("")).isFalse();
    }
}
