package org.multisynq4j.snapshot;

import java.lang.invoke.SerializedLambda;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;

/** One encoding. Depth first, with a stack of its own: browsers have small ones. */
final class EncoderRun {
    /** So many values are written between two looks at the clock: well under a millisecond. */
    static final int FUEL = 1024;

    private static final int CHARS_OF_ONE_VALUE = 32;

    private final TypeRegistry types;
    private final CodecLimits limits;
    private final ByteWriter out;
    private final EncodingRules rules;
    private final NameWriter names;
    private final IdentityTable identities;
    private final EncoderStack stack;
    private final Object root;
    private boolean begun;
    /** How much may be written before the clock is looked at, in values of a few bytes. */
    private int fuel;

    EncoderRun(
            TypeRegistry types,
            CodecLimits limits,
            ByteWriter out,
            EncodingRules rules,
            Object root,
            int expectedObjects) {
        this.types = types;
        this.limits = limits;
        this.out = out;
        this.rules = rules;
        this.names = new NameWriter(out, rules.writesLayouts(), limits);
        this.stack = new EncoderStack(limits.maxDepth());
        this.root = root;
        this.identities = new IdentityTable(expectedObjects);
    }

    /** How many objects with an identity were met. */
    int objects() {
        return identities.count();
    }

    /** Writes until everything is written (true), or time is out. */
    boolean go(BooleanSupplier timeIsOut) {
        try {
            fuel = FUEL;
            if (!begun) {
                begun = true;
                writeValue(root);
            }
            while (stack.depth() > 0) {
                if (!advance(stack.top())) {
                    stack.pop();
                }
                if (fuel <= 0 && stack.depth() > 0) {
                    if (timeIsOut.getAsBoolean()) {
                        return false;
                    }
                    fuel = FUEL;
                }
            }
            checkSize();
            return true;
        } catch (SnapshotException e) {
            throw new SnapshotException(stack.path(root) + " : " + e.getMessage(), e);
        }
    }

    /** Writes parts until one of them has parts itself, or fuel is out; false when there are no more. */
    private boolean advance(EncoderFrame frame) {
        int before = stack.depth();
        switch (frame.tag) {
            case Tag.OBJECT, Tag.RECORD:
                return advanceFields(frame, before);
            case Tag.OBJECTS, Tag.LAMBDA, Tag.OPTIONAL, Tag.ARRAY_LIST:
                return advanceItems(frame, before);
            case Tag.BOOLEANS, Tag.BYTES, Tag.SHORTS, Tag.CHARS, Tag.INTS, Tag.LONGS, Tag.FLOATS, Tag.DOUBLES:
                return advanceNumbers(frame);
            default:
                return Tag.isMap(frame.tag) ? advanceEntries(frame, before) : advanceElements(frame, before);
        }
    }

    /** Whether the value written last has parts still to be written, or fuel is out. */
    private boolean pausesAt(int before) {
        if (stack.depth() != before) {
            EncoderFrame top = stack.top();
            // Most objects hold values without parts: done here, they do not cost a round of the outer loop.
            if (top.tag > Tag.RECORD || top.tag < Tag.OBJECT || advanceFields(top, before + 1)) {
                return true;
            }
            stack.pop();
        }
        return fuel <= 0;
    }

    private boolean advanceNumbers(EncoderFrame frame) {
        int to = Math.min(frame.size, frame.index + FUEL);
        Primitives.writeElements(out, frame.tag, frame.target, frame.index, to);
        fuel -= to - frame.index;
        frame.index = to;
        checkSize();
        return to < frame.size;
    }

    private boolean advanceFields(EncoderFrame frame, int before) {
        FieldSlot[] fields = frame.type.fields;
        Object target = frame.target;
        while (frame.index < fields.length) {
            FieldSlot field = fields[frame.index++];
            if (field.code != 'L') {
                field.write(out, target);
                continue;
            }
            Object value = field.get(target);
            if (value == null) {
                out.writeByte(Tag.NULL);
                continue;
            }
            TypeInfo type = types.of(value, field.lastMet);
            field.lastMet = type;
            writeValue(value, type);
            if (stack.depth() != before) {
                return true;
            }
        }
        return false;
    }

