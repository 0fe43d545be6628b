package org.multisynq4j.snapshot;

import java.lang.reflect.Array;
import java.util.ArrayList;
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
    private final List<String> strings = new ArrayList<>();
    private final List<TypeInfo> types = new ArrayList<>();
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
            strings.add(text);
            return text;
        }
        return strings.get(index(number, strings.size(), "string"));
    }

    /** A class that is of this kind here as well. */
    TypeInfo type(int tag) {
        int number = in.readUnsigned();
        TypeInfo type = number == 0 ? newType() : types.get(index(number, types.size(), "class"));
        if (type.tag != tag) {
            throw in.damaged(type.name + " is another kind of class than the data says"
                    + (type.refusal.isEmpty() ? "" : ": " + type.refusal));
        }
        return type;
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
        types.add(type);
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
            return shapes.get(index(number, shapes.size(), "lambda"));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < LambdaShape.NAME_COUNT; i++) {
            names.add(string());
        }
        LambdaShape shape = new LambdaShape(names, in.readByte());
        shapes.add(shape);
        return shape;
    }

    private int index(int number, int count, String what) {
        if (number < 0 || number > count) {
            throw in.damaged("there is no " + what + " number " + number);
        }
        return number - 1;
    }
}
