package org.multisynq4j.snapshot;

/** Puts an image together again; what it reads may be hostile. */
final class ColumnReader extends ColumnTape {
    /** A field takes no more bytes of the image than this, if it is one {@link #fields} moves. */
    private static final int FIELD_BYTES = 12;

    private static final int NUMBER_BYTES = 10;

    private final ColumnList list;
    private final byte[] bytes;
    private final int[] next;
    private final int[] end;
    private final byte[] image;
    private final boolean old;
    /** Read from here, a static array costs a look whether its class was initialised, each time. */
    private final double[] tens = TENS;

    private int at;

    ColumnReader(byte[] packed, int imageBytes) {
        list = new ColumnList(packed, imageBytes);
        bytes = list.bytes;
        next = list.next;
        end = list.end;
        old = list.format == ImageColumns.FIRST_FORMAT;
        image = new byte[imageBytes];
    }

    @Override
    boolean prepare(int most) {
        return list.expand(most);
    }

    @Override
    int classNumber(int context) {
        return old ? number(context + REFERENCES, REFERENCE_PLANES) : super.classNumber(context);
    }

    @Override
    int oneByte(int column) {
        int value = take(column);
        if (at == image.length) {
            throw tooMuch();
        }
        image[at++] = (byte) value;
        return value;
    }

