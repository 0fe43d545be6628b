package org.multisynq4j.data;

import org.multisynq4j.json.JsonValue;
import org.multisynq4j.snapshot.TypeCatalog;

/**
 * Java data as JSON and back.
 *
 * <p>Written: records (objects), maps (objects; keys strings, enums, whole numbers, characters), lists, sets and arrays (arrays), strings, numbers, booleans,
 * enums (their names), {@code byte[]} (base64), {@code Optional} (its value or null), null. Read back: the same by the wanted type, with missing members as
 * null, 0, false or empty, and unknown members ignored, so that versions can differ. Errors are {@link DataException}s naming the path.
 */
public final class DataMapper {
    /** How deep data may be nested. */
    public static final int MAX_DEPTH = 100;

    private final DataWriter writer;
    private final DataReader reader;

    /** A mapper for these classes. */
    public DataMapper(TypeCatalog catalog) {
        writer = new DataWriter(catalog);
        reader = new DataReader(catalog);
    }

    /** The data as a JSON tree. */
    public JsonValue toJson(Object data) {
        return writer.write(data, "$", 0);
    }

    /** The tree as this type. */
    public <T> T fromJson(JsonValue json, Class<T> type) {
        return cast(reader.read(json, TypeRef.of(type), "$", 0));
    }

    @SuppressWarnings("unchecked") // the reader made it for this type; Class.cast refuses primitives
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
