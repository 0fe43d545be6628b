package org.multisynq4j.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The types of the Java library that can be stored. */
final class JdkTypes {
    private static final Map<Class<?>, Integer> TAGS = new HashMap<>();
    /** Types that may be the element type of an array, besides the application's. */
    private static final Map<String, Class<?>> ELEMENT_TYPES = new HashMap<>();

    static {
        tag(Boolean.class, Tag.BOOLEAN);
        tag(Byte.class, Tag.BYTE);
        tag(Short.class, Tag.SHORT);
        tag(Character.class, Tag.CHAR);
        tag(Integer.class, Tag.INT);
        tag(Long.class, Tag.LONG);
        tag(Float.class, Tag.FLOAT);
        tag(Double.class, Tag.DOUBLE);
        tag(String.class, Tag.STRING);
        arrayTag(boolean[].class, Tag.BOOLEANS);
        arrayTag(byte[].class, Tag.BYTES);
        arrayTag(short[].class, Tag.SHORTS);
        arrayTag(char[].class, Tag.CHARS);
        arrayTag(int[].class, Tag.INTS);
        arrayTag(long[].class, Tag.LONGS);
        arrayTag(float[].class, Tag.FLOATS);
        arrayTag(double[].class, Tag.DOUBLES);
        tag(ArrayList.class, Tag.ARRAY_LIST);
        tag(LinkedList.class, Tag.LINKED_LIST);
        tag(ArrayDeque.class, Tag.ARRAY_DEQUE);
        tag(LinkedHashSet.class, Tag.LINKED_HASH_SET);
        tag(TreeSet.class, Tag.TREE_SET);
        tag(LinkedHashMap.class, Tag.LINKED_HASH_MAP);
        tag(TreeMap.class, Tag.TREE_MAP);
        tag(EnumMap.class, Tag.ENUM_MAP);
        tag(BitSet.class, Tag.BIT_SET);
        tag(StringBuilder.class, Tag.STRING_BUILDER);
        // The classes of unmodifiable lists have no public names, and other ones on each platform: ask samples.
        List<?>[] samples = {
            List.of(),
            List.of(1),
            List.of(1, 2),
            List.of(1, 2, 3),
            List.copyOf(new ArrayList<>(List.of(1, 2, 3))),
            Collections.emptyList(),
            Collections.singletonList(1),
            Collections.nCopies(2, 1),
            Collections.unmodifiableList(new ArrayList<>()),
            Collections.unmodifiableList(new LinkedList<>())
        };
        for (List<?> sample : samples) {
            TAGS.put(sample.getClass(), Tag.IMMUTABLE_LIST);
        }
        Class<?>[] elementTypes = {
            Object.class,
            Number.class,
            CharSequence.class,
            Comparable.class,
            Collection.class,
            List.class,
            Set.class,
            Map.class,
            Deque.class,
            Optional.class,
            EnumSet.class,
            Comparator.class
        };
        for (Class<?> type : elementTypes) {
            elementType(type);
        }
    }

    private JdkTypes() {}

    private static void tag(Class<?> type, int tag) {
        TAGS.put(type, tag);
        elementType(type);
    }

    private static void arrayTag(Class<?> array, int tag) {
        TAGS.put(array, tag);
        elementType(array.getComponentType());
    }

    private static void elementType(Class<?> type) {
        // TeaVM's Wasm GC ends the program in any test against an array, even inside of Constructor.newInstance, whose
        // elements' class has no such test.
        if (!type.isAssignableFrom(type)) {
            throw new IllegalStateException(type.getName());
        }
        ELEMENT_TYPES.put(type.getName(), type);
    }

    static int tagOf(Object value) {
        Integer known = TAGS.get(value.getClass());
        if (known != null) {
            return known;
        }
        if (value instanceof Object[]) {
            return Tag.OBJECTS;
        }
        if (value instanceof EnumSet<?>) {
            return Tag.ENUM_SET;
        }
        if (value instanceof Optional<?>) {
            return Tag.OPTIONAL;
        }
        if (value == Comparator.naturalOrder()) {
            return Tag.NATURAL_ORDER;
        }
        if (value == Comparator.reverseOrder() || value == Collections.reverseOrder()) {
            return Tag.REVERSE_ORDER;
        }
        return Tag.UNSUPPORTED;
    }

    static Optional<Class<?>> elementType(String name) {
        return Optional.ofNullable(ELEMENT_TYPES.get(name));
    }
}
