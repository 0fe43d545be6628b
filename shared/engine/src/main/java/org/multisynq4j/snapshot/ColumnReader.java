package org.multisynq4j.snapshot;

/** Puts an image together again; what it reads may be hostile. */
final class ColumnReader extends ColumnTape {
    private static final byte[] ALL = {};

    private final byte[] packed;
    private final byte[] image;
    private final int format;
    /** Where each column goes on, and where it ends: in the packed bytes, or, of a column in an alphabet, counted from its first. */
    private final int[] next = new int[ImageWalk.MAX_CONTEXTS * COLUMNS];

    private final int[] end = new int[ImageWalk.MAX_CONTEXTS * COLUMNS];
    /** Of a column in an alphabet: where it begins, how many are in a byte, and which bytes they are. */
    private final int[] begin = new int[ImageWalk.MAX_CONTEXTS * COLUMNS];

    private final int[] shifts = new int[ImageWalk.MAX_CONTEXTS * COLUMNS];
    private final byte[][] alphabets = new byte[ImageWalk.MAX_CONTEXTS * COLUMNS][];
    private int at;

    ColumnReader(byte[] packed, int imageBytes) {
        this.packed = packed;
        ByteReader in = new ByteReader(packed);
        format = in.readByte();
        if (format != ImageColumns.FORMAT && format != ImageColumns.FIRST_FORMAT) {
            throw in.damaged("columns of format " + format + "; this build reads formats " + ImageColumns.FIRST_FORMAT
                    + " to " + ImageColumns.FORMAT);
        }
        int said = in.readUnsigned();
        if (said != imageBytes || imageBytes / ImageColumns.MOST_GROWTH > packed.length) {
            throw in.damaged(
                    "an image of " + (said & 0xFFFF_FFFFL) + " bytes in columns of " + packed.length + " bytes");
        }
        int used = in.readCount(2);
        int[] numbers = new int[used];
        readList(in, numbers);
        int from = in.position();
        for (int column : numbers) {
            int length = end[column];
            int shift = shifts[column];
            int bytes = shift == 0 ? length : Alphabet.bytes(length, shift);
            if (bytes > packed.length - from) {
                throw in.damaged("a column of " + length + " bytes");
            }
            if (shift == 0) {
                next[column] = from;
                end[column] = from + bytes;
            } else {
                begin[column] = from;
            }
            from += bytes;
        }
        if (from != packed.length) {
            throw in.damaged((packed.length - from) + " bytes follow the columns");
        }
        image = new byte[imageBytes];
    }

    private void readList(ByteReader in, int[] numbers) {
        int column = 0;
        for (int i = 0; i < numbers.length; i++) {
            int step = in.readUnsigned();
            if (step < 0 || step >= next.length - column || step == 0 && i > 0) {
                throw in.damaged("columns that do not follow each other");
            }
            column += step;
            numbers[i] = column;
            int length = in.readUnsigned();
            if (length < 0) {
                throw in.damaged("a column of " + (length & 0xFFFF_FFFFL) + " bytes");
            }
            end[column] = length;
            int symbols = format == ImageColumns.FIRST_FORMAT ? 0 : in.readByte();
            if (symbols > Alphabet.MOST) {
                throw in.damaged("an alphabet of " + symbols + " bytes");
            }
            alphabets[column] = symbols == 0 ? ALL : in.readBytes(symbols);
            shifts[column] = symbols == 0 ? 0 : Alphabet.shift(symbols);
        }
    }

    @Override
    int classNumber(int context) {
        return format == ImageColumns.FIRST_FORMAT
                ? number(context + REFERENCES, REFERENCE_PLANES)
                : super.classNumber(context);
    }

    @Override
    int oneByte(int column) {
        int value = take(column);
        put(value);
        return value;
    }

    @Override
    int number(int column, int planes) {
        int part = oneByte(column);
        if (part < 128) {
            return part;
        }
        int value = part & 127;
        for (int i = 1; i < 10; i++) {
            part = oneByte(column + Math.min(i, planes - 1));
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
        if (shifts[column] == 0) {
            System.arraycopy(packed, from, image, at, count);
            next[column] = from + count;
            at += count;
        } else {
            for (int i = 0; i < count; i++) {
                put(take(column));
            }
        }
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
        if (image.length - at < 8) {
            throw damaged("more than the image");
        }
        double value = digits / TENS[decimals];
        putInt(DoubleBits.high(value));
        putInt(DoubleBits.low(value));
    }

    /** Room for it is known to be there. */
    private void putInt(int value) {
        byte[] to = image;
        int here = at;
        to[here] = (byte) (value >>> 24);
        to[here + 1] = (byte) (value >>> 16);
        to[here + 2] = (byte) (value >>> 8);
        to[here + 3] = (byte) value;
        at = here + 4;
    }

    private int take(int column) {
        int index = next[column];
        if (index == end[column]) {
            throw damaged("column " + column + " is too short");
        }
        next[column] = index + 1;
        int shift = shifts[column];
        return shift == 0 ? packed[index] & 255 : symbol(column, index, shift);
    }

    private int symbol(int column, int index, int shift) {
        int bits = 8 >> shift;
        int place = (index & (1 << shift) - 1) * bits;
        int number = packed[begin[column] + (index >>> shift)] >> place & (1 << bits) - 1;
        byte[] alphabet = alphabets[column];
        if (number >= alphabet.length) {
            throw damaged("number " + number + " in an alphabet of " + alphabet.length);
        }
        return alphabet[number] & 255;
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
