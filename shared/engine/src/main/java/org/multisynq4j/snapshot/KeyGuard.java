package org.multisynq4j.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses keys whose hash code would take endless time or stack: hostile data can nest lists so that every level doubles the work, or lets them contain
 * themselves. Objects of plain classes are not looked into: their hash code is the application's own affair.
 */
final class KeyGuard {
    /** Steps any input may take. */
    private static final long FREE_STEPS = 1 << 22;

    private static final int STEPS_PER_BYTE = 64;
    /** Levels of lists and records within one key; hash codes use the Java stack. */
    static final int MAX_DEPTH = 200;

    private final TypeRegistry types;
    private long stepsLeft;

    KeyGuard(TypeRegistry types, int inputBytes) {
        this.types = types;
        this.stepsLeft = FREE_STEPS + (long) STEPS_PER_BYTE * inputBytes;
    }

    static boolean isSimple(Object key) {
        return key instanceof String
                || key instanceof Number
                || key instanceof Enum
                || key instanceof Boolean
                || key instanceof Character;
    }

    void check(Object key) {
        if (key != null && !isSimple(key)) {
            visit(key, 0);
        }
    }

    private void visit(Object value, int depth) {
        if (--stepsLeft < 0) {
            throw new SnapshotException(
                    "Keys of collections are too large to be hashed in reasonable time; use smaller keys.");
        }
        if (value == null || isSimple(value)) {
            return;
        }
        if (depth == MAX_DEPTH) {
            throw new SnapshotException(
                    "A key of a collection is nested more than " + MAX_DEPTH + " deep; use smaller keys.");
        }
        for (Object part : partsOf(value)) {
            visit(part, depth + 1);
        }
    }

    private Collection<?> partsOf(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection;
        }
        if (value instanceof Map<?, ?> map) {
            List<Object> parts = new ArrayList<>(map.keySet());
            parts.addAll(map.values());
            return parts;
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? List.of(optional.get()) : List.of();
        }
        if (value instanceof Record) {
            List<Object> parts = new ArrayList<>();
            for (FieldSlot component : types.of(value).fields) {
                if (component.code == 'L') {
                    parts.add(component.get(value));
                }
            }
            return parts;
        }
        return List.of();
    }
}
