package org.multisynq4j.client.browser.qr;

import java.io.ByteArrayOutputStream;

/** The codewords of a symbol: data, padding and Reed–Solomon error correction, interleaved over the blocks (ISO/IEC 18004 §7.4–7.6). */
final class QrBlocks {
    static final int MAX_VERSION = 20;

    /** Error correction codewords per block of level M, by version (table 9 of the standard). */
    private static final int[] ECC_PER_BLOCK = {
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26
    };

    /** Blocks of level M, by version. */
    private static final int[] BLOCKS = {1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16};

    private static final int BYTE_MODE = 0b0100;

    private final int version;
    private final int total;
    private final int ecc;
    private final int blocks;

    QrBlocks(int version, int totalCodewords) {
        this.version = version;
        this.total = totalCodewords;
        this.ecc = ECC_PER_BLOCK[version - 1];
        this.blocks = BLOCKS[version - 1];
    }

    private int dataCodewords() {
        return total - ecc * blocks;
    }

    private int countBits() {
        return version < 10 ? 8 : 16;
    }

    /** How many bytes of text fit. */
    int capacity() {
        return (dataCodewords() * 8 - 4 - countBits()) / 8;
    }

    byte[] encode(byte[] text) {
        return interleave(data(text));
    }

    private byte[] data(byte[] text) {
        byte[] data = new byte[dataCodewords()];
        int at = append(data, 0, BYTE_MODE, 4);
        at = append(data, at, text.length, countBits());
        for (byte b : text) {
            at = append(data, at, b & 0xff, 8);
        }
        // A terminator of up to four zero bits, zeros to the byte boundary: the array is zero already.
        int pad = 0xec;
        for (int i = Math.min(data.length, (at + 4 + 7) / 8); i < data.length; i++) {
            data[i] = (byte) pad;
            pad ^= 0xec ^ 0x11;
        }
        return data;
    }

    private static int append(byte[] bits, int at, int value, int count) {
        for (int i = count - 1; i >= 0; i--, at++) {
            bits[at >> 3] |= (byte) ((value >> i & 1) << (7 - (at & 7)));
        }
        return at;
    }

    private byte[] interleave(byte[] data) {
        int shortLength = data.length / blocks;
        int shortBlocks = blocks - data.length % blocks;
        byte[][] parts = new byte[blocks][];
        byte[][] checks = new byte[blocks][];
        int from = 0;
        for (int b = 0; b < blocks; b++) {
            parts[b] = new byte[b < shortBlocks ? shortLength : shortLength + 1];
            System.arraycopy(data, from, parts[b], 0, parts[b].length);
            from += parts[b].length;
            checks[b] = ReedSolomon.remainder(parts[b], ecc);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(total);
        columns(parts, shortLength + 1, out);
        columns(checks, ecc, out);
        return out.toByteArray();
    }

    private static void columns(byte[][] rows, int length, ByteArrayOutputStream out) {
        for (int i = 0; i < length; i++) {
            for (byte[] row : rows) {
                if (i < row.length) {
                    out.write(row[i]);
                }
            }
        }
    }
}
