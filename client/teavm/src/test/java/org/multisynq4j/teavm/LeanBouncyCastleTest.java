package org.multisynq4j.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.util.Properties;
import org.junit.jupiter.api.Test;

/** Else the transformer would silently do nothing, or too much, after an update. */
class LeanBouncyCastleTest {
    @Test
    void whatItRemovesStillExists() {
        assertThat(CryptoServicesRegistrar.class.getName()).isEqualTo(LeanBouncyCastle.REGISTRY);
        assertThat(Arrays.stream(CryptoServicesRegistrar.class.getMethods())
                        .filter(method -> method.getName().equals(LeanBouncyCastle.CHECK)))
                .singleElement()
                .satisfies(method -> assertThat(method.getReturnType()).isEqualTo(void.class));
    }

    @Test
    void descriptionsAreObjects() throws ClassNotFoundException {
        assertThat(Class.forName(LeanBouncyCastle.DESCRIPTIONS).getDeclaredMethods())
                .filteredOn(method -> method.getName().equals(LeanBouncyCastle.DESCRIBE))
                .isNotEmpty()
                .allSatisfy(method ->
                        assertThat(method.getReturnType().isPrimitive()).isFalse());
    }

    @Test
    void aSettingHasItsDefaultAsSecondArgument() {
        assertThat(Properties.class.getName()).isEqualTo(LeanBouncyCastle.SETTINGS);
        assertThat(Arrays.stream(Properties.class.getMethods())
                        .filter(method -> method.getName().equals(LeanBouncyCastle.SETTING)))
                .singleElement()
                .satisfies(method ->
                        assertThat(List.of(method.getParameterTypes())).isEqualTo(List.of(String.class, int.class)));
        assertThat(Properties.asInteger("no.such.setting", 17)).isEqualTo(17);
    }
}
