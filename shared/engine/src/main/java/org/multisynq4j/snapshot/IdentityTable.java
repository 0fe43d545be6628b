package org.multisynq4j.snapshot;

import java.util.Arrays;

/** Numbers objects by identity in the order they are first seen; faster than a map of boxed numbers on every platform. */
final class IdentityTable {
    private static final int LEAST = 64;

    /** By number. */
    private Object[] objects;
    /** By hash: the object's number plus one, or 0. */
    private int[] slots;

    private int count;

    IdentityTable() {
        this(LEAST);
    }

    /** A table for about so many objects; it grows if they are more. */
    IdentityTable(int expected) {
        int capacity = LEAST;
        while (capacity < expected && capacity < 1 << 24) {
            capacity *= 2;
        }
        objects = new Object[capacity];
        slots = new int[2 * capacity];
    }

    int count() {
        return count;
    }

    /** The object's number, or -1 if it was not seen before and has now got the number {@code count() - 1}. */
    int findOrAdd(Object object) {
        int[] table = slots;
        int mask = table.length - 1;
        int at = hash(object) & mask;
        for (int slot = table[at]; slot != 0; slot = table[at]) {
            if (objects[slot - 1] == object) {
                return slot - 1;
            }
            at = at + 1 & mask;
        }
        if (count == objects.length) {
            grow();
            return findOrAdd(object);
        }
        objects[count++] = object;
        table[at] = count;
        return -1;
    }

    private void grow() {
        objects = Arrays.copyOf(objects, 2 * count);
        int[] table = new int[4 * count];
        int mask = table.length - 1;
        for (int i = 0; i < count; i++) {
            int at = hash(objects[i]) & mask;
            while (table[at] != 0) {
                at = at + 1 & mask;
            }
            table[at] = i + 1;
        }
        slots = table;
    }

    private static int hash(Object object) {
        int hash = System.identityHashCode(object) * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }
}
