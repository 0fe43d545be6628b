package org.multisynq4j.client.control;

import org.multisynq4j.client.port.Entropy;
import org.multisynq4j.identity.Identity;

/** Random values of this participant's own; nothing replicated. */
final class Chance {
    private Chance() {}

    /** 0 ≤ x &lt; 1. */
    static double fraction(Entropy entropy) {
        byte[] bytes = new byte[4];
        entropy.fill(bytes);
        int bits = (bytes[0] & 255) << 24 | (bytes[1] & 255) << 16 | (bytes[2] & 255) << 8 | bytes[3] & 255;
        return (bits >>> 1) / 2147483648.0;
    }

    /** A new view id, ending with the debug name if there is one. */
    static String viewId(Entropy entropy, String debugName) {
        byte[] random = new byte[Identity.VIEW_ID_RANDOM_BYTES];
        entropy.fill(random);
        return Identity.viewId(random) + (debugName.isEmpty() ? "" : "_" + debugName);
    }
}
