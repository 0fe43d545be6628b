package org.multisynq4j.manifest;

/** Finds stretches of the base by their hash: one entry for every {@value #BLOCK} bytes. 32-bit numbers only, because browsers are slow with longer ones. */
final class DeltaIndex {
    /** Length of the stretches; a common run of less than twice that may be missed. */
    static final int BLOCK = 16;

    /** So many places with the same hash are tried. */
    private static final int MAX_TRIES = 8;

    private static final int FACTOR = 0x2C1B_3C6D;
    private static final int FACTOR_TO_BLOCK = power(FACTOR, BLOCK);

    private final byte[] base;
    private final int[] heads;
    private final int[] next;
    private final int shift;
    private int indexed;
    private int found;

    DeltaIndex(byte[] base) {
        this.base = base;
        int blocks = base.length / BLOCK;
        int bits = 8;
        while (1 << bits < blocks && bits < 24) {
            bits++;
        }
        heads = new int[1 << bits];
        next = new int[blocks + 1];
        shift = Integer.SIZE - bits;
        // Backwards, so that of many equal stretches the first is found first.
        indexed = blocks;
    }

    /** Takes in up to so many more bytes of the base; false once all of it is in. */
    boolean index(int bytes) {
        int until = Math.max(0, indexed - Math.max(1, bytes / BLOCK));
        while (indexed > until) {
            int slot = slot(hash(base, (indexed - 1) * BLOCK));
            next[indexed] = heads[slot];
            heads[slot] = indexed;
            indexed--;
        }
        return indexed > 0;
    }

    /** Looks for the place in the base where the most bytes agree with the target from {@code at}; how many that is, 0 if less than a block. */
    int find(byte[] target, int at, int hash) {
        int bestLength = 0;
        int tries = MAX_TRIES;
        for (int block = heads[slot(hash)]; block != 0 && tries > 0; block = next[block]) {
            int place = (block - 1) * BLOCK;
            int length = common(base, place, target, at);
            if (length >= BLOCK && length > bestLength) {
                found = place;
                bestLength = length;
            }
            tries--;
        }
        return bestLength;
    }

    /** Where the last successful {@link #find} found it. */
    int found() {
        return found;
    }

    /** How many bytes agree from there on. */
    static int common(byte[] a, int fromA, byte[] b, int fromB) {
        int most = Math.min(a.length - fromA, b.length - fromB);
        int length = 0;
        while (length < most && a[fromA + length] == b[fromB + length]) {
            length++;
        }
        return length;
    }

    static int hash(byte[] bytes, int from) {
        int hash = 0;
        for (int i = 0; i < BLOCK; i++) {
            hash = hash * FACTOR + bytes[from + i];
        }
        return hash;
    }

    /** The hash one byte further. */
    static int roll(int hash, byte leaving, byte entering) {
        return hash * FACTOR + entering - leaving * FACTOR_TO_BLOCK;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) * 0x9E37_79B1 >>> shift;
    }

    private static int power(int factor, int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= factor;
        }
        return power;
    }
}
