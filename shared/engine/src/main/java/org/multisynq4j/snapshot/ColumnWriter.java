package org.multisynq4j.snapshot;

/** Takes an image apart. */
final class ColumnWriter extends ColumnTape {
    /** Beyond this a double's digits do not fit a whole number of 32 bits. */
    private static final double MOST_DIGITS = 1 << 30;

    private final byte[] image;
    private final ByteWriter[] columns = new ByteWriter[ImageWalk.MAX_CONTEXTS * COLUMNS];
    private int at;

    ColumnWriter(byte[] image) {
        this.image = image;
    }

    boolean atEnd() {
        return at == image.length;
    }

    @Override
    int oneByte(int column) {
        int value = next();
        column(column).writeByte(value);
        return value;
    }

    @Override
    int number(int column, int planes) {
        int value = 0;
        for (int i = 0; i < 10; i++) {
            int part = next();
            column(column + Math.min(i, planes - 1)).writeByte(part);
            value |= i < 5 ? (part & 127) << 7 * i : 0;
            if (part < 128) {
                return value;
            }
        }
        throw new SnapshotException("an image with a number of more than 10 bytes");
    }

    @Override
    void bytes(int column, int count) {
        if (count < 0 || count > image.length - at) {
            throw new SnapshotException("an image that is cut off");
        }
        column(column).writeBytes(image, at, count);
        at += count;
    }

    @Override
    void real(int context) {
        if (image.length - at < 8) {
            throw new SnapshotException("an image that is cut off");
        }
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | image[at + i] & 255;
        }
        double value = Double.longBitsToDouble(bits);
        for (int decimals = 0; decimals < TENS.length; decimals++) {
            double scaled = value * TENS[decimals];
            if (!(Math.abs(scaled) < MOST_DIGITS)) {
                break;
            }
            int digits = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
            // Compared as bits: a negative zero is none of these.
            if (Double.doubleToRawLongBits(digits / TENS[decimals]) == bits) {
                at += 8;
                column(context + DECIMALS).writeByte(decimals);
                digits(context + DIGITS, digits << 1 ^ digits >> 31);
                return;
            }
        }
        column(context + DECIMALS).writeByte(ANY_DOUBLE);
        bytes(context + EXPONENTS, 2);
        bytes(context + MANTISSAS, 6);
    }

    private void digits(int column, int zigzag) {
        int rest = zigzag;
        for (int i = 0; ; i++) {
            boolean last = (rest & ~127) == 0;
            column(column + Math.min(i, DIGIT_PLANES - 1)).writeByte(last ? rest : rest & 127 | 128);
            if (last) {
                return;
            }
            rest >>>= 7;
        }
    }

    private int next() {
        if (at == image.length) {
            throw new SnapshotException("an image that is cut off");
        }
        return image[at++] & 255;
    }

    private ByteWriter column(int column) {
        ByteWriter writer = columns[column];
        if (writer == null) {
            writer = new ByteWriter();
            columns[column] = writer;
        }
        return writer;
    }

    byte[] packed() {
        ByteWriter lengths = new ByteWriter();
        int used = 0;
        int total = 0;
        int last = 0;
        for (int column = 0; column < columns.length; column++) {
            if (columns[column] != null) {
                lengths.writeUnsigned(column - last);
                lengths.writeUnsigned(columns[column].size());
                total += columns[column].size();
                last = column;
                used++;
            }
        }
        ByteWriter out = new ByteWriter(total + lengths.size() + 16);
        out.writeByte(ImageColumns.FORMAT);
        out.writeUnsigned(image.length);
        out.writeUnsigned(used);
        out.writeBytes(lengths.toByteArray());
        for (ByteWriter column : columns) {
            if (column != null) {
                out.writeBytes(column.toByteArray());
            }
        }
        return out.toByteArray();
    }
}
