package org.multisynq4j.text;

/**
 * Numbers packed into a text of printable characters: five bits each, the lowest first, 32 added where more follow. The characters are those from {@code #} on
 * without the backslash.
 */
final class CodePointRuns {
    private static final char FIRST = '#';
    private static final char LEFT_OUT = '\\';
    private static final int BITS = 5;
    private static final int MORE = 1 << BITS;

    private final String packed;
    private int at;

    CodePointRuns(String packed) {
        this.packed = packed;
    }

    boolean hasNext() {
        return at < packed.length();
    }

    int next() {
        int value = 0;
        for (int shift = 0; ; shift += BITS) {
            char c = packed.charAt(at++);
            int digit = c - FIRST - (c > LEFT_OUT ? 1 : 0);
            value |= (digit & MORE - 1) << shift;
            if (digit < MORE) {
                return value;
            }
        }
    }

    /** Numbers in groups. */
    int[][] all(int groupSize) {
        int count = 0;
        while (hasNext()) {
            next();
            count++;
        }
        at = 0;
        int[][] groups = new int[count / groupSize][groupSize];
        for (int[] group : groups) {
            for (int i = 0; i < groupSize; i++) {
                group[i] = next();
            }
        }
        return groups;
    }
}
