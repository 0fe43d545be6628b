package org.multisynq4j.snapshot;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link NameWriter} wrote. */
final class NameReader {
    /** More dimensions than Java allows. */
    private static final int MAX_DIMENSIONS = 255;

    /** Up to this number of their names, constants are found again at once. */
    private static final int REMEMBERED = 256;

    private final ByteReader in;
    private final TypeRegistry registry;
    private final boolean layouts;
    private final CodecLimits limits;
    private String[] strings = new String[16];
    private int stringCount;
    private TypeInfo[] types = new TypeInfo[16];
    private int typeCount;
    private final List<LambdaShape> shapes = new ArrayList<>();
    // Constants by the number of their name's string. Never iterated, so the order does not matter.
    private final Map<TypeInfo, Object[]> constantsByType = new HashMap<>();
    private TypeInfo constantsOf = TypeInfo.NONE;
    private Object[] constants = {};

    NameReader(ByteReader in, TypeRegistry registry, boolean layouts, CodecLimits limits) {
        this.in = in;
        this.registry = registry;
        this.layouts = layouts;
        this.limits = limits;
    }

    String string() {
        return string(in.readUnsigned());
    }

    private String string(int number) {
        if (number == 0) {
            String text = in.readString(limits.maxStringBytes());
            if (stringCount == strings.length) {
                strings = Arrays.copyOf(strings, 2 * stringCount);
            }
            strings[stringCount++] = text;
            return text;
        }
        if (number < 0 || number > stringCount) {
            throw unknown(number, "string");
        }
        return strings[number - 1];
    }

    /** A class that is of this kind here as well. */
    TypeInfo type(int tag) {
        int number = in.readUnsigned();
        if (number < 0 || number > typeCount) {
            throw unknown(number, "class");
        }
        TypeInfo type = number == 0 ? newType() : types[number - 1];
        if (type.tag != tag) {
            throw otherKind(type);
        }
        return type;
    }

    private SnapshotException otherKind(TypeInfo type) {
        return in.damaged(type.name + " is another kind of class than the data says"
                + (type.refusal.isEmpty() ? "" : ": " + type.refusal));
    }

    /** A constant: its enum, and its name. */
    Object constant() {
        TypeInfo type = type(Tag.ENUM);
        int number = in.readUnsigned();
        if (number <= 0 || number >= REMEMBERED) {
            return type.constant(string(number));
        }
        if (constantsOf != type) {
            constantsOf = type;
            constants = constantsByType.computeIfAbsent(type, each -> new Object[REMEMBERED]);
        }
        Object known = constants[number];
        if (known == null) {
            known = type.constant(string(number));
            constants[number] = known;
        }
        return known;
    }

    private TypeInfo newType() {
        TypeInfo type = registry.named(string());
        if (typeCount == types.length) {
            types = Arrays.copyOf(types, 2 * typeCount);
        }
        types[typeCount++] = type;
        if (layouts) {
            if (in.readUnsigned() != type.levels.length) {
                throw otherFields(type);
            }
            for (TypeInfo.Level level : type.levels) {
                if (!string().equals(level.className()) || in.readUnsigned() != level.fields().length) {
                    throw otherFields(type);
                }
                for (FieldSlot field : level.fields()) {
                    if (!string().equals(field.name) || in.readByte() != field.code) {
                        throw otherFields(type);
                    }
                }
            }
        }
        return type;
    }

    private SnapshotException otherFields(TypeInfo type) {
        return in.damaged(
                "class " + type.name + " has other fields here than in the data, which was written by different code");
    }

    /** The class of an array's elements. */
    Class<?> elementType() {
        int dimensions = in.readUnsigned();
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw in.damaged("an array has " + dimensions + " dimensions");
        }
        String name = string();
        Class<?> type = JdkTypes.elementType(name).orElse(null);
        if (type == null) {
            type = registry.classNamed(name);
        }
        if (type.isPrimitive() && dimensions == 1) {
            throw in.damaged("an array of " + name + " is written as one of objects");
        }
        for (int i = 1; i < dimensions; i++) {
            type = Array.newInstance(type, 0).getClass();
        }
        return type;
    }

    LambdaShape lambda() {
        int number = in.readUnsigned();
        if (number != 0) {
            if (number < 0 || number > shapes.size()) {
                throw unknown(number, "lambda");
            }
            return shapes.get(number - 1);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < LambdaShape.NAME_COUNT; i++) {
            names.add(string());
        }
        LambdaShape shape = new LambdaShape(names, in.readByte());
        shapes.add(shape);
        return shape;
    }

    private SnapshotException unknown(int number, String what) {
        return in.damaged("there is no " + what + " number " + number);
    }
}
