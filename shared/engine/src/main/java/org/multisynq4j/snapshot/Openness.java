package org.multisynq4j.snapshot;

/**
 * Knows which numbered objects are unfinished, and which finished ones refer to unfinished ones: such a key must not be hashed or compared yet. The lowest
 * number stands for all, since objects are numbered from the outside in.
 */
final class Openness {
    static final int NONE = Integer.MAX_VALUE;
    private static final int OPEN = -1;

    private int[] lowest = new int[256];
    private int count;

    int open() {
        if (count == lowest.length) {
            int[] larger = new int[count * 2];
            System.arraycopy(lowest, 0, larger, 0, count);
            lowest = larger;
        }
        lowest[count] = OPEN;
        return count++;
    }

    /** Finishes an object, and answers what its container must take over. */
    int close(int number, int lowestInside) {
        int outside = lowestInside < number ? lowestInside : NONE;
        lowest[number] = outside;
        return outside;
    }

    /** The lowest unfinished object that one reaches by referring to this one. */
    int reachedFrom(int number) {
        int at = number;
        while (at != NONE && lowest[at] != OPEN) {
            at = lowest[at];
        }
        if (lowest[number] != OPEN) {
            // Shortens the way for the next one.
            lowest[number] = at;
        }
        return at;
    }
}
