package org.multisynq4j.parity;

/** A running hash of everything a program tells. Works in {@code int} arithmetic only, which is right in every form without help. */
public final class Trace {
    private int high = 0x6a09e667;
    private int low = 0xbb67ae85;

    /** Tells an integer, character, byte or short. */
    public void put(int value) {
        low = (low ^ value) * 0x9E3779B1;
        low ^= low >>> 15;
        high = (high ^ low) * 0x85EBCA77;
        high ^= high >>> 13;
    }

    /** Tells a long. */
    public void put(long value) {
        put((int) value);
        put((int) (value >>> 32));
    }

    /** Tells a double, bit by bit; all NaN are one. */
    public void put(double value) {
        put(Double.doubleToLongBits(value));
    }

    /** Tells a float, bit by bit; all NaN are one. */
    public void put(float value) {
        put(Float.floatToIntBits(value));
    }

    /** Tells a boolean. */
    public void put(boolean value) {
        put(value ? 1 : 2);
    }

    /** Tells a text; null is allowed and told apart. */
    public void put(String value) {
        if (value == null) {
            put(-1);
            return;
        }
        put(value.length());
        for (int i = 0; i < value.length(); i++) {
            put(value.charAt(i));
        }
    }

    /** Sixteen digits. */
    public String hash() {
        return hex(high) + hex(low);
    }

    private static String hex(int value) {
        String digits = Integer.toHexString(value);
        return "00000000".substring(digits.length()) + digits;
    }
}
