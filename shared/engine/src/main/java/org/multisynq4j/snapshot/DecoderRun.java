package org.multisynq4j.snapshot;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One decoding: the mirror image of {@link EncoderRun}. */
final class DecoderRun {
    /** Says that a value has parts, which are read first. */
    private static final Object PUSHED = new Object();

    /** So many parts are read between two looks at the clock. */
    private static final int FUEL = 256;

    private final TypeRegistry types;
    private final CodecLimits limits;
    private final int maxDepth;
    private final int maxObjects;
    private final ByteReader in;
    private final DecodingRules rules;
    private final NameReader names;
    private final Openness openness = new Openness();
    private final Assembly assembly;
    /** What is being read, the innermost last. */
    private DecoderFrame[] frames = new DecoderFrame[16];

    private int depth;
    /** The frame of the plain object completed last, if it is free: nothing refers to such frames any more. */
    private DecoderFrame spare;
    /** Parts that were announced and not begun; each takes a byte at least. */
    private int announced;
    /** The number of the object just read if it was met for the first time, else -1. */
    private int newNumber = -1;

    private int fuel;
    private boolean begun;
    /** Where to go on, and when all is done the root. */
    private Object latest;

    DecoderRun(TypeRegistry types, CodecLimits limits, ByteReader in, DecodingRules rules) {
        this.types = types;
        this.limits = limits;
        this.maxDepth = limits.maxDepth();
        this.maxObjects = limits.maxObjects();
        this.in = in;
        this.rules = rules;
        this.names = new NameReader(in, types, rules.readsLayouts(), limits);
        this.assembly = new Assembly(types, in.remaining());
    }

    Object read() {
        go(Decoding.AT_ONCE);
        return root();
    }

