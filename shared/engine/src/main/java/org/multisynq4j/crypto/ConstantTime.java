package org.multisynq4j.crypto;

/** Comparison whose duration does not tell where two arrays differ. */
final class ConstantTime {
    private ConstantTime() {}

    static boolean equal(byte[] a, byte[] b) {
        if (a.length != b.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < a.length; i++) {
            difference |= a[i] ^ b[i];
        }
        return difference == 0;
    }
}
