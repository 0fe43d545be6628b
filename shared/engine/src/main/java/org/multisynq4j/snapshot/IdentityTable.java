package org.multisynq4j.snapshot;

/** Numbers objects by identity in the order they are first seen; faster than a map of boxed numbers on every platform. */
final class IdentityTable {
    private Object[] keys = new Object[256];
    private int[] numbers = new int[256];
    private int count;

    int count() {
        return count;
    }

    /** The object's number, or -1 if it was not seen before and has now got the number {@code count() - 1}. */
    int findOrAdd(Object object) {
        int mask = keys.length - 1;
        int at = hash(object) & mask;
        for (Object key = keys[at]; key != null; key = keys[at]) {
            if (key == object) {
                return numbers[at];
            }
            at = at + 1 & mask;
        }
        keys[at] = object;
        numbers[at] = count++;
        if (count * 2 > keys.length) {
            grow();
        }
        return -1;
    }

    private void grow() {
        Object[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new Object[oldKeys.length * 2];
        numbers = new int[keys.length];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int at = hash(oldKeys[i]) & mask;
                while (keys[at] != null) {
                    at = at + 1 & mask;
                }
                keys[at] = oldKeys[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }

    private static int hash(Object object) {
        int hash = System.identityHashCode(object) * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }
}
