package org.multisynq4j.snapshot;

import java.util.Iterator;
import java.util.Map;

/** An object whose parts are being written. Frames are reused. */
final class EncoderFrame {
    int tag;
    Object target;
    TypeInfo type;
    /** Elements of an array, captured values. */
    Object[] items;
    /** Elements of a collection, entries of a map. */
    Iterator<?> iterator;
    /** The entry whose value comes next. */
    Map.Entry<?, ?> entry;
    /** The key of the value written last, for paths. */
    Object lastKey;
    /** The part that comes next; at a map, entries count. -1 is a comparator. */
    int index;

    int size;

    void clear() {
        target = null;
        type = null;
        items = null;
        iterator = null;
        entry = null;
        lastKey = null;
    }

    /** The part written last, as one step of a path; nothing was written last if index is 0. */
    String lastStep() {
        int last = index - 1;
        switch (tag) {
            case Tag.OBJECT, Tag.RECORD:
                return "." + type.fields[last].name;
            case Tag.LAMBDA:
                return ".captured(" + last + ")";
            case Tag.OPTIONAL:
                return ".get()";
            default:
                if (last < 0) {
                    return ".comparator()";
                }
                if (!Tag.isMap(tag)) {
                    return "[" + last + "]";
                }
                // Keys are written first: while one is being written, its entry is not counted.
                return entry == null ? Paths.key(lastKey) : ".key(" + last + ")";
        }
    }
}
