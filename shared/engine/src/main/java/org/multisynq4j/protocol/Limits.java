package org.multisynq4j.protocol;

import java.util.EnumMap;
import java.util.Map;

/** The bounds in force; immutable. A value below 1 is refused. */
public record Limits(Map<Limit, Integer> values) {
    /** Every limit at its default. */
    public static final Limits DEFAULTS = new Limits(Map.of());

    public Limits {
        Map<Limit, Integer> complete = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            int value = values.getOrDefault(limit, limit.byDefault());
            if (value < 1) {
                throw new IllegalArgumentException("limit " + limit + " must be at least 1, not " + value);
            }
            complete.put(limit, value);
        }
        values = java.util.Collections.unmodifiableMap(complete);
    }

    /** The value of one limit. */
    public int of(Limit limit) {
        return values.get(limit);
    }

    /** These limits with one changed. */
    public Limits with(Limit limit, int value) {
        Map<Limit, Integer> changed = new EnumMap<>(Limit.class);
        changed.putAll(values);
        changed.put(limit, value);
        return new Limits(changed);
    }
}
