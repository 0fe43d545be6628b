package org.multisynq4j.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;

/**
 * Shows a state as JSON for people and tools. It is not a format to read back: long ones are cut, objects met before appear by their number.
 *
 * <p>An object is {@code {"@type": …, "@id": n, field: …}}, later {@code {"@same": n}}; what exceeds a limit is {@code "…"}.
 */
public final class StateTree {
    private final Parts parts;
    private final int maxDepth;
    private final IdentityTable numbers = new IdentityTable();
    private int nodesLeft;

    private StateTree(TypeCatalog catalog, int maxDepth, int maxNodes) {
        this.parts = new Parts(new TypeRegistry(catalog));
        this.maxDepth = Math.min(maxDepth, 200);
        this.nodesLeft = maxNodes;
    }

    /**
     * Describes a graph.
     *
     * @param maxDepth of objects within objects, at most 200
     * @param maxNodes of values in all
     */
    public static JsonValue describe(TypeCatalog catalog, Object root, int maxDepth, int maxNodes) {
        return new StateTree(catalog, maxDepth, maxNodes).value(root, 0);
    }

    private JsonValue value(Object value, int depth) {
        if (value == null) {
            return JsonValue.nullValue();
        }
        if (--nodesLeft < 0) {
            return JsonValue.of("…");
        }
        if (value instanceof Boolean bool) {
            return JsonValue.of(bool);
        }
        if (value instanceof Number number && isExact(number)) {
            return JsonValue.of(number.doubleValue());
        }
        if (parts.isLeaf(value)) {
            return JsonValue.of(value.toString());
        }
        if (depth >= maxDepth) {
            return JsonValue.of("…");
        }
        int number = -1;
        if (parts.hasIdentity(value)) {
            number = numbers.findOrAdd(value);
            if (number >= 0) {
                return JsonObject.builder()
                        .put("@same", JsonValue.of((double) number))
                        .build();
            }
            number = numbers.count() - 1;
        }
        TypeInfo type = parts.typeOf(value);
        boolean named = type.tag == Tag.OBJECT || type.tag == Tag.RECORD || type.tag == Tag.LAMBDA;
        return named || Tag.isMap(type.tag) ? object(value, type, number, depth) : array(value, depth);
    }

    private static boolean isExact(Number number) {
        double value = number.doubleValue();
        boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
        return finite && (!(number instanceof Long) || (long) value == number.longValue() && Math.abs(value) < 0x1p53);
    }

    private JsonValue object(Object value, TypeInfo type, int number, int depth) {
        JsonObject.Builder object = JsonObject.builder();
        boolean map = Tag.isMap(type.tag);
        if (!map) {
            object.put("@type", JsonValue.of(type.tag == Tag.LAMBDA ? "lambda" : type.name));
            if (number >= 0) {
                object.put("@id", JsonValue.of((double) number));
            }
        }
        for (Parts.Part part : parts.of(value)) {
            if (nodesLeft <= 0) {
                object.put("…", JsonValue.of("…"));
                break;
            }
            // A map's keys are the names of its values; only those that say no more than their type are shown beside.
            boolean plainKey =
                    map && part.step().startsWith(".key(") && (part.value() == null || KeyGuard.isSimple(part.value()));
            if (!plainKey && !part.step().equals(".comparator()")) {
                object.put(
                        part.step().startsWith(".") ? part.step().substring(1) : part.step(),
                        value(part.value(), depth + 1));
            }
        }
        return object.build();
    }

    private JsonValue array(Object value, int depth) {
        List<JsonValue> items = new ArrayList<>();
        for (Parts.Part part : parts.of(value)) {
            if (part.step().equals(".comparator()")) {
                continue;
            }
            if (nodesLeft <= 0) {
                items.add(JsonValue.of("…"));
                break;
            }
            items.add(value(part.value(), depth + 1));
        }
        return JsonValue.of(items);
    }
}
