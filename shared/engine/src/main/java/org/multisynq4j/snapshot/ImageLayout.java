package org.multisynq4j.snapshot;

/**
 * The stored fields of one class, in their order, as {@link ImageWalk} met them.
 *
 * @param number of the class in the image
 * @param codes types of the fields
 * @param steps for each field what a tape does with it, one of the constants below
 * @param columns for each field the first column of its context
 */
record ImageLayout(int number, char[] codes, byte[] steps, int[] columns) {
    /** One byte of a whole number. */
    static final byte ONE_BYTE = 0;

    /** A whole number in groups of 7 bits. */
    static final byte NUMBER = 1;
    /** A double. */
    static final byte REAL = 2;
    /** A value with a tag. */
    static final byte VALUE = 3;
    /** What no tape has a short way for. */
    static final byte OTHER = 4;

    /** @param contexts of the fields */
    static ImageLayout of(int number, String codes, int[] contexts) {
        int count = codes.length();
        char[] types = new char[count];
        byte[] steps = new byte[count];
        int[] columns = new int[count];
        for (int i = 0; i < count; i++) {
            types[i] = codes.charAt(i);
            steps[i] = step(types[i]);
            columns[i] = contexts[i] * ColumnTape.COLUMNS;
        }
        return new ImageLayout(number, types, steps, columns);
    }

    private static byte step(char code) {
        return switch (code) {
            case 'Z', 'B' -> ONE_BYTE;
            case 'S', 'C', 'I', 'J' -> NUMBER;
            case 'D' -> REAL;
            case 'L' -> VALUE;
            default -> OTHER;
        };
    }
}
