package org.multisynq4j.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks over an image by the grammar of docs/protocol.md (Snapshot format), without knowing the classes: the image describes its own layouts. Says for each piece
 * to which field it belongs, so that equal things come to lie together. Checks nothing but what the walk itself needs.
 */
final class ImageWalk {
    /** Contexts beyond this share the last one. */
    static final int MAX_CONTEXTS = 1_024;

    private static final int NAMES = 0;
    private static final int ROOT = 1;
    private static final int SHAPE_NAMES = 8;

    private final ColumnTape tape;
    private final List<ImageLayout> layouts = new ArrayList<>();
    private int shapes;
    private int contexts = ROOT + 1;
    private final int[] elements = new int[MAX_CONTEXTS];
    private final int[] keys = new int[MAX_CONTEXTS];
    /** By context: what the object met there last was. */
    private final ImageLayout[] usual = new ImageLayout[MAX_CONTEXTS];
    // Frames: what is left of each object or collection that was begun.
    private int depth;
    private int[] left = new int[64];
    private int[] first = new int[64];
    private int[] second = new int[64];
    private ImageLayout[] fields = new ImageLayout[64];

    ImageWalk(ColumnTape tape) {
        this.tape = tape;
    }

    void begin() {
        tape.bytes(NAMES * ColumnTape.COLUMNS + ColumnTape.TEXTS, Format.SNAPSHOT_MAGIC.length + 1);
        value(ROOT);
    }

    /** Walks about so many pieces further; false at the end. */
    boolean walk(int pieces) {
        int rest = pieces;
        while (rest > 0 && depth > 0) {
            int top = depth - 1;
            ImageLayout layout = fields[top];
            rest--;
            if (layout != null) {
                rest -= fields(layout, top);
            } else if (left[top] == 0) {
                depth--;
            } else {
                // Of a map: key and value by turns, so that a value is next when an odd number is left.
                int context = (left[top] & 1) == 0 ? first[top] : second[top];
                ImageLayout likely = first[top] == second[top] ? usual[context] : null;
                int begun = likely == null ? 0 : objects(likely, context, top, rest);
                if (begun == 0) {
                    left[top]--;
                    value(context);
                }
                rest -= begun;
            }
        }
        return depth > 0;
    }

    /** Walks over elements of a list while they are objects of that class, and says over how many; the last may be one with parts, which come next. */
    private int objects(ImageLayout layout, int context, int top, int pieces) {
        int most = Math.min(left[top], pieces / (layout.steps().length + 1) + 1);
        int begun = tape.objects(context * ColumnTape.COLUMNS, layout, most, layouts.size());
        left[top] -= begun;
        int rest = begun == 0 ? 0 : layout.steps().length - tape.reached;
        if (rest > 0) {
            push(rest, 0, 0);
            fields[depth - 1] = layout;
        }
        return begun * (layout.steps().length + 1);
    }

    /** Walks over the fields of an object until one of them has parts itself, and says over how many. */
    private int fields(ImageLayout layout, int top) {
        int count = layout.steps().length;
        int from = count - left[top];
        int i = from;
        while (i < count) {
            i = tape.fields(layout, i, layouts.size());
            if (i == count) {
                break;
            }
            int context = layout.columns()[i] / ColumnTape.COLUMNS;
            i++;
            left[top] = count - i;
            if (layout.steps()[i - 1] != ImageLayout.VALUE) {
                primitive(layout.codes()[i - 1], context);
                continue;
            }
            value(context);
            if (depth > top + 1) {
                return i - from;
            }
        }
        fields[top] = null;
        depth--;
        return count - from;
    }

    private void primitive(char code, int context) {
        int columns = context * ColumnTape.COLUMNS;
        switch (code) {
            case 'Z', 'B' -> tape.oneByte(columns + ColumnTape.NUMBERS);
            case 'S', 'C', 'I', 'J' -> tape.number(columns + ColumnTape.NUMBERS, ColumnTape.NUMBER_PLANES);
            case 'F' -> {
                tape.bytes(columns + ColumnTape.EXPONENTS, 2);
                tape.bytes(columns + ColumnTape.MANTISSAS, 2);
            }
            case 'D' -> tape.real(columns);
            default -> throw new SnapshotException("a field of type " + code);
        }
    }

