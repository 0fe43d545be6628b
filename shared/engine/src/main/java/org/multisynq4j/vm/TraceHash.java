package org.multisynq4j.vm;

import org.multisynq4j.snapshot.Stored;

/**
 * A running hash over what a replica executed: O(1) per event, so that replicas can compare themselves without serialising.
 *
 * <p>Two 32-bit lanes with MurmurHash3's multiplications; not cryptographic: it finds divergence, not forgery. 64-bit arithmetic is avoided because it is slow
 * in JavaScript.
 */
final class TraceHash implements Stored {
    private int left = 0x2545F491;
    private int right = 0x9E3779B9;

    /** Takes a number into account. */
    void add(int value) {
        int k = value * 0xCC9E2D51;
        k = Integer.rotateLeft(k, 15) * 0x1B873593;
        left = Integer.rotateLeft(left ^ k, 13) * 5 + 0xE6546B64;
        right = Integer.rotateLeft(right + left, 17) * 0x85EBCA6B ^ value;
    }

    /** Takes a time or another double into account, by its bits; all NaNs are one. */
    void add(double value) {
        long bits = Double.doubleToLongBits(value);
        add((int) (bits >>> 32));
        add((int) bits);
    }

    /** Takes a text into account. */
    void add(String text) {
        add(text.hashCode());
        add(text.length());
    }

    /** 16 hexadecimal digits. */
    String text() {
        return hex(left) + hex(right);
    }

    private static String hex(int value) {
        StringBuilder digits = new StringBuilder(8);
        for (int shift = 28; shift >= 0; shift -= 4) {
            digits.append("0123456789abcdef".charAt(value >>> shift & 15));
        }
        return digits.toString();
    }
}
