package org.multisynq4j.snapshot;

/**
 * A column of at most {@value #MOST} different bytes as numbers of 1, 2 or 4 bits, low bits first. A general compressor spends at least a bit on each byte, and more
 * when it takes chance for repetition; among bytes that hold several values there is nothing to take for one.
 */
final class Alphabet {
    static final int MOST = 16;

    private Alphabet() {}

    /** The different bytes in ascending order (0 to 255); an empty array if they are too many. */
    static byte[] of(byte[] column, int size) {
        boolean[] met = new boolean[256];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int value = column[i] & 255;
            if (!met[value]) {
                met[value] = true;
                if (++count > MOST) {
                    return new byte[0];
                }
            }
        }
        byte[] symbols = new byte[count];
        int at = 0;
        for (int value = 0; value < met.length; value++) {
            if (met[value]) {
                symbols[at++] = (byte) value;
            }
        }
        return symbols;
    }

    /** Logarithm of how many such numbers are in one byte: 3, 2 or 1. */
    static int shift(int symbols) {
        return symbols <= 2 ? 3 : symbols <= 4 ? 2 : 1;
    }

    /** How many bytes so many of them take. */
    static int bytes(int count, int shift) {
        return (count >>> shift) + ((count & (1 << shift) - 1) == 0 ? 0 : 1);
    }

    static void write(ByteWriter out, byte[] column, int size, byte[] symbols) {
        int[] numbers = new int[256];
        for (int i = 0; i < symbols.length; i++) {
            numbers[symbols[i] & 255] = i;
        }
        int shift = shift(symbols.length);
        int bits = 8 >> shift;
        int rest = 0;
        int filled = 0;
        for (int i = 0; i < size; i++) {
            rest |= numbers[column[i] & 255] << filled;
            filled += bits;
            if (filled == 8) {
                out.writeByte(rest);
                rest = 0;
                filled = 0;
            }
        }
        if (filled > 0) {
            out.writeByte(rest);
        }
    }

    /** The other way: from there on in the packed bytes, so many of them as fill the array between these two places. False if one of the numbers stands for nothing. */
    static boolean read(byte[] packed, int from, byte[] symbols, byte[] to, int begin, int end) {
        int shift = shift(symbols.length);
        int bits = 8 >> shift;
        int mask = (1 << bits) - 1;
        byte[] table = new byte[MOST];
        System.arraycopy(symbols, 0, table, 0, symbols.length);
        int most = symbols.length - 1;
        int place = from;
        // Negative once a number was too high.
        int room = 0;
        int at = begin;
        while (at < end) {
            int rest = packed[place++] & 255;
            int until = Math.min(end, at + (1 << shift));
            while (at < until) {
                int number = rest & mask;
                room |= most - number;
                to[at++] = table[number];
                rest >>= bits;
            }
        }
        return room >= 0;
    }
}
