package org.multisynq4j.snapshot;

import java.util.Arrays;

/** Takes an image apart. */
final class ColumnWriter extends ColumnTape {
    /** Beyond this a double's digits do not fit a whole number of 32 bits. */
    private static final double MOST_DIGITS = 1 << 30;

    /** After so many numbers in a row that need fewer decimals, the column gets fewer. */
    private static final int PATIENCE = 16;

    private static final int INITIAL_BYTES = 64;

    /** The longest field that {@link #fields} moves. */
    private static final int FIELD_BYTES = 12;

    private static final int NUMBER_BYTES = 10;

    private final byte[] image;
    private final byte[][] columns = new byte[ImageWalk.MAX_CONTEXTS * COLUMNS][];
    private final int[] sizes = new int[ImageWalk.MAX_CONTEXTS * COLUMNS];
    /** By context: how many decimals its doubles are written with at present, and for how many in a row fewer would do. */
    private final int[] usual = new int[ImageWalk.MAX_CONTEXTS];

    private final int[] fewer = new int[ImageWalk.MAX_CONTEXTS];
    private int at;
    // What finish() has done so far.
    private final ByteWriter lengths = new ByteWriter();
    private final ByteWriter body = new ByteWriter();
    private int finished;
    private int lastUsed;
    private int used;

    ColumnWriter(byte[] image) {
        this.image = image;
    }

    boolean atEnd() {
        return at == image.length;
    }

    @Override
    int oneByte(int column) {
        int value = next();
        put(column, value);
        return value;
    }

