package org.multisynq4j.snapshot;

/** The columns as they were stored: their list, checked, and their bytes one after the other, once they are {@link #expand expanded} to a byte for each. */
final class ColumnList {
    private static final byte[] ALL = {};
    private static final int COUNT = ImageWalk.MAX_CONTEXTS * ColumnTape.COLUMNS;

    final int format;
    /** Where each column goes on, and where it ends, in {@link #bytes}. */
    final int[] next = new int[COUNT];

    final int[] end = new int[COUNT];
    final byte[] bytes;

    private final byte[] packed;
    private final int[] numbers;
    private final byte[][] alphabets;
    private int expanded;
    private int from;

    /** @throws SnapshotException if these are no columns of an image of that length; nothing large has been made then */
    ColumnList(byte[] packed, int imageBytes) {
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
        numbers = new int[in.readCount(2)];
        alphabets = new byte[numbers.length][];
        int total = readList(in, imageBytes);
        from = in.position();
        if (stored() != packed.length - from) {
            throw in.damaged((packed.length - from) + " bytes where columns of " + total + " should follow");
        }
        bytes = new byte[total];
    }

    /** Length of all columns together: a double of eight bytes may have nine in columns, all else as many as in the image. */
    private int readList(ByteReader in, int imageBytes) {
        int most = (int) Math.min(Integer.MAX_VALUE - 16L, imageBytes + (imageBytes >>> 3) + 1L);
        int column = 0;
        int at = 0;
        for (int i = 0; i < numbers.length; i++) {
            int step = in.readUnsigned();
            if (step < 0 || step >= COUNT - column || step == 0 && i > 0) {
                throw in.damaged("columns that do not follow each other");
            }
            column += step;
            numbers[i] = column;
            int length = in.readUnsigned();
            if (length < 0 || length > most - at) {
                throw in.damaged("a column of " + (length & 0xFFFF_FFFFL) + " bytes");
            }
            next[column] = at;
            at += length;
            end[column] = at;
            int symbols = format == ImageColumns.FIRST_FORMAT ? 0 : in.readByte();
            if (symbols > Alphabet.MOST) {
                throw in.damaged("an alphabet of " + symbols + " bytes");
            }
            alphabets[i] = symbols == 0 ? ALL : in.readBytes(symbols);
        }
        return at;
    }

    /** How many bytes the columns take as they are stored; less than that of {@link #bytes}, which was checked. */
    private int stored() {
        int sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += stored(i);
        }
        return sum;
    }

    private int stored(int index) {
        int length = end[numbers[index]] - next[numbers[index]];
        int symbols = alphabets[index].length;
        return symbols == 0 ? length : Alphabet.bytes(length, Alphabet.shift(symbols));
    }

    /** Goes on until about so many bytes are there; false once all are. To be called before any byte is taken. */
    boolean expand(int most) {
        int done = 0;
        while (expanded < numbers.length && done < most) {
            int column = numbers[expanded];
            int length = end[column] - next[column];
            byte[] alphabet = alphabets[expanded];
            if (alphabet.length == 0) {
                System.arraycopy(packed, from, bytes, next[column], length);
            } else if (!Alphabet.read(packed, from, alphabet, bytes, next[column], end[column])) {
                throw new SnapshotException("Damaged columns: a number in column " + column
                        + " that is not in an alphabet of " + alphabet.length
                        + ". Fetch them again, or use an older copy.");
            }
            from += stored(expanded);
            done += length;
            expanded++;
        }
        return expanded < numbers.length;
    }
}
