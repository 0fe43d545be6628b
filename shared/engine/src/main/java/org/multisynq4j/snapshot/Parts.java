package org.multisynq4j.snapshot;

import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** What an object consists of, for tools that look at states: each part with its step of a path. */
final class Parts {
    private static final int SHOWN_CHARACTERS = 200;

    private final TypeRegistry types;

    /** One part of an object. */
    record Part(String step, Object value) {}

    Parts(TypeRegistry types) {
        this.types = types;
    }

    TypeInfo typeOf(Object value) {
        return types.of(value);
    }

    /** Whether both would be written alike but for their parts; a library's class may differ where that does not show. */
    boolean sameKind(Object a, Object b) {
        int tag = types.of(a).tag;
        if (tag != types.of(b).tag) {
            return false;
        }
        boolean ofOneClass = tag == Tag.OBJECT || tag == Tag.RECORD || tag == Tag.OBJECTS || tag == Tag.UNSUPPORTED;
        return !ofOneClass || a.getClass() == b.getClass();
    }

    /** Whether the value is compared as a whole. */
    boolean isLeaf(Object value) {
        int tag = types.of(value).tag;
        return KeyGuard.isSimple(value)
                || tag == Tag.BIT_SET
                || tag == Tag.STRING_BUILDER
                || tag == Tag.NATURAL_ORDER
                || tag == Tag.REVERSE_ORDER
                || tag == Tag.UNSUPPORTED;
    }

    boolean sameText(Object a, Object b) {
        return types.of(a).tag == Tag.STRING_BUILDER && a.toString().equals(b.toString());
    }

    boolean hasIdentity(Object value) {
        int tag = types.of(value).tag;
        return tag != Tag.IMMUTABLE_LIST && tag != Tag.OPTIONAL && tag != Tag.LAMBDA;
    }

    List<Part> of(Object value) {
        TypeInfo type = types.of(value);
        List<Part> parts = new ArrayList<>();
        if (type.tag == Tag.OBJECT || type.tag == Tag.RECORD) {
            for (FieldSlot field : type.fields) {
                parts.add(new Part("." + field.name, field.get(value)));
            }
        } else if (value instanceof Map<?, ?> map) {
            if (map instanceof SortedMap<?, ?> sorted) {
                parts.add(new Part(".comparator()", sorted.comparator()));
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                parts.add(new Part(".key(" + parts.size() / 2 + ")", entry.getKey()));
                parts.add(new Part(Paths.key(entry.getKey()), entry.getValue()));
            }
        } else if (value instanceof Collection<?> collection) {
            if (collection instanceof SortedSet<?> sorted) {
                parts.add(new Part(".comparator()", sorted.comparator()));
            }
            number(parts, collection);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(item -> parts.add(new Part(".get()", item)));
        } else if (type.tag == Tag.LAMBDA) {
            lambda(parts, (SerializedLambda) type.replacement(value));
        } else if (value instanceof Object[] array) {
            number(parts, java.util.Arrays.asList(array));
        } else {
            number(parts, Primitives.elements(value, type.tag));
        }
        return parts;
    }

    private static void number(List<Part> parts, Collection<?> items) {
        int index = 0;
        for (Object item : items) {
            parts.add(new Part("[" + index++ + "]", item));
        }
    }

    private static void lambda(List<Part> parts, SerializedLambda lambda) {
        LambdaShape shape = LambdaShape.of(lambda);
        parts.add(new Part(".code", shape.capturingClass() + "." + shape.names().get(5)));
        for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
            parts.add(new Part(".captured(" + i + ")", lambda.getCapturedArg(i)));
        }
    }

    /** A value in a few words. */
    static String shown(Object value) {
        if (value == null) {
            return "null";
        }
        if (!KeyGuard.isSimple(value) && !(value instanceof StringBuilder) && !(value instanceof BitSet)) {
            return "a " + Paths.simpleName(value.getClass());
        }
        String text = value.toString();
        String shortened = text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
        return value instanceof String ? "\"" + shortened + "\"" : shortened;
    }
}