    @Override
    int number(int column, int planes) {
        int part = next();
        put(column, part);
        if (part < 128) {
            return part;
        }
        int value = part & 127;
        for (int i = 1; i < NUMBER_BYTES; i++) {
            part = next();
            put(column + Math.min(i, planes - 1), part);
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
        if (count == 0) {
            return;
        }
        byte[] to = columns[column];
        int size = sizes[column];
        if (to == null || count > to.length - size) {
            to = grow(column, count);
        }
        System.arraycopy(image, at, to, size, count);
        sizes[column] = size + count;
        at += count;
    }

    @Override
    void real(int context) {
        if (image.length - at < 8) {
            throw new SnapshotException("an image that is cut off");
        }
        int high = fixed32(at);
        int low = fixed32(at + 4);
        double value = DoubleBits.of(high, low);
        int place = context / COLUMNS;
        int first = usual[place];
        if (!decimal(context, value, high, low, first)) {
            for (int decimals = first + 1; decimals < TENS.length; decimals++) {
                if (decimal(context, value, high, low, decimals)) {
                    usual[place] = decimals;
                    return;
                }
            }
            for (int decimals = first - 1; decimals >= 0; decimals--) {
                if (decimal(context, value, high, low, decimals)) {
                    return;
                }
            }
            put(context + DECIMALS, ANY_DOUBLE);
            bytes(context + EXPONENTS, 2);
            bytes(context + MANTISSAS, 6);
        }
    }

    /** Writes the number with so many decimals; false if it is not such a number. */
    private boolean decimal(int context, double value, int high, int low, int decimals) {
        double scaled = value * TENS[decimals];
        if (!(Math.abs(scaled) < MOST_DIGITS)) {
            return false;
        }
        int digits = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        double back = digits / TENS[decimals];
        // Compared as bits: a negative zero is none of these.
        if (back != value || DoubleBits.high(back) != high || DoubleBits.low(back) != low) {
            return false;
        }
        at += 8;
        put(context + DECIMALS, decimals);
        digits(context + DIGITS, digits << 1 ^ digits >> 31);
        int place = context / COLUMNS;
        if (decimals == 0 || digits % 10 != 0) {
            fewer[place] = 0;
        } else if (++fewer[place] == PATIENCE) {
            usual[place] = decimals - 1;
            fewer[place] = 0;
        }
        return true;
    }

    private void digits(int column, int zigzag) {
        int rest = zigzag;
        for (int i = 0; ; i++) {
            boolean last = (rest & ~127) == 0;
            put(column + Math.min(i, DIGIT_PLANES - 1), last ? rest : rest & 127 | 128);
            if (last) {
                return;
            }
            rest >>>= 7;
        }
    }

    private int fixed32(int from) {
        byte[] bytes = image;
        return bytes[from] << 24 | (bytes[from + 1] & 255) << 16 | (bytes[from + 2] & 255) << 8 | bytes[from + 3] & 255;
    }

    private int next() {
        byte[] bytes = image;
        if (at == bytes.length) {
            throw new SnapshotException("an image that is cut off");
        }
        return bytes[at++] & 255;
    }

    @Override
    int objects(int context, ImageLayout layout, int most, int classes) {
        int number = layout.number();
        int count = layout.steps().length;
        byte[] from = image;
        reached = count;
        int begun = 0;
        while (number < 128 && begun < most && reached == count) {
            if (from.length - at < 2 || from[at] != Tag.OBJECT || from[at + 1] != number) {
                break;
            }
            at += 2;
            put(context, Tag.OBJECT);
            put(context + CLASSES, number);
            begun++;
            reached = fields(layout, 0, classes);
        }
        return begun;
    }

    /* As in ColumnReader: stops in front of whatever is not as usual. */
    @Override
    int fields(ImageLayout layout, int first, int classes) {
        byte[] steps = layout.steps();
        int[] columns = layout.columns();
        int count = steps.length;
        byte[] from = image;
        if (count - first > (from.length - at) / FIELD_BYTES) {
            return first;
        }
        for (int i = first; i < count; i++) {
            int column = columns[i];
            int here = at;
            switch (steps[i]) {
                case ImageLayout.ONE_BYTE:
                    put(column + NUMBERS, from[here]);
                    at = here + 1;
                    break;
                case ImageLayout.REAL:
                    real(column);
                    break;
                case ImageLayout.NUMBER:
                    at = number(from, here, column + NUMBERS, NUMBER_PLANES - 1);
                    break;
                case ImageLayout.VALUE: {
                    int tag = from[here];
                    if (tag >= Tag.NULL && tag <= Tag.TRUE) {
                        put(column, tag);
                        at = here + 1;
                        break;
                    }
                    int type = tag == Tag.ENUM ? from[++here] : 1;
                    boolean named = tag == Tag.ENUM || tag == Tag.STRING;
                    // A string with the number 0 is new.
                    if (!named && tag != Tag.SAME || type <= 0 || type > classes || named && from[here + 1] == 0) {
                        return i;
                    }
                    put(column, tag);
                    if (tag == Tag.ENUM) {
                        put(column + CLASSES, type);
                    }
                    at = number(from, here + 1, column + REFERENCES, REFERENCE_PLANES - 1);
                    break;
                }
                default:
                    return i;
            }
        }
        return count;
    }

    /** Takes a number from there, and says where it ends. */
    private int number(byte[] from, int begin, int column, int lastPlane) {
        int part = from[begin];
        put(column, part);
        int here = begin + 1;
        for (int i = 1; part < 0; i++) {
            if (i == NUMBER_BYTES) {
                throw new SnapshotException("an image with a number of more than 10 bytes");
            }
            part = from[here++];
            put(column + Math.min(i, lastPlane), part);
        }
        return here;
    }

    private void put(int column, int value) {
        byte[] to = columns[column];
        int size = sizes[column];
        if (to == null || size == to.length) {
            to = grow(column, 1);
        }
        to[size] = (byte) value;
        sizes[column] = size + 1;
    }

    private byte[] grow(int column, int count) {
        byte[] old = columns[column];
        byte[] larger = old == null
                ? new byte[Math.max(INITIAL_BYTES, count)]
                : Arrays.copyOf(old, Math.max(2 * old.length, old.length + count));
        columns[column] = larger;
        return larger;
    }

    @Override
    boolean finish(int bytes) {
        int done = 0;
        while (finished < columns.length && done < bytes) {
            byte[] column = columns[finished];
            if (column != null) {
                int size = sizes[finished];
                lengths.writeUnsigned(finished - lastUsed);
                lengths.writeUnsigned(size);
                write(column, size);
                done += size;
                lastUsed = finished;
                used++;
                columns[finished] = null;
            }
            finished++;
        }
        return finished < columns.length;
    }

    private void write(byte[] column, int size) {
        byte[] symbols = Alphabet.of(column, size);
        if (symbols.length == 0 || symbols.length + Alphabet.bytes(size, Alphabet.shift(symbols.length)) >= size) {
            lengths.writeByte(0);
            body.writeBytes(column, 0, size);
        } else {
            lengths.writeByte(symbols.length);
            lengths.writeBytes(symbols);
            Alphabet.write(body, column, size, symbols);
        }
    }

    byte[] packed() {
        ByteWriter out = new ByteWriter(body.size() + lengths.size() + 16);
        out.writeByte(ImageColumns.FORMAT);
        out.writeUnsigned(image.length);
        out.writeUnsigned(used);
        out.writeBytes(lengths.toByteArray());
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }
}
