package org.multisynq4j.teavm.library;

import java.lang.reflect.Array;

/** Of {@code Arrays}: TeaVM cannot copy a range beyond the end, and in WebAssembly a negative length ends the program. */
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
        Object[] copy = (Object[]) Array.newInstance(array.getClass().getComponentType(), to - from);
        System.arraycopy(array, from, copy, 0, length);
        return copy;
    }

    public static boolean[] copyOf(boolean[] array, int length) {
        boolean[] copy = new boolean[length];
        System.arraycopy(array, 0, copy, 0, Math.min(length, array.length));
        return copy;
    }

    public static byte[] copyOf(byte[] array, int length) {
        byte[] copy = new byte[length];
        System.arraycopy(array, 0, copy, 0, Math.min(length, array.length));
        return copy;
    }

    public static short[] copyOf(short[] array, int length) {
        short[] copy = new short[length];
        System.arraycopy(array, 0, copy, 0, Math.min(length, array.length));
        return copy;
    }

    public static char[] copyOf(char[] array, int length) {
        char[] copy = new char[length];
        System.arraycopy(array, 0, copy, 0, Math.min(length, array.length));
        return copy;
    }

    public static int[] copyOf(int[] array, int length) {
        int[] copy = new int[length];
        System.arraycopy(array, 0, copy, 0, Math.min(length, array.length));
        return copy;
    }

    public static long[] copyOf(long[] array, int length) {
        long[] copy = new long[length];
        System.arraycopy(array, 0, copy, 0, Math.min(length, array.length));
        return copy;
    }

    public static float[] copyOf(float[] array, int length) {
        float[] copy = new float[length];
        System.arraycopy(array, 0, copy, 0, Math.min(length, array.length));
        return copy;
    }

    public static double[] copyOf(double[] array, int length) {
        double[] copy = new double[length];
        System.arraycopy(array, 0, copy, 0, Math.min(length, array.length));
        return copy;
    }

    public static Object[] copyOf(Object[] array, int length) {
        if (length < 0) {
            throw new NegativeArraySizeException();
        }
        Object[] copy = (Object[]) Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, Math.min(length, array.length));
        return copy;
    }
}
