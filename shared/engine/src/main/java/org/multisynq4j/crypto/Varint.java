package org.multisynq4j.crypto;

/** Non-negative numbers up to 2^53−1 as 1 to 8 bytes, seven bits each, lowest first, high bit set on all but the last. One number, one encoding. */
final class Varint {
    static final int MAX_BYTES = 8;

    private Varint() {}

    static byte[] encode(long number) {
        byte[] digits = new byte[length(number)];
        long rest = number;
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) (rest & 0x7f | (i < digits.length - 1 ? 0x80 : 0));
            rest >>>= 7;
        }
        return digits;
    }

    static int length(long number) {
        int length = 1;
        for (long rest = number >>> 7; rest != 0; rest >>>= 7) {
            length++;
        }
        return length;
    }

    /** The number that begins at {@code offset}, or −1 if there is none, it is longer than needed or too large. */
    static long decode(byte[] bytes, int offset) {
        long number = 0;
        for (int i = 0; i < MAX_BYTES && offset + i < bytes.length; i++) {
            byte digit = bytes[offset + i];
            number |= (long) (digit & 0x7f) << (7 * i);
            if (digit >= 0) {
                boolean padded = i > 0 && digit == 0;
                return padded || number > CryptoLimits.MAX_COUNTER ? -1 : number;
            }
        }
        return -1;
    }
}