    private boolean advanceItems(EncoderFrame frame, int before) {
        Object[] items = frame.items;
        TypeInfo met = TypeInfo.NONE;
        while (frame.index < frame.size) {
            Object value = items[frame.index++];
            if (value == null) {
                out.writeByte(Tag.NULL);
                continue;
            }
            met = types.of(value, met);
            writeValue(value, met);
            if (pausesAt(before)) {
                return true;
            }
        }
        return false;
    }

    private boolean advanceElements(EncoderFrame frame, int before) {
        if (frame.index < 0) {
            frame.index++;
            writeValue(((SortedSet<?>) frame.target).comparator());
            if (pausesAt(before)) {
                return true;
            }
        }
        while (frame.iterator.hasNext()) {
            frame.index++;
            writeValue(frame.iterator.next());
            if (pausesAt(before)) {
                return true;
            }
        }
        return false;
    }

    private boolean advanceEntries(EncoderFrame frame, int before) {
        if (frame.index < 0) {
            frame.index++;
            writeValue(((SortedMap<?, ?>) frame.target).comparator());
            if (pausesAt(before)) {
                return true;
            }
        }
        while (true) {
            if (frame.entry != null) {
                Object key = frame.entry.getKey();
                Object value = frame.entry.getValue();
                frame.entry = null;
                frame.lastKey = key;
                writeValue(value);
            } else if (frame.iterator.hasNext()) {
                frame.index++;
                frame.entry = (Map.Entry<?, ?>) frame.iterator.next();
                writeValue(frame.entry.getKey());
            } else {
                return false;
            }
            if (pausesAt(before)) {
                return true;
            }
        }
    }

    private void writeValue(Object value) {
        if (value == null) {
            out.writeByte(Tag.NULL);
        } else {
            writeValue(value, types.of(value));
        }
    }

    private void writeValue(Object value, TypeInfo type) {
        fuel--;
        int tag = rules.tagOf(value, type);
        switch (tag) {
            case Tag.UNSUPPORTED:
                throw new SnapshotException(rules.refusal(value, type));
            case Tag.BOOLEAN:
                out.writeByte((Boolean) value ? Tag.TRUE : Tag.FALSE);
                break;
            case Tag.BYTE, Tag.SHORT, Tag.CHAR, Tag.INT, Tag.LONG, Tag.FLOAT, Tag.DOUBLE:
                out.writeByte(tag);
                Primitives.write(out, Primitives.codeOf(tag), value);
                break;
            case Tag.STRING:
                out.writeByte(tag);
                fuel -= ((String) value).length() / CHARS_OF_ONE_VALUE;
                names.string((String) value);
                break;
            case Tag.ENUM:
                out.writeByte(tag);
                names.constant(type, (Enum<?>) value);
                break;
            case Tag.MODEL:
                out.writeByte(tag);
                names.string(rules.modelId(value));
                break;
            case Tag.NATURAL_ORDER, Tag.REVERSE_ORDER:
                out.writeByte(tag);
                break;
            case Tag.IMMUTABLE_LIST:
                out.writeByte(tag);
                out.writeUnsigned(((Collection<?>) value).size());
                stack.push(tag, value, type).iterator = ((Collection<?>) value).iterator();
                break;
            case Tag.OPTIONAL:
                writeOptional((Optional<?>) value, type);
                break;
            case Tag.LAMBDA:
                writeLambda(value, type);
                break;
            default:
                writeIdentified(tag, value, type);
        }
    }

    private void writeOptional(Optional<?> value, TypeInfo type) {
        if (value.isEmpty()) {
            out.writeByte(Tag.EMPTY_OPTIONAL);
            return;
        }
        out.writeByte(Tag.OPTIONAL);
        pushItems(Tag.OPTIONAL, value, type, new Object[] {value.get()});
    }

