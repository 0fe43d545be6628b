package org.multisynq4j.snapshot;

/**
 * A growing byte array with the number and text forms all our binary formats use. Fixed-width numbers are big-endian.
 *
 * <p>Every value has exactly one form, so equal values give equal bytes on every platform.
 */
public final class ByteWriter {
    private static final int INITIAL_CAPACITY = 256;
    /** Arrays near {@code Integer.MAX_VALUE} cannot be allocated on every platform. */
    private static final int MAX_CAPACITY = Integer.MAX_VALUE - 16;

    private byte[] bytes;
    private int size;

    public ByteWriter() {
        this(INITIAL_CAPACITY);
    }

    /** A writer that holds this many bytes before it grows. */
    public ByteWriter(int capacity) {
        bytes = new byte[Math.max(capacity, 16)];
    }

    /** Bytes written so far. */
    public int size() {
        return size;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        byte[] copy = new byte[size];
        System.arraycopy(bytes, 0, copy, 0, size);
        return copy;
    }

    /** Writes the low eight bits. */
    public void writeByte(int value) {
        if (size == bytes.length) {
            reserve(1);
        }
        bytes[size++] = (byte) value;
    }

    public void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    /** Two bytes, big-endian. */
    public void writeFixed16(int value) {
        reserve(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    /** Four bytes, big-endian. */
    public void writeFixed32(int value) {
        reserve(4);
        putFixed32(value);
    }

    /** Eight bytes, big-endian. */
    public void writeFixed64(long value) {
        reserve(8);
        putFixed32((int) (value >>> 32));
        putFixed32((int) value);
    }

    /** A variable-length number, seven bits per byte, low bits first; the argument is taken as unsigned. 1 to 5 bytes. */
    public void writeUnsigned(int value) {
        reserve(5);
        byte[] to = bytes;
        int at = size;
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            to[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[at] = (byte) rest;
        size = at + 1;
    }

    /** A signed number near zero is short: zigzag (0, -1, 1, -2, …), then as {@link #writeUnsigned}. */
    public void writeSigned(int value) {
        writeUnsigned((value << 1) ^ (value >> 31));
    }

    /** As {@link #writeUnsigned} for 64 bits. 1 to 10 bytes. */
    public void writeUnsignedLong(long value) {
        reserve(10);
        long rest = value;
        // 64-bit steps are slow in JavaScript: leave them as soon as the rest fits an int.
        while ((rest & ~0x7FFF_FFFFL) != 0) {
            bytes[size++] = (byte) ((int) rest | 0x80);
            rest >>>= 7;
        }
        writeUnsigned((int) rest);
    }

    /** As {@link #writeSigned} for 64 bits; small values give the same bytes as there. */
    public void writeSignedLong(long value) {
        int low = (int) value;
        if (low == value) {
            writeSigned(low);
        } else {
            writeUnsignedLong((value << 1) ^ (value >> 63));
        }
    }

    /** Eight bytes of IEEE 754, big-endian; every NaN becomes the same NaN, zeros keep their sign. */
    public void writeDouble(double value) {
        reserve(8);
        if (Double.isNaN(value)) {
            putFixed32(0x7FF8_0000);
            putFixed32(0);
        } else {
            putFixed32(DoubleBits.high(value));
            putFixed32(DoubleBits.low(value));
        }
    }

    /** Four bytes of IEEE 754, big-endian; every NaN becomes the same NaN, zeros keep their sign. */
    public void writeFloat(float value) {
        writeFixed32(Float.isNaN(value) ? 0x7FC0_0000 : Float.floatToRawIntBits(value));
    }

    /** All bytes of the array, without their count. */
    public void writeBytes(byte[] value) {
        writeBytes(value, 0, value.length);
    }

    public void writeBytes(byte[] value, int offset, int length) {
        reserve(length);
        System.arraycopy(value, offset, bytes, size, length);
        size += length;
    }

    /** The count as {@link #writeUnsigned}, then the bytes. */
    public void writeBlob(byte[] value) {
        writeUnsigned(value.length);
        writeBytes(value);
    }

    /**
     * The count of bytes as {@link #writeUnsigned}, then UTF-8. Half a surrogate pair, which UTF-8 forbids and Java strings may hold, becomes the three bytes
     * its number would have, so that every string comes back as it was.
     */
    public void writeString(String value) {
        int length = value.length();
        int encoded = Utf8.length(value);
        writeUnsigned(encoded);
        reserve(encoded);
        if (encoded == length) {
            byte[] to = bytes;
            int at = size;
            for (int i = 0; i < length; i++) {
                to[at + i] = (byte) value.charAt(i);
            }
            size = at + length;
        } else {
            size = Utf8.write(value, bytes, size);
        }
    }

    private void putFixed32(int value) {
        byte[] to = bytes;
        int at = size;
        to[at] = (byte) (value >> 24);
        to[at + 1] = (byte) (value >> 16);
        to[at + 2] = (byte) (value >> 8);
        to[at + 3] = (byte) value;
        size = at + 4;
    }

    private void reserve(int count) {
        if (count <= bytes.length - size) {
            return;
        }
        if (count > MAX_CAPACITY - size) {
            throw new SnapshotException(
                    "Data of more than " + MAX_CAPACITY + " bytes cannot be written in one piece; split it.");
        }
        int doubled = bytes.length > MAX_CAPACITY / 2 ? MAX_CAPACITY : bytes.length * 2;
        byte[] larger = new byte[Math.max(doubled, size + count)];
        System.arraycopy(bytes, 0, larger, 0, size);
        bytes = larger;
    }
}
