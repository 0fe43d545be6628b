package org.multisynq4j.teavm.library;

import java.util.Arrays;

/** Of {@code Arrays}: TeaVM cannot copy beyond the end. */
public final class ArraysRepairs {
    private ArraysRepairs() {}

    private static int length(int from, int to, int length) {
        if (from > to) {
            throw new IllegalArgumentException("from " + from + ", to " + to);
        }
        if (from < 0 || from > length) {
            throw new ArrayIndexOutOfBoundsException("from " + from + ", length " + length);
        }
        return Math.min(to, length) - from;
    }

    public static boolean[] copyOfRange(boolean[] array, int from, int to) {
        int length = length(from, to, array.length);
        boolean[] copy = new boolean[to - from];
        System.arraycopy(array, from, copy, 0, length);
        return copy;
    }

    public static byte[] copyOfRange(byte[] array, int from, int to) {
        int length = length(from, to, array.length);
        byte[] copy = new byte[to - from];
        System.arraycopy(array, from, copy, 0, length);
        return copy;
    }

    public static short[] copyOfRange(short[] array, int from, int to) {
        int length = length(from, to, array.length);
        short[] copy = new short[to - from];
        System.arraycopy(array, from, copy, 0, length);
        return copy;
    }

    public static char[] copyOfRange(char[] array, int from, int to) {
        int length = length(from, to, array.length);
        char[] copy = new char[to - from];
        System.arraycopy(array, from, copy, 0, length);
        return copy;
    }

    public static int[] copyOfRange(int[] array, int from, int to) {
        int length = length(from, to, array.length);
        int[] copy = new int[to - from];
        System.arraycopy(array, from, copy, 0, length);
        return copy;
    }

    public static long[] copyOfRange(long[] array, int from, int to) {
        int length = length(from, to, array.length);
        long[] copy = new long[to - from];
        System.arraycopy(array, from, copy, 0, length);
        return copy;
    }

    public static float[] copyOfRange(float[] array, int from, int to) {
        int length = length(from, to, array.length);
        float[] copy = new float[to - from];
        System.arraycopy(array, from, copy, 0, length);
        return copy;
    }

    public static double[] copyOfRange(double[] array, int from, int to) {
        int length = length(from, to, array.length);
        double[] copy = new double[to - from];
        System.arraycopy(array, from, copy, 0, length);
        return copy;
    }

    public static Object[] copyOfRange(Object[] array, int from, int to) {
        int length = length(from, to, array.length);
        Object[] copy = Arrays.copyOf(array, to - from);
        System.arraycopy(array, from, copy, 0, length);
        Arrays.fill(copy, length, copy.length, null);
        return copy;
    }
}
