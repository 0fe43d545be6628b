package org.multisynq4j.store.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One record: 4 bytes marker and length, 4 bytes CRC32C of length and payload, payload. Big-endian.
 *
 * <p>The marker in the top byte makes the search for the next readable record after damage cheap: few places look like
 * a beginning, so few checksums are computed.
 */
final class RecordFormat {
    static final int HEADER = 8;
    /** The longest payload: what three bytes of length can say. */
    static final int MAX_PAYLOAD = 0xFFFFFF;

    private static final int MARKER = 0xA5000000;

    private RecordFormat() {}

    static void write(byte[] payload, ByteBuffer target) {
        int head = MARKER | payload.length;
        target.putInt(head).putInt(checksum(head, payload, 0, payload.length)).put(payload);
    }

    /** The payload length of a whole, undamaged record at {@code offset}, or −1. */
    static int lengthAt(byte[] segment, int offset) {
        if (segment.length - offset < HEADER) {
            return -1;
        }
        ByteBuffer buffer = ByteBuffer.wrap(segment);
        int head = buffer.getInt(offset);
        int length = head & MAX_PAYLOAD;
        if ((head & ~MAX_PAYLOAD) != MARKER || length > segment.length - offset - HEADER) {
            return -1;
        }
        return buffer.getInt(offset + 4) == checksum(head, segment, offset + HEADER, length) ? length : -1;
    }

    private static int checksum(int head, byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(head >>> 24);
        crc.update(head >>> 16);
        crc.update(head >>> 8);
        crc.update(head);
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
