package org.multisynq4j.snapshot;

/** An object whose parts are being read. */
final class DecoderFrame {
    final int tag;
    /** Its number, or -1 for values without identity. */
    int number;
    /** The object, once it exists. */
    Object target;

    TypeInfo type;
    LambdaShape shape;
    /** Parts, unless they go straight into the target. */
    Object[] items;
    /** For a record: the numbers of the objects that were first met as its components, -1 elsewhere. */
    int[] newNumbers;

    int index;
    int size;
    /** The lowest number of an unfinished object that something inside refers to. */
    int lowest = Openness.NONE;
    /** The same for keys only. */
    int lowestOfKeys = Openness.NONE;
    /** Whether there are keys, and all so far are values whose hash and order need no other object. */
    boolean simpleKeys;
    /** Whether a part could not be made yet. */
    boolean incomplete;

    DecoderFrame(int tag, int number) {
        this.tag = tag;
        this.number = number;
        simpleKeys = Tag.isKeyed(tag);
    }

    /** Makes the frame of an object that is complete one of the next object of a plain class. */
    void reuse(int newNumber) {
        number = newNumber;
        index = 0;
        lowest = Openness.NONE;
    }

    /** Where elements begin after a comparator. */
    int firstElement() {
        return Tag.isSorted(tag) ? 1 : 0;
    }

    boolean expectsKey() {
        if (index < firstElement()) {
            return false;
        }
        return Tag.isMap(tag) ? (index - firstElement()) % 2 == 0 : Tag.isKeyed(tag);
    }

    /** The part being read as one step of a path. */
    String step() {
        switch (tag) {
            case Tag.OBJECT, Tag.RECORD:
                return "." + type.fields[Math.min(index, type.fields.length - 1)].name;
            case Tag.LAMBDA:
                return ".captured(" + index + ")";
            case Tag.OPTIONAL:
                return ".get()";
            default:
                int element = index - firstElement();
                if (element < 0) {
                    return ".comparator()";
                }
                if (!Tag.isMap(tag)) {
                    return "[" + element + "]";
                }
                return element % 2 == 0 ? ".key(" + element / 2 + ")" : Paths.key(items[index - 1]);
        }
    }
}
