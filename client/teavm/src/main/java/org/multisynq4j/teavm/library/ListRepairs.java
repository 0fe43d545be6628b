package org.multisynq4j.teavm.library;

import java.util.Collection;
import java.util.List;

/** Of {@code List}: what its factories give may not be asked for null, and an index may be wrong in two ways. */
public final class ListRepairs {
    private ListRepairs() {}

    public static List<?> of() {
        return FixedList.of();
    }

    public static List<?> of(Object a) {
        return FixedList.of(new Object[] {a});
    }

    public static List<?> of(Object a, Object b) {
        return FixedList.of(a, b);
    }

    public static List<?> of(Object a, Object b, Object c) {
        return FixedList.of(a, b, c);
    }

    public static List<?> of(Object a, Object b, Object c, Object d) {
        return FixedList.of(a, b, c, d);
    }

    public static List<?> of(Object a, Object b, Object c, Object d, Object e) {
        return FixedList.of(a, b, c, d, e);
    }

    public static List<?> of(Object a, Object b, Object c, Object d, Object e, Object f) {
        return FixedList.of(a, b, c, d, e, f);
    }

    public static List<?> of(Object a, Object b, Object c, Object d, Object e, Object f, Object g) {
        return FixedList.of(a, b, c, d, e, f, g);
    }

    public static List<?> of(Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h) {
        return FixedList.of(a, b, c, d, e, f, g, h);
    }

    public static List<?> of(Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h, Object i) {
        return FixedList.of(a, b, c, d, e, f, g, h, i);
    }

    public static List<?> of(
            Object a, Object b, Object c, Object d, Object e, Object f, Object g, Object h, Object i, Object j) {
        return FixedList.of(a, b, c, d, e, f, g, h, i, j);
    }

    public static List<?> of(Object[] elements) {
        return FixedList.of(elements.clone());
    }

    public static List<?> copyOf(Collection<?> other) {
        return other instanceof FixedList<?> fixed ? fixed : FixedList.of(other.toArray());
    }
}
