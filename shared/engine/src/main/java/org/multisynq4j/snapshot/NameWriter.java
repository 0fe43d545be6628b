package org.multisynq4j.snapshot;

import java.lang.invoke.SerializedLambda;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Writes strings, classes and lambda shapes: in full the first time (number 0), later by their number from 1. */
final class NameWriter {
    /** Strings that are found without the map; a power of two. */
    private static final int RECENT = 256;

    private final ByteWriter out;
    private final boolean layouts;
    private final CodecLimits limits;
    // Never iterated, so their order does not matter.
    private final Map<String, Integer> strings = new HashMap<>();
    private final Map<TypeInfo, Integer> types = new HashMap<>();
    /** Stands for this encoding in what classes remember of it, without keeping its bytes alive. */
    private final Object mark = new Object();

    private String[] recent = {};
    private int[] recentNumbers = {};
    private final Map<LambdaShape, Integer> shapes = new HashMap<>();
    private final Map<TypeInfo, Integer> shapesByClass = new HashMap<>();

    NameWriter(ByteWriter out, boolean layouts, CodecLimits limits) {
        this.out = out;
        this.layouts = layouts;
        this.limits = limits;
    }

    void string(String value) {
        int place = value.hashCode() & RECENT - 1;
        if (recent.length > 0 && value.equals(recent[place])) {
            out.writeUnsigned(recentNumbers[place]);
            return;
        }
        Integer known = strings.get(value);
        if (known != null) {
            if (recent.length == 0) {
                // Not before a string comes again: most payloads are too small for that.
                recent = new String[RECENT];
                recentNumbers = new int[RECENT];
            }
            recent[place] = value;
            recentNumbers[place] = known;
            out.writeUnsigned(known);
            return;
        }
        int max = limits.maxStringBytes();
        if (value.length() > max / 3 && Utf8.length(value) > max) {
            throw new SnapshotException(
                    "a string is longer than " + max + " bytes; split it, or store it with data().");
        }
        strings.put(value, strings.size() + 1);
        out.writeUnsigned(0);
        out.writeString(value);
    }

    void type(TypeInfo type) {
        if (type.numberedBy == mark) {
            out.writeUnsigned(type.number);
            return;
        }
        Integer known = types.get(type);
        type.numberedBy = mark;
        type.number = known == null ? types.size() + 1 : known;
        type.constantNumbers = new int[0];
        if (known != null) {
            out.writeUnsigned(known);
            return;
        }
        types.put(type, type.number);
        out.writeUnsigned(0);
        string(type.name);
        if (!layouts) {
            return;
        }
        out.writeUnsigned(type.levels.length);
        for (TypeInfo.Level level : type.levels) {
            string(level.className());
            out.writeUnsigned(level.fields().length);
            for (FieldSlot field : level.fields()) {
                string(field.name);
                out.writeByte(field.code);
            }
        }
    }

    /** An enum's class and the constant's name. */
    void constant(TypeInfo type, Enum<?> constant) {
        type(type);
        int ordinal = constant.ordinal();
        int[] numbers = type.constantNumbers;
        if (ordinal < numbers.length && numbers[ordinal] > 0) {
            out.writeUnsigned(numbers[ordinal]);
            return;
        }
        String name = constant.name();
        string(name);
        if (ordinal >= numbers.length) {
            numbers = Arrays.copyOf(numbers, ordinal + 1);
            type.constantNumbers = numbers;
        }
        numbers[ordinal] = strings.get(name);
    }

    /** The number of dimensions, then the innermost type's name. */
    void arrayType(Class<?> array) {
        int dimensions = 0;
        Class<?> element = array;
        while (element.isArray()) {
            dimensions++;
            element = element.getComponentType();
        }
        out.writeUnsigned(dimensions);
        string(element.getName());
    }

    void lambda(TypeInfo lambdaClass, SerializedLambda lambda) {
        Integer known = shapesByClass.get(lambdaClass);
        if (known != null) {
            out.writeUnsigned(known);
            return;
        }
        LambdaShape shape = LambdaShape.of(lambda);
        // A restored lambda has another class than one fresh from its place in the code, but the same shape.
        known = shapes.get(shape);
        if (known == null) {
            known = shapes.size() + 1;
            shapes.put(shape, known);
            out.writeUnsigned(0);
            for (String name : shape.names()) {
                string(name);
            }
            out.writeByte(shape.kind());
        } else {
            out.writeUnsigned(known);
        }
        shapesByClass.put(lambdaClass, known);
    }
}
