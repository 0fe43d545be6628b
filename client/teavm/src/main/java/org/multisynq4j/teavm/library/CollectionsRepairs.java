package org.multisynq4j.teavm.library;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/** Of {@code Collections}. */
public final class CollectionsRepairs {
    private static final List<?> EMPTY = new Empty<>();

    private CollectionsRepairs() {}

    /** A list without elements; clearing it is no error, for nothing changes. TeaVM's refuses. */
    private static final class Empty<E> extends AbstractList<E> implements RandomAccess, java.io.Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public E get(int index) {
            throw new IndexOutOfBoundsException("index " + index);
        }

        @Override
        public int size() {
            return 0;
        }
    }

    public static List<?> emptyList() {
        return EMPTY;
    }

    /** TeaVM's lets pass what changes nothing. */
    public static <K, V> Map<K, V> unmodifiableMap(Map<K, V> map) {
        return new UnmodifiableMap<>(Objects.requireNonNull(map));
    }

    /** TeaVM divides by the size of an empty list. */
    public static void rotate(List<?> list, int distance) {
        rotated(list, distance);
    }

    private static <E> void rotated(List<E> list, int distance) {
        int size = list.size();
        if (size > 0) {
            Object[] elements = list.toArray();
            for (int i = 0; i < size; i++) {
                @SuppressWarnings("unchecked")
                E element = (E) elements[i];
                list.set(Math.floorMod(i + (distance % size), size), element);
            }
        }
    }
}