    /** Goes on until everything is read (true), or time is out. */
    boolean go(BooleanSupplier timeIsOut) {
        try {
            Object value = begun ? latest : readValue();
            begun = true;
            fuel = FUEL;
            while (depth > 0) {
                DecoderFrame frame = frames[depth - 1];
                if (value != PUSHED) {
                    accept(frame, value);
                }
                value = advance(frame);
                if (--fuel <= 0) {
                    fuel = FUEL;
                    if (timeIsOut.getAsBoolean() && depth > 0) {
                        latest = value;
                        return false;
                    }
                }
            }
            in.expectEnd();
            latest = assembly.finish(value);
            return true;
        } catch (SnapshotException e) {
            throw new SnapshotException(path() + " : " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // Code of the application: constructors, hashCode, compareTo.
            throw new SnapshotException(
                    path() + " : " + e
                            + " while rebuilding the object. The data is damaged or was written by different code.",
                    e);
        }
    }

    /** What was read. */
    Object root() {
        return latest;
    }

    /** Reads parts until one of them has parts itself, the object is complete, or fuel is out. */
    private Object advance(DecoderFrame frame) {
        if (frame.tag == Tag.OBJECT) {
            return advanceFields(frame);
        }
        while (frame.index < frame.size) {
            if (--fuel < 0) {
                return PUSHED;
            }
            announced--;
            if (frame.tag == Tag.RECORD && frame.type.fields[frame.index].code != 'L') {
                frame.items[frame.index] = Primitives.read(in, frame.type.fields[frame.index].code);
                frame.index++;
                continue;
            }
            Object value = readValue();
            if (value == PUSHED) {
                DecoderFrame inner = frames[depth - 1];
                // Most objects hold values without parts: read here, they do not cost a round of the outer loop.
                value = inner.tag == Tag.OBJECT ? advanceFields(inner) : PUSHED;
                if (value == PUSHED) {
                    return PUSHED;
                }
            }
            accept(frame, value);
        }
        return pop(frame);
    }

    private Object advanceFields(DecoderFrame frame) {
        FieldSlot[] fields = frame.type.fields;
        Object target = frame.target;
        while (frame.index < fields.length) {
            announced--;
            FieldSlot field = fields[frame.index];
            if (field.code != 'L') {
                field.read(in, target);
                frame.index++;
                continue;
            }
            Object value = readValue();
            if (value == PUSHED) {
                return PUSHED;
            }
            acceptField(frame, field, value);
        }
        depth--;
        int reached = openness.close(frame.number, frame.lowest);
        if (reached != Openness.NONE) {
            noteReference(reached);
        }
        newNumber = frame.number;
        spare = frame;
        return target;
    }

    private void acceptField(DecoderFrame frame, FieldSlot field, Object value) {
        if (value instanceof Unbuilt unbuilt) {
            assembly.patchField(frame.target, field, unbuilt);
        } else {
            field.check(value);
            field.set(frame.target, value);
        }
        frame.index++;
    }

    private void accept(DecoderFrame frame, Object value) {
        if (frame.tag == Tag.OBJECT) {
            acceptField(frame, frame.type.fields[frame.index], value);
            return;
        }
        boolean unbuilt = value instanceof Unbuilt;
        if (frame.tag == Tag.OBJECTS) {
            if (unbuilt) {
                assembly.patchElement((Object[]) frame.target, frame.index, (Unbuilt) value);
            } else {
                Assembly.setElement((Object[]) frame.target, frame.index, value);
            }
        } else {
            frame.items[frame.index] = value;
            frame.incomplete |= unbuilt;
            if (frame.newNumbers != null) {
                frame.newNumbers[frame.index] = newNumber;
            }
            if (frame.simpleKeys && frame.expectsKey()) {
                frame.simpleKeys = value == null || KeyGuard.isSimple(value);
            }
        }
        frame.index++;
    }

    private Object pop(DecoderFrame frame) {
        Object result = assembly.complete(frame);
        depth--;
        int reached = frame.number < 0 ? frame.lowest : openness.close(frame.number, frame.lowest);
        noteReference(reached);
        newNumber = frame.number;
        return result;
    }

    private void noteReference(int reached) {
        if (reached != Openness.NONE && depth > 0) {
            DecoderFrame container = frames[depth - 1];
            container.lowest = Math.min(container.lowest, reached);
            if (container.expectsKey()) {
                container.lowestOfKeys = Math.min(container.lowestOfKeys, reached);
            }
        }
    }

    private Object readValue() {
        newNumber = -1;
        int tag = in.readByte();
        if (!rules.accepts(tag)) {
            throw refused(tag);
        }
        switch (tag) {
            case Tag.NULL:
                return null;
            case Tag.FALSE:
                return Boolean.FALSE;
            case Tag.TRUE:
                return Boolean.TRUE;
            case Tag.BYTE, Tag.SHORT, Tag.CHAR, Tag.INT, Tag.LONG, Tag.FLOAT, Tag.DOUBLE:
                return Primitives.read(in, Primitives.codeOf(tag));
            case Tag.STRING:
                return names.string();
            case Tag.ENUM:
                return names.constant();
            case Tag.MODEL:
                return rules.model(names.string());
            case Tag.SAME:
                return same(in.readUnsigned());
            case Tag.EMPTY_OPTIONAL:
                return Optional.empty();
            case Tag.OPTIONAL:
                return push(new DecoderFrame(tag, -1), 1, true);
            case Tag.IMMUTABLE_LIST:
                return push(new DecoderFrame(tag, -1), in.readCount(1), true);
            case Tag.NATURAL_ORDER:
                return java.util.Comparator.naturalOrder();
            case Tag.REVERSE_ORDER:
                return java.util.Collections.reverseOrder();
            case Tag.LAMBDA:
                return readLambda();
            default:
                return readIdentified(tag);
        }
    }

    private SnapshotException refused(int tag) {
        return in.damaged("a value of kind " + tag + " must not appear here");
    }

    private Object same(int number) {
        if (number < 0 || number >= assembly.objectCount()) {
            throw in.damaged("there is no object number " + number);
        }
        noteReference(openness.reachedFrom(number));
        return assembly.object(number);
    }

    private Object readLambda() {
        LambdaShape shape = names.lambda();
        int captured = in.readCount(1);
        DecoderFrame frame = new DecoderFrame(Tag.LAMBDA, captured == 0 ? -1 : openNumber());
        frame.shape = shape;
        return push(frame, captured, true);
    }

    private Object readIdentified(int tag) {
        int number = openNumber();
        if (tag == Tag.OBJECT) {
            return readObject(number);
        }
        DecoderFrame frame = new DecoderFrame(tag, number);
        switch (tag) {
            case Tag.RECORD:
                frame.type = names.type(tag);
                frame.newNumbers = new int[frame.type.fields.length];
                return push(frame, frame.type.fields.length, true);
            case Tag.OBJECTS: {
                Class<?> element = names.elementType();
                int length = announce(in.readCount(1));
                frame.target = Array.newInstance(element, length);
                assembly.put(number, frame.target);
                return pushAnnounced(frame, length);
            }
            case Tag.LINKED_HASH_MAP:
                return pushCollection(frame, new LinkedHashMap<>(), 2);
            case Tag.ENUM_MAP:
                frame.type = names.type(Tag.ENUM);
                return pushCollection(frame, newEnumMap(frame.type.type), 2);
            case Tag.TREE_MAP:
                return push(frame, 1 + 2 * in.readCount(2), true);
            case Tag.TREE_SET:
                return push(frame, 1 + in.readCount(1), true);
            case Tag.ARRAY_LIST:
                return pushCollection(frame, new ArrayList<>(), 1);
            case Tag.LINKED_LIST:
                return pushCollection(frame, new LinkedList<>(), 1);
            case Tag.ARRAY_DEQUE:
                return pushCollection(frame, new ArrayDeque<>(), 1);
            case Tag.LINKED_HASH_SET:
                return pushCollection(frame, new LinkedHashSet<>(), 1);
            case Tag.ENUM_SET:
                frame.type = names.type(Tag.ENUM);
                return pushCollection(frame, newEnumSet(frame.type.type), 1);
            case Tag.BIT_SET:
                return leaf(number, Primitives.readBits(in));
            case Tag.STRING_BUILDER:
                return leaf(number, new StringBuilder(in.readString(limits.maxStringBytes())));
            default:
                return leaf(number, Primitives.readArray(in, tag));
        }
    }

    private Object readObject(int number) {
        DecoderFrame frame = spare;
        if (frame == null) {
            frame = new DecoderFrame(Tag.OBJECT, number);
        } else {
            spare = null;
            frame.reuse(number);
        }
        frame.type = names.type(Tag.OBJECT);
        frame.target = frame.type.construct();
        assembly.put(number, frame.target);
        return push(frame, frame.type.fields.length, false);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object newEnumMap(Class<?> type) {
        return new EnumMap(type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object newEnumSet(Class<?> type) {
        return EnumSet.noneOf((Class) type);
    }

    private Object leaf(int number, Object value) {
        assembly.put(number, value);
        openness.close(number, Openness.NONE);
        newNumber = number;
        return value;
    }

    private int openNumber() {
        int number = openness.open();
        if (number == maxObjects) {
            throw in.damaged("there are more than " + number + " objects");
        }
        assembly.open();
        return number;
    }

    private Object pushCollection(DecoderFrame frame, Object target, int itemsEach) {
        frame.target = target;
        assembly.put(frame.number, target);
        return push(frame, itemsEach * in.readCount(itemsEach), true);
    }

    private Object push(DecoderFrame frame, int size, boolean withItems) {
        announce(size);
        if (withItems) {
            frame.items = new Object[size];
        }
        return pushAnnounced(frame, size);
    }

    private Object pushAnnounced(DecoderFrame frame, int size) {
        if (depth == maxDepth) {
            throw in.damaged("objects are nested more than " + depth + " deep");
        }
        if (depth == frames.length) {
            frames = Arrays.copyOf(frames, 2 * depth);
        }
        frame.size = size;
        frames[depth++] = frame;
        return PUSHED;
    }

    /** Keeps the sum of all nested counts within the bytes that are left: otherwise nested claims would multiply. */
    private int announce(int count) {
        if (count > in.remaining() - announced) {
            throw tooMany(count);
        }
        announced += count;
        return count;
    }

    private SnapshotException tooMany(int count) {
        return in.damaged("a count of " + count + " is more than the bytes that follow can hold");
    }

    private String path() {
        Object root =
                assembly.objectCount() > 0 && !(assembly.object(0) instanceof Unbuilt) ? assembly.object(0) : null;
        Paths.Builder path = new Paths.Builder(root, depth);
        for (int i = 0; i < depth; i++) {
            DecoderFrame frame = frames[i];
            if (path.shows() && frame.index < frame.size) {
                path.add(frame.step());
            }
        }
        return path.toString();
    }
}
