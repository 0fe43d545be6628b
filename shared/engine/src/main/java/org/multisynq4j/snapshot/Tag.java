package org.multisynq4j.snapshot;

/** The byte before every value of an encoding, and the codec's name for a kind of type. Numbers are part of the format: append, never reuse. */
final class Tag {
    static final int NULL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int BYTE = 3;
    static final int SHORT = 4;
    static final int CHAR = 5;
    static final int INT = 6;
    static final int LONG = 7;
    static final int FLOAT = 8;
    static final int DOUBLE = 9;
    static final int STRING = 10;
    static final int ENUM = 11;
    /** An object met before, by its number. */
    static final int SAME = 12;

    static final int OBJECT = 13;
    static final int RECORD = 14;
    static final int LAMBDA = 15;
    static final int MODEL = 16;

    static final int BOOLEANS = 20;
    static final int BYTES = 21;
    static final int SHORTS = 22;
    static final int CHARS = 23;
    static final int INTS = 24;
    static final int LONGS = 25;
    static final int FLOATS = 26;
    static final int DOUBLES = 27;
    static final int OBJECTS = 28;

    static final int ARRAY_LIST = 30;
    static final int LINKED_LIST = 31;
    static final int ARRAY_DEQUE = 32;
    static final int LINKED_HASH_SET = 33;
    static final int TREE_SET = 34;
    static final int ENUM_SET = 35;
    static final int IMMUTABLE_LIST = 36;
    static final int OPTIONAL = 37;
    static final int EMPTY_OPTIONAL = 38;

    static final int LINKED_HASH_MAP = 40;
    static final int TREE_MAP = 41;
    static final int ENUM_MAP = 42;

    static final int BIT_SET = 50;
    static final int STRING_BUILDER = 51;
    static final int NATURAL_ORDER = 52;
    static final int REVERSE_ORDER = 53;

    /** Never written: a type that cannot be stored. */
    static final int UNSUPPORTED = -1;
    /** Never written: a boxed boolean, which becomes TRUE or FALSE. */
    static final int BOOLEAN = -2;

    private Tag() {}

    static boolean isMap(int tag) {
        return tag == LINKED_HASH_MAP || tag == TREE_MAP || tag == ENUM_MAP;
    }

    /** Whether a comparator precedes the elements. */
    static boolean isSorted(int tag) {
        return tag == TREE_MAP || tag == TREE_SET;
    }

    /** Whether elements are found again by comparing or hashing them. */
    static boolean isKeyed(int tag) {
        return tag == LINKED_HASH_MAP || tag == LINKED_HASH_SET || isSorted(tag);
    }
}
