package org.multisynq4j.snapshot;

/**
 * One pass over an image, in either direction: each call moves the next piece of the image to a column, or back, and returns what the walk needs to know of it. So
 * there is one walk, and what one direction does the other undoes.
 */
abstract class ColumnTape {
    /** Columns of one context; a context is a field, or the elements of what is in a field. */
    static final int COLUMNS = 16;

    static final int TAGS = 0;
    /** Numbers of classes, names and objects, and counts, a column for each byte. */
    static final int REFERENCES = 1;

    static final int REFERENCE_PLANES = 3;
    /** Whole numbers, a column for each byte. */
    static final int NUMBERS = 4;

    static final int NUMBER_PLANES = 4;
    /** For each double how many decimals it has, or {@link #ANY_DOUBLE}. */
    static final int DECIMALS = 8;
    /** Doubles with few decimals, as whole numbers. */
    static final int DIGITS = 9;

    static final int DIGIT_PLANES = 3;
    /** Sign, exponent and the first bits of all other floating-point numbers. */
    static final int EXPONENTS = 12;
    /** Their other bytes. */
    static final int MANTISSAS = 13;

    static final int TEXTS = 14;

    /** Numbers of classes and shapes; in format 1 they stand among the other references. */
    static final int CLASSES = 15;

    static final int ANY_DOUBLE = 255;

    /** Powers of ten by which a double with few decimals becomes whole. */
    static final double[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /** One byte, 0 to 255. */
    abstract int oneByte(int column);

    /** A number in 7-bit groups of up to 10 bytes; what is returned is its lowest 32 bits. */
    abstract int number(int column, int planes);

    abstract void bytes(int column, int count);

    /** The number of a class or shape. @param context first column of the context */
    int classNumber(int context) {
        return number(context + CLASSES, 1);
    }

    /** How many fields of the last object that {@link #objects} began are done. */
    int reached;

    /** The walk has not begun: does about so much of what is to be done before; false once that is nothing. */
    boolean prepare(int bytes) {
        return false;
    }

    /**
     * The same as one piece after the other, but in one go: fields of an object that hold nothing new, which are most. What is anyhow out of the ordinary, damage
     * included, is left to the walk.
     *
     * @param from the first of the fields
     * @param classes how many there are so far
     * @return the first field that is left
     */
    int fields(ImageLayout layout, int from, int classes) {
        return from;
    }

    /**
     * The same for whole objects of one class; {@link #reached} says how far it came with the last.
     *
     * @param context first column of the context that they are in
     * @return how many of them were begun, at most {@code most}
     */
    int objects(int context, ImageLayout layout, int most, int classes) {
        return 0;
    }

    /** The walk is over: does about so much of what is left to do; false once that is nothing. */
    boolean finish(int bytes) {
        return false;
    }

    /** The number of an object met before, whose tag was the last piece. @param context first column of the context */
    void same(int context) {
        number(context + REFERENCES, REFERENCE_PLANES);
    }

    /** The last piece began an object that gets the next number. */
    void numbered() {}

    /** Eight bytes of a double. @param context first column of the context */
    abstract void real(int context);
}