    private void writeLambda(Object value, TypeInfo type) {
        if (!(type.replacement(value) instanceof SerializedLambda lambda)) {
            throw new SnapshotException(
                    rules.refusal(value, TypeInfo.unsupported(type.type, "it has a writeReplace method of its own.")));
        }
        Object[] captured = new Object[lambda.getCapturedArgCount()];
        for (int i = 0; i < captured.length; i++) {
            captured[i] = lambda.getCapturedArg(i);
        }
        // One that captures nothing may be one object or many, as the platform likes: it has no identity.
        if (captured.length > 0 && wroteSame(value)) {
            return;
        }
        out.writeByte(Tag.LAMBDA);
        names.lambda(type, lambda);
        out.writeUnsigned(captured.length);
        pushItems(Tag.LAMBDA, value, type, captured);
    }

    private void writeIdentified(int tag, Object value, TypeInfo type) {
        if (wroteSame(value)) {
            return;
        }
        out.writeByte(tag);
        switch (tag) {
            case Tag.OBJECT, Tag.RECORD:
                names.type(type);
                stack.push(tag, value, type);
                break;
            case Tag.OBJECTS:
                Object[] array = (Object[]) value;
                types.checkArray(array.getClass());
                names.arrayType(value.getClass());
                out.writeUnsigned(array.length);
                pushItems(tag, value, type, array);
                break;
            case Tag.ENUM_SET:
                names.type(types.ofElements((EnumSet<?>) value));
                pushElements(tag, (Collection<?>) value, type);
                break;
            case Tag.ENUM_MAP:
                names.type(types.ofKeys((EnumMap<?, ?>) value));
                pushEntries(tag, (Map<?, ?>) value, type);
                break;
            case Tag.LINKED_HASH_MAP, Tag.TREE_MAP:
                pushEntries(tag, (Map<?, ?>) value, type);
                break;
            case Tag.ARRAY_LIST:
                Object[] elements = ((Collection<?>) value).toArray();
                out.writeUnsigned(elements.length);
                pushItems(tag, value, type, elements);
                break;
            case Tag.BIT_SET:
                Primitives.writeBits(out, (BitSet) value);
                break;
            case Tag.STRING_BUILDER:
                out.writeString(value.toString());
                break;
            default:
                if (value instanceof Collection<?> collection) {
                    pushElements(tag, collection, type);
                } else {
                    writeNumbers(tag, value, type);
                }
        }
    }

    private boolean wroteSame(Object value) {
        int number = identities.findOrAdd(value);
        if (number >= 0) {
            out.writeByte(Tag.SAME);
            out.writeUnsigned(number);
            return true;
        }
        if (identities.count() > limits.maxObjects()) {
            throw new SnapshotException(
                    "there are more than " + limits.maxObjects() + " objects; remove what is no longer needed.");
        }
        checkSize();
        return false;
    }

    private void pushElements(int tag, Collection<?> collection, TypeInfo type) {
        out.writeUnsigned(collection.size());
        EncoderFrame frame = stack.push(tag, collection, type);
        frame.iterator = collection.iterator();
        frame.index = Tag.isSorted(tag) ? -1 : 0;
    }

    private void pushEntries(int tag, Map<?, ?> map, TypeInfo type) {
        out.writeUnsigned(map.size());
        EncoderFrame frame = stack.push(tag, map, type);
        frame.iterator = map.entrySet().iterator();
        frame.index = Tag.isSorted(tag) ? -1 : 0;
    }

    private void pushItems(int tag, Object value, TypeInfo type, Object[] items) {
        EncoderFrame frame = stack.push(tag, value, type);
        frame.items = items;
        frame.size = items.length;
    }

    private void writeNumbers(int tag, Object array, TypeInfo type) {
        int length = Primitives.length(array, tag);
        out.writeUnsigned(length);
        if (length > FUEL) {
            stack.push(tag, array, type).size = length;
        } else {
            Primitives.writeElements(out, tag, array, 0, length);
            fuel -= length / CHARS_OF_ONE_VALUE;
        }
    }

    private void checkSize() {
        if (out.size() > limits.maxBytes()) {
            throw new SnapshotException(
                    "the data is larger than " + limits.maxBytes() + " bytes; remove what is no longer needed.");
        }
    }
}
