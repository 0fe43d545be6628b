package org.multisynq4j.client.jvm;

import java.security.SecureRandom;
import org.multisynq4j.client.port.Entropy;

/** The platform's strong random generator. */
public final class JvmEntropy implements Entropy {
    private final SecureRandom random = new SecureRandom();

    @Override
    public void fill(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
