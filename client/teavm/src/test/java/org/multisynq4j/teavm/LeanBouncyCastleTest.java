package org.multisynq4j.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.junit.jupiter.api.Test;

class LeanBouncyCastleTest {
    /** Else the transformer would silently do nothing after an update. */
    @Test
    void whatItRemovesStillExists() {
        assertThat(CryptoServicesRegistrar.class.getName()).isEqualTo(LeanBouncyCastle.REGISTRY);
        assertThat(Arrays.stream(CryptoServicesRegistrar.class.getMethods())
                        .filter(method -> method.getName().equals(LeanBouncyCastle.CHECK)))
                .singleElement()
                .satisfies(method -> assertThat(method.getReturnType()).isEqualTo(void.class));
    }
}