    @Override
    int number(int column, int planes) {
        int part = oneByte(column);
        if (part < 128) {
            return part;
        }
        int value = part & 127;
        for (int i = 1; i < NUMBER_BYTES; i++) {
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
        System.arraycopy(bytes, from, image, at, count);
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
        if (decimals >= tens.length) {
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
        if (image.length - at < 8) {
            throw tooMuch();
        }
        at = putReal(image, at, zigzag, tens[decimals]);
    }

    /** Puts the double with these digits there, and says where it ends. */
    private static int putReal(byte[] to, int here, int zigzag, double ten) {
        double value = (zigzag >>> 1 ^ -(zigzag & 1)) / ten;
        int high = DoubleBits.high(value);
        int low = DoubleBits.low(value);
        to[here] = (byte) (high >>> 24);
        to[here + 1] = (byte) (high >>> 16);
        to[here + 2] = (byte) (high >>> 8);
        to[here + 3] = (byte) high;
        to[here + 4] = (byte) (low >>> 24);
        to[here + 5] = (byte) (low >>> 16);
        to[here + 6] = (byte) (low >>> 8);
        to[here + 7] = (byte) low;
        return here + 8;
    }

    private int take(int column) {
        int index = next[column];
        if (index == end[column]) {
            throw tooShort(column);
        }
        next[column] = index + 1;
        return bytes[index] & 255;
    }

    @Override
    int objects(int context, ImageLayout layout, int most, int classes) {
        int[] places = next;
        int[] ends = end;
        byte[] from = bytes;
        int number = layout.number();
        int count = layout.steps().length;
        reached = count;
        if (old || number > 127) {
            return 0;
        }
        int begun = 0;
        while (begun < most && reached == count) {
            int tag = places[context];
            int type = places[context + CLASSES];
            if (tag == ends[context]
                    || type == ends[context + CLASSES]
                    || from[tag] != Tag.OBJECT
                    || from[type] != number
                    || image.length - at < 2) {
                break;
            }
            places[context] = tag + 1;
            places[context + CLASSES] = type + 1;
            image[at] = Tag.OBJECT;
            image[at + 1] = (byte) number;
            at += 2;
            begun++;
            reached = fields(layout, 0, classes);
        }
        return begun;
    }

    /*
     * One long method, because a page runs it when nothing is compiled well yet: then calls, and fields instead of local variables, are what takes time. It stops in front of
     * whatever is not as usual, without having moved anything of it.
     */
    @Override
    int fields(ImageLayout layout, int first, int classes) {
        byte[] steps = layout.steps();
        int[] columns = layout.columns();
        int count = steps.length;
        byte[] to = image;
        int here = at;
        if (old || count - first > (to.length - here) / FIELD_BYTES) {
            return first;
        }
        byte[] from = bytes;
        int[] places = next;
        int[] ends = end;
        double[] powers = tens;
        int i = first;
        fields:
        for (; i < count; i++) {
            int column = columns[i];
            int numbers;
            int lastPlane;
            int written = here;
            int place;
            switch (steps[i]) {
                case ImageLayout.ONE_BYTE:
                    column += NUMBERS;
                    place = places[column];
                    if (place == ends[column]) {
                        break fields;
                    }
                    places[column] = place + 1;
                    to[here++] = from[place];
                    continue;
                case ImageLayout.REAL: {
                    place = places[column + DECIMALS];
                    if (place == ends[column + DECIMALS]) {
                        break fields;
                    }
                    int decimals = from[place];
                    if (decimals < 0 || decimals >= powers.length) {
                        break fields;
                    }
                    int digits = column + DIGITS;
                    int place0 = places[digits];
                    if (place0 == ends[digits]) {
                        break fields;
                    }
                    int zigzag = from[place0];
                    if (zigzag < 0) {
                        int place1 = places[digits + 1];
                        if (place1 == ends[digits + 1]) {
                            break fields;
                        }
                        int part = from[place1];
                        zigzag = zigzag & 127 | (part & 127) << 7;
                        int place2 = places[digits + 2];
                        for (int shift = 14; part < 0; shift += 7) {
                            if (shift > 28 || place2 == ends[digits + 2]) {
                                break fields;
                            }
                            part = from[place2++];
                            zigzag |= (part & 127) << shift;
                        }
                        places[digits + 2] = place2;
                        places[digits + 1] = place1 + 1;
                    }
                    places[digits] = place0 + 1;
                    places[column + DECIMALS] = place + 1;
                    here = putReal(to, here, zigzag, powers[decimals]);
                    continue;
                }
                case ImageLayout.NUMBER:
                    numbers = column + NUMBERS;
                    lastPlane = numbers + NUMBER_PLANES - 1;
                    place = places[numbers];
                    if (place == ends[numbers]) {
                        break fields;
                    }
                    break;
                case ImageLayout.VALUE: {
                    int tagPlace = places[column];
                    if (tagPlace == ends[column]) {
                        break fields;
                    }
                    int tag = from[tagPlace];
                    to[written++] = (byte) tag;
                    if (tag >= Tag.NULL && tag <= Tag.TRUE) {
                        places[column] = tagPlace + 1;
                        here = written;
                        continue;
                    }
                    if (tag != Tag.STRING && tag != Tag.ENUM && tag != Tag.SAME) {
                        break fields;
                    }
                    numbers = column + REFERENCES;
                    lastPlane = numbers + REFERENCE_PLANES - 1;
                    place = places[numbers];
                    // A number 0 announces a new string.
                    if (place == ends[numbers] || tag != Tag.SAME && from[place] == 0) {
                        break fields;
                    }
                    if (tag == Tag.ENUM) {
                        int type = places[column + CLASSES];
                        if (type == ends[column + CLASSES] || from[type] <= 0 || from[type] > classes) {
                            break fields;
                        }
                        places[column + CLASSES] = type + 1;
                        to[written++] = from[type];
                    }
                    places[column] = tagPlace + 1;
                    break;
                }
                default:
                    break fields;
            }
            places[numbers] = place + 1;
            int part = from[place];
            to[written++] = (byte) part;
            for (int more = 1; part < 0; more++) {
                numbers = numbers < lastPlane ? numbers + 1 : lastPlane;
                place = places[numbers];
                if (place == ends[numbers] || more == NUMBER_BYTES) {
                    throw tooShort(numbers);
                }
                places[numbers] = place + 1;
                part = from[place];
                to[written++] = (byte) part;
            }
            here = written;
        }
        at = here;
        return i;
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

    private static SnapshotException tooShort(int column) {
        return damaged("column " + column + " is too short, or a number in it too long");
    }

    private static SnapshotException tooMuch() {
        return damaged("more than the image");
    }

    private static SnapshotException damaged(String what) {
        return new SnapshotException("Damaged columns: " + what + ". Fetch them again, or use an older copy.");
    }
}
