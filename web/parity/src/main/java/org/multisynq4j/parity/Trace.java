package org.multisynq4j.parity;

import java.util.ArrayList;
import java.util.List;

/** A running hash of everything a program tells. Works in {@code int} arithmetic only, which is right in every form without help. */
public final class Trace {
    private int high = 0x6a09e667;
    private int low = 0xbb67ae85;
    private boolean isRecording;
    private String place = "";
    private final List<String> recorded = new ArrayList<>();

    /** From now on keeps what is told, for {@link #recorded()}. */
    public void record() {
        isRecording = true;
    }

    /** Everything told and every place passed since {@link #record()}, in order. */
    public List<String> recorded() {
        return recorded;
    }

    /** Names the statement or the fields that come next, for people who look for a difference; the hash does not change. */
    public void at(String nextPlace) {
        place = nextPlace;
        if (isRecording) {
            recorded.add("at " + place);
        }
    }

    /** Tells an integer, character, byte or short. */
    public void put(int value) {
        keep(isRecording ? Integer.toString(value) : "");
        mix(value);
    }

    /** Tells a long. */
    public void put(long value) {
        keep(isRecording ? Long.toString(value) : "");
        mix(value);
    }

    /** Tells a double, bit by bit; all NaN are one. */
    public void put(double value) {
        long bits = Double.doubleToLongBits(value);
        keep(isRecording ? "double with bits " + Long.toHexString(bits) : "");
        mix(bits);
    }

    /** Tells a float, bit by bit; all NaN are one. */
    public void put(float value) {
        int bits = Float.floatToIntBits(value);
        keep(isRecording ? "float with bits " + Integer.toHexString(bits) : "");
        mix(bits);
    }

    /** Tells a boolean. */
    public void put(boolean value) {
        keep(isRecording ? Boolean.toString(value) : "");
        mix(value ? 1 : 2);
    }

    /** Tells a text; null is allowed and told apart. */
    public void put(String value) {
        keep(isRecording ? value == null ? "null" : escaped(value) : "");
        if (value == null) {
            mix(-1);
            return;
        }
        mix(value.length());
        for (int i = 0; i < value.length(); i++) {
            mix((int) value.charAt(i));
        }
    }

    private void keep(String value) {
        if (isRecording) {
            recorded.add(place + " " + value);
        }
    }

    /** Without line ends, and without halves of surrogate pairs, which do not survive a console. */
    private static String escaped(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 127) {
                text.append(c);
            } else {
                text.append("\\u").append(Integer.toHexString(c));
            }
        }
        return text.append('"').toString();
    }

    private void mix(long value) {
        mix((int) value);
        mix((int) (value >>> 32));
    }

    private void mix(int value) {
        low = (low ^ value) * 0x9E3779B1;
        low ^= low >>> 15;
        high = (high ^ low) * 0x85EBCA77;
        high ^= high >>> 13;
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
