package org.multisynq4j.snapshot;

/** Puts an image together again; what it reads may be hostile. */
final class ColumnReader extends ColumnTape {
    private final byte[] packed;
    private final byte[] image;
    /** Where each column goes on, and where it ends. */
    private final int[] next = new int[ImageWalk.MAX_CONTEXTS * COLUMNS];

    private final int[] end = new int[ImageWalk.MAX_CONTEXTS * COLUMNS];
    private int at;

    ColumnReader(byte[] packed, int imageBytes) {
        this.packed = packed;
        ByteReader in = new ByteReader(packed);
        int format = in.readByte();
        if (format != ImageColumns.FORMAT) {
            throw in.damaged("columns of format " + format + "; this build reads format " + ImageColumns.FORMAT);
        }
        int said = in.readUnsigned();
        if (said != imageBytes || imageBytes / ImageColumns.MOST_GROWTH > packed.length) {
            throw in.damaged(
                    "an image of " + (said & 0xFFFF_FFFFL) + " bytes in columns of " + packed.length + " bytes");
        }
        int used = in.readCount(2);
        ByteReader lengths = new ByteReader(packed, in.position(), in.remaining());
        for (int i = 0; i < 2 * used; i++) {
            in.readUnsigned();
        }
        int from = in.position();
        int column = 0;
        for (int i = 0; i < used; i++) {
            int step = lengths.readUnsigned();
            if (step < 0 || step >= next.length - column || step == 0 && i > 0) {
                throw lengths.damaged("columns that do not follow each other");
            }
            column += step;
            int length = lengths.readUnsigned();
            if (length < 0 || length > packed.length - from) {
                throw lengths.damaged("a column of " + (length & 0xFFFF_FFFFL) + " bytes");
            }
            next[column] = from;
            from += length;
            end[column] = from;
        }
        if (from != packed.length) {
            throw in.damaged((packed.length - from) + " bytes follow the columns");
        }
        image = new byte[imageBytes];
    }

    @Override
    int oneByte(int column) {
        int value = take(column);
        put(value);
        return value;
    }

    @Override
    int number(int column, int planes) {
        int value = 0;
        for (int i = 0; i < 10; i++) {
            int part = oneByte(column + Math.min(i, planes - 1));
            value |= i < 5 ? (part & 127) << 7 * i : 0;
            if (part < 128) {
                return value;
            }
        }
        throw damaged("a number of more than 10 bytes");
    }

    @Override
    void bytes(int column, int count) {
        int from = next[column];
        if (count < 0 || count > end[column] - from || count > image.length - at) {
            throw damaged("a run of " + (count & 0xFFFF_FFFFL) + " bytes in column " + column);
        }
        System.arraycopy(packed, from, image, at, count);
        next[column] = from + count;
        at += count;
    }

    @Override
    void real(int context) {
        int decimals = take(context + DECIMALS);
        if (decimals == ANY_DOUBLE) {
            bytes(context + EXPONENTS, 2);
            bytes(context + MANTISSAS, 6);
            return;
        }
        if (decimals >= TENS.length) {
            throw damaged("a double of " + decimals + " decimals");
        }
        int zigzag = 0;
        int part = 128;
        for (int i = 0; part >= 128; i++) {
            if (i == 5) {
                throw damaged("digits of more than 5 bytes");
            }
            part = take(context + DIGITS + Math.min(i, DIGIT_PLANES - 1));
            zigzag |= (part & 127) << 7 * i;
        }
        int digits = zigzag >>> 1 ^ -(zigzag & 1);
        if (decimals == 0) {
            putWhole(digits);
        } else {
            long bits = Double.doubleToRawLongBits(digits / TENS[decimals]);
            putInt((int) (bits >>> 32));
            putInt((int) bits);
        }
    }

    /** The double with this value, without 64-bit numbers: browsers are slow with them. */
    private void putWhole(int value) {
        int size = Math.abs(value);
        if (size == 0) {
            putInt(0);
            putInt(0);
            return;
        }
        int exponent = 31 - Integer.numberOfLeadingZeros(size);
        int high = exponent <= 20 ? size << 20 - exponent : size >>> exponent - 20;
        putInt(value & 0x8000_0000 | 1023 + exponent << 20 | high & 0xF_FFFF);
        putInt(exponent <= 20 ? 0 : size << 52 - exponent);
    }

    private void putInt(int value) {
        put(value >>> 24);
        put(value >>> 16);
        put(value >>> 8);
        put(value);
    }

    private int take(int column) {
        if (next[column] == end[column]) {
            throw damaged("column " + column + " is too short");
        }
        return packed[next[column]++] & 255;
    }

    private void put(int value) {
        if (at == image.length) {
            throw damaged("more than the image");
        }
        image[at++] = (byte) value;
    }

    /** The image, if it is complete and nothing is left over. */
    byte[] image() {
        if (at != image.length) {
            throw damaged((image.length - at) + " bytes are missing");
        }
        for (int column = 0; column < next.length; column++) {
            if (next[column] != end[column]) {
                throw damaged((end[column] - next[column]) + " bytes of column " + column + " are left over");
            }
        }
        return image;
    }

    private static SnapshotException damaged(String what) {
        return new SnapshotException("Damaged columns: " + what + ". Fetch them again, or use an older copy.");
    }
}
