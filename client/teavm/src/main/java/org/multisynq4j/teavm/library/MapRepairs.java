package org.multisynq4j.teavm.library;

import java.util.Map;

/** Of {@code Map}: what its factories give may not be asked for null. */
public final class MapRepairs {
    private MapRepairs() {}

    public static Map<?, ?> of() {
        return FixedMap.of();
    }

    public static Map<?, ?> of(Object key, Object value) {
        return FixedMap.of(key, value);
    }
}
