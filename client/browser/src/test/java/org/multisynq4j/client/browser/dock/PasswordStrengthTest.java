package org.multisynq4j.client.browser.dock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordStrengthTest {
    @Test
    void countsCharactersAndTheirKinds() {
        assertThat(PasswordStrength.of("")).isEqualTo(PasswordStrength.NONE);
        assertThat(PasswordStrength.of("summer")).isEqualTo(PasswordStrength.WEAK);
        assertThat(PasswordStrength.of("green-hat-2")).isEqualTo(PasswordStrength.FAIR);
        assertThat(PasswordStrength.of("green hat eats four blue apples")).isEqualTo(PasswordStrength.STRONG);
    }

    @Test
    void repeatedCharactersAddNothing() {
        assertThat(PasswordStrength.of("a".repeat(100))).isEqualTo(PasswordStrength.WEAK);
    }
}
