package org.multisynq4j.crypto;

import org.multisynq4j.text.Bytes;

/** Joins parts so that no two lists of parts give the same bytes: each part is preceded by its length (unsigned 32 bit, big-endian). */
final class Framing {
    private byte[] bytes = new byte[128];
    private int length;

    /** Starts with a label that names version and purpose. */
    static Framing of(String label) {
        return new Framing().add(label);
    }

    Framing add(String text) {
        return add(Bytes.utf8(text));
    }

    Framing add(byte[] part) {
        ensure(4 + part.length);
        int32(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
        return this;
    }

    Framing add(long number) {
        ensure(12);
        int32(8);
        int32((int) (number >>> 32));
        int32((int) number);
        return this;
    }

    byte[] bytes() {
        byte[] result = new byte[length];
        System.arraycopy(bytes, 0, result, 0, length);
        return result;
    }

    private void int32(int value) {
        bytes[length++] = (byte) (value >> 24);
        bytes[length++] = (byte) (value >> 16);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            byte[] larger = new byte[Math.max(bytes.length * 2, length + more)];
            System.arraycopy(bytes, 0, larger, 0, length);
            bytes = larger;
        }
    }
}