    private void value(int context) {
        int tag = tape.oneByte(context * ColumnTape.COLUMNS + ColumnTape.TAGS);
        switch (tag) {
            case Tag.NULL, Tag.FALSE, Tag.TRUE, Tag.EMPTY_OPTIONAL, Tag.NATURAL_ORDER, Tag.REVERSE_ORDER -> {}
            case Tag.BYTE, Tag.SHORT, Tag.CHAR, Tag.INT, Tag.LONG, Tag.FLOAT, Tag.DOUBLE ->
                primitive(Primitives.codeOf(tag), context);
            case Tag.STRING -> string(context);
            case Tag.ENUM -> {
                type(context);
                string(context);
            }
            case Tag.SAME -> tape.same(context * ColumnTape.COLUMNS);
            case Tag.OBJECT, Tag.RECORD -> {
                tape.numbered();
                ImageLayout layout = type(context);
                push(layout.steps().length, 0, 0);
                fields[depth - 1] = layout;
                usual[context] = tag == Tag.OBJECT ? layout : null;
            }
            case Tag.LAMBDA -> lambda(context);
            case Tag.BOOLEANS, Tag.BYTES, Tag.SHORTS, Tag.CHARS, Tag.INTS, Tag.LONGS, Tag.FLOATS, Tag.DOUBLES ->
                array(tag, context);
            case Tag.OBJECTS -> {
                tape.numbered();
                reference(context);
                string(context);
                list(context);
            }
            case Tag.IMMUTABLE_LIST -> list(context);
            case Tag.ARRAY_LIST, Tag.LINKED_LIST, Tag.ARRAY_DEQUE, Tag.LINKED_HASH_SET -> {
                tape.numbered();
                list(context);
            }
            case Tag.TREE_SET -> {
                tape.numbered();
                list(context);
                push(1, keys(context), keys(context));
            }
            case Tag.ENUM_SET -> {
                tape.numbered();
                type(context);
                list(context);
            }
            case Tag.OPTIONAL -> push(1, elements(context), elements(context));
            case Tag.LINKED_HASH_MAP -> {
                tape.numbered();
                map(context);
            }
            case Tag.TREE_MAP -> {
                tape.numbered();
                map(context);
                push(1, context, context);
            }
            case Tag.ENUM_MAP -> {
                tape.numbered();
                type(context);
                map(context);
            }
            case Tag.BIT_SET, Tag.STRING_BUILDER -> {
                tape.numbered();
                text(context);
            }
            default -> throw new SnapshotException("a value with the tag " + tag);
        }
    }

    private int reference(int context) {
        return tape.number(context * ColumnTape.COLUMNS + ColumnTape.REFERENCES, ColumnTape.REFERENCE_PLANES);
    }

    private int count(int context) {
        int count = reference(context);
        if (count < 0) {
            throw new SnapshotException("a count of " + (count & 0xFFFF_FFFFL));
        }
        return count;
    }

    private void text(int context) {
        tape.bytes(context * ColumnTape.COLUMNS + ColumnTape.TEXTS, count(context));
    }

    private void string(int context) {
        if (reference(context) == 0) {
            text(context);
        }
    }

    private ImageLayout type(int context) {
        int number = tape.classNumber(context * ColumnTape.COLUMNS);
        if (number < 0 || number > layouts.size()) {
            throw new SnapshotException("class " + number + " of " + layouts.size());
        }
        if (number > 0) {
            return layouts.get(number - 1);
        }
        string(NAMES);
        StringBuilder codes = new StringBuilder();
        for (int levels = count(NAMES); levels > 0; levels--) {
            string(NAMES);
            for (int more = count(NAMES); more > 0; more--) {
                string(NAMES);
                codes.append((char) tape.oneByte(NAMES * ColumnTape.COLUMNS + ColumnTape.TAGS));
            }
        }
        int[] own = new int[codes.length()];
        for (int i = 0; i < own.length; i++) {
            own[i] = newContext();
        }
        ImageLayout layout = ImageLayout.of(layouts.size() + 1, codes.toString(), own);
        layouts.add(layout);
        return layout;
    }

    private void lambda(int context) {
        int number = tape.classNumber(context * ColumnTape.COLUMNS);
        if (number < 0 || number > shapes) {
            throw new SnapshotException("shape " + number + " of " + shapes);
        }
        if (number == 0) {
            shapes++;
            for (int i = 0; i < SHAPE_NAMES; i++) {
                string(NAMES);
            }
            tape.oneByte(NAMES * ColumnTape.COLUMNS + ColumnTape.TAGS);
        }
        int captured = count(context);
        if (captured > 0) {
            tape.numbered();
        }
        push(captured, elements(context), elements(context));
    }

    private void list(int context) {
        push(count(context), elements(context), elements(context));
    }

    private void map(int context) {
        int count = count(context);
        if (count > Integer.MAX_VALUE / 2) {
            throw new SnapshotException("a map of " + count + " entries");
        }
        push(2 * count, keys(context), elements(context));
    }

    private void array(int tag, int context) {
        tape.numbered();
        int count = count(context);
        if (tag == Tag.BYTES) {
            tape.bytes(context * ColumnTape.COLUMNS + ColumnTape.NUMBERS, count);
            return;
        }
        char code = "ZBSCIJFD".charAt(tag - Tag.BOOLEANS);
        for (int i = 0; i < count; i++) {
            primitive(code, context);
        }
    }

    private int elements(int context) {
        if (elements[context] == 0) {
            elements[context] = newContext();
        }
        return elements[context];
    }

    private int keys(int context) {
        if (keys[context] == 0) {
            keys[context] = newContext();
        }
        return keys[context];
    }

    private int newContext() {
        return contexts < MAX_CONTEXTS ? contexts++ : MAX_CONTEXTS - 1;
    }

    private void push(int count, int firstContext, int secondContext) {
        if (depth == left.length) {
            left = java.util.Arrays.copyOf(left, 2 * depth);
            first = java.util.Arrays.copyOf(first, 2 * depth);
            second = java.util.Arrays.copyOf(second, 2 * depth);
            fields = java.util.Arrays.copyOf(fields, 2 * depth);
        }
        left[depth] = count;
        first[depth] = firstContext;
        second[depth] = secondContext;
        depth++;
    }
}
