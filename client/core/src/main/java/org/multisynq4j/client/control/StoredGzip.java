package org.multisynq4j.client.control;

/**
 * Bytes in gzip's clothes without being compressed (RFC 1952, stored blocks of RFC 1951): browsers compress only in their own time, and a page that is being closed
 * has none.
 */
final class StoredGzip {
    private static final int MAX_BLOCK = 65_535;
    private static final byte[] HEADER = {31, (byte) 139, 8, 0, 0, 0, 0, 0, 0, (byte) 255};
    private static final int CRC_POLYNOMIAL = 0xEDB88320;

    private StoredGzip() {}

    static byte[] wrap(byte[] plain) {
        int blocks = Math.max(1, (plain.length + MAX_BLOCK - 1) / MAX_BLOCK);
        byte[] out = new byte[HEADER.length + blocks * 5 + plain.length + 8];
        System.arraycopy(HEADER, 0, out, 0, HEADER.length);
        int at = HEADER.length;
        for (int block = 0; block < blocks; block++) {
            int from = block * MAX_BLOCK;
            int length = Math.min(MAX_BLOCK, plain.length - from);
            out[at++] = (byte) (block == blocks - 1 ? 1 : 0);
            at = littleEndian(out, at, length, 2);
            at = littleEndian(out, at, ~length, 2);
            System.arraycopy(plain, from, out, at, length);
            at += length;
        }
        at = littleEndian(out, at, crc(plain), 4);
        littleEndian(out, at, plain.length, 4);
        return out;
    }

    private static int littleEndian(byte[] out, int at, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out[at + i] = (byte) (value >>> 8 * i);
        }
        return at + bytes;
    }

    private static int crc(byte[] plain) {
        int crc = -1;
        for (byte each : plain) {
            crc ^= each & 255;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : CRC_POLYNOMIAL);
            }
        }
        return ~crc;
    }
}
