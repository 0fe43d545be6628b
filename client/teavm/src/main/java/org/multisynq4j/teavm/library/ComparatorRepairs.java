package org.multisynq4j.teavm.library;

import java.util.Comparator;

/** Of {@code Comparator}: without an order among what is not null, TeaVM fails. */
public final class ComparatorRepairs {
    private ComparatorRepairs() {}

    public static Comparator<?> nullsFirst(Comparator<?> order) {
        return nulls(order, -1);
    }

    public static Comparator<?> nullsLast(Comparator<?> order) {
        return nulls(order, 1);
    }

    private static <T> Comparator<T> nulls(Comparator<T> order, int place) {
        return (a, b) -> {
            if (a == null) {
                return b == null ? 0 : place;
            }
            if (b == null) {
                return -place;
            }
            return order == null ? 0 : order.compare(a, b);
        };
    }
}
