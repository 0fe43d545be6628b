package org.multisynq4j.teavm.library;

import java.util.Objects;

/** Whether components of records are the same. */
public final class RecordParts {
    private RecordParts() {}

    public static boolean same(boolean a, boolean b) {
        return a == b;
    }

    public static boolean same(byte a, byte b) {
        return a == b;
    }

    public static boolean same(short a, short b) {
        return a == b;
    }

    public static boolean same(char a, char b) {
        return a == b;
    }

    public static boolean same(int a, int b) {
        return a == b;
    }

    public static boolean same(long a, long b) {
        return a == b;
    }

    /** As {@code Float.compare} has it. */
    public static boolean same(float a, float b) {
        return same((double) a, (double) b);
    }

    /** As {@code Double.compare} has it, without looking at bits. */
    public static boolean same(double a, double b) {
        return a == b ? a != 0 || 1 / a == 1 / b : a != a && b != b;
    }

    public static boolean same(Object a, Object b) {
        return Objects.equals(a, b);
    }
}
