package org.multisynq4j.snapshot;

/**
 * Reads what {@link ByteWriter} wrote, from a source that may be hostile: every read is bounded by the array, and forms the writer never produces are refused,
 * so that what can be read has one encoding. All methods throw {@link SnapshotException} that names the byte position.
 */
public final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Reads {@code length} bytes from {@code offset}; positions in messages count from the array's start. */
    public ByteReader(byte[] bytes, int offset, int length) {
        if (offset < 0 || length < 0 || length > bytes.length - offset) {
            throw new IllegalArgumentException(
                    "range " + offset + "+" + length + " is outside of " + bytes.length + " bytes");
        }
        this.bytes = bytes;
        this.position = offset;
        this.end = offset + length;
    }

    /** Index of the next byte in the array. */
    public int position() {
        return position;
    }

    /** Bytes not read yet. */
    public int remaining() {
        return end - position;
    }

    public boolean atEnd() {
        return position == end;
    }

    /** Refuses bytes after the end of what was to be read. */
    public void expectEnd() {
        if (position != end) {
            throw damaged(remaining() + " bytes follow the end of the data");
        }
    }

    /** One byte, 0 to 255. */
    public int readByte() {
        if (position == end) {
            throw cutOff(1);
        }
        return bytes[position++] & 0xFF;
    }

    /** One byte that must be 0 or 1. */
    public boolean readBoolean() {
        int value = readByte();
        if (value > 1) {
            throw damaged("a boolean is " + value);
        }
        return value == 1;
    }

    /** 0 to 65535. */
    public int readFixed16() {
        require(2);
        return (bytes[position++] & 0xFF) << 8 | bytes[position++] & 0xFF;
    }

    public int readFixed32() {
        require(4);
        return takeFixed32();
    }

    public long readFixed64() {
        require(8);
        long high = takeFixed32();
        return high << 32 | takeFixed32() & 0xFFFF_FFFFL;
    }

    /** An unsigned 32-bit number; values above {@code Integer.MAX_VALUE} come out negative. Use {@link #readCount} for sizes. */
    public int readUnsigned() {
        // Most are one byte.
        int value = position < end ? bytes[position] : -1;
        if (value >= 0) {
            position++;
            return value;
        }
        value = readByte() & 0x7F;
        for (int shift = 7; ; shift += 7) {
            int next = readByte();
            if (shift == 28 && next > 0x0F) {
                throw damaged("a number has more than 32 bits");
            }
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                if (next == 0) {
                    throw damaged("a number is longer than it needs to be");
                }
                return value;
            }
        }
    }

    public int readSigned() {
        int value = readUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    public long readUnsignedLong() {
        int low = 0;
        int shift = 0;
        int next;
        // The first four bytes in 32-bit arithmetic, which is much faster in JavaScript.
        do {
            next = readByte();
            low |= (next & 0x7F) << shift;
            shift += 7;
        } while (next >= 0x80 && shift < 28);
        long value = low;
        while (next >= 0x80) {
            next = readByte();
            if (shift == 63 && next > 1) {
                throw damaged("a number has more than 64 bits");
            }
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        }
        if (next == 0 && shift > 7) {
            throw damaged("a number is longer than it needs to be");
        }
        return value;
    }

    public long readSignedLong() {
        long value = readUnsignedLong();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A count of things that take at least {@code bytesEach} (≥ 1) bytes each: refused if so many cannot follow. */
    public int readCount(int bytesEach) {
        int count = readUnsigned();
        if (count < 0 || count > remaining() / bytesEach) {
            throw damaged("a count of " + (count & 0xFFFF_FFFFL) + " is more than the " + remaining()
                    + " bytes that follow can hold");
        }
        return count;
    }

    /** Refuses every NaN but the one the writer writes. */
    public double readDouble() {
        int at = position;
        if (end - at < 8) {
            throw cutOff(8);
        }
        byte[] from = bytes;
        int high = from[at] << 24 | (from[at + 1] & 0xFF) << 16 | (from[at + 2] & 0xFF) << 8 | from[at + 3] & 0xFF;
        int low = from[at + 4] << 24 | (from[at + 5] & 0xFF) << 16 | (from[at + 6] & 0xFF) << 8 | from[at + 7] & 0xFF;
        position = at + 8;
        double value = DoubleBits.of(high, low);
        if (Double.isNaN(value)) {
            checkNaN(8, 0x7F, 0xF8);
        }
        return value;
    }

    /** Refuses every NaN but the one the writer writes. */
    public float readFloat() {
        float value = Float.intBitsToFloat(readFixed32());
        if (Float.isNaN(value)) {
            checkNaN(4, 0x7F, 0xC0);
        }
        return value;
    }

    /** Exactly {@code count} bytes, copied. */
    public byte[] readBytes(int count) {
        if (count < 0) {
            throw damaged("a count of bytes is negative");
        }
        require(count);
        byte[] copy = new byte[count];
        System.arraycopy(bytes, position, copy, 0, count);
        position += count;
        return copy;
    }

    /** Passes over that many bytes. */
    public void skip(int count) {
        if (count < 0) {
            throw damaged("a count of bytes is negative");
        }
        require(count);
        position += count;
    }

    /** A counted run of at most {@code maxBytes} bytes. */
    public byte[] readBlob(int maxBytes) {
        return readBytes(readSize(maxBytes));
    }

    /** A string of at most {@code maxBytes} encoded bytes. */
    public String readString(int maxBytes) {
        int count = readSize(maxBytes);
        String text = Utf8.read(bytes, position, count);
        position += count;
        return text;
    }

    /** An exception that says where reading stopped. */
    public SnapshotException damaged(String reason) {
        return new SnapshotException(
                "Damaged data at byte " + position + ": " + reason + ". Fetch it again, or use an older copy.");
    }

    private int readSize(int maxBytes) {
        int count = readCount(1);
        if (count > maxBytes) {
            throw damaged("a run of " + count + " bytes exceeds the limit of " + maxBytes);
        }
        return count;
    }

    private void checkNaN(int length, int first, int second) {
        boolean canonical =
                (bytes[position - length] & 0xFF) == first && (bytes[position - length + 1] & 0xFF) == second;
        for (int i = position - length + 2; i < position; i++) {
            canonical &= bytes[i] == 0;
        }
        if (!canonical) {
            throw damaged("a NaN is not the canonical one");
        }
    }

    private int takeFixed32() {
        byte[] from = bytes;
        int at = position;
        position = at + 4;
        return from[at] << 24 | (from[at + 1] & 0xFF) << 16 | (from[at + 2] & 0xFF) << 8 | from[at + 3] & 0xFF;
    }

    private void require(int count) {
        if (count > end - position) {
            throw cutOff(count);
        }
    }

    private SnapshotException cutOff(int count) {
        return damaged(count + " bytes are needed, " + remaining() + " are left: the data is cut off");
    }
}
