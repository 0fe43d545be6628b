package org.multisynq4j.json;

/** Reading and writing whole JSON texts. */
public final class Json {
    private Json() {}

    /** As {@link #parse(String, JsonLimits)} with {@link JsonLimits#DEFAULT}. */
    public static JsonValue parse(String text) {
        return parse(text, JsonLimits.DEFAULT);
    }

    /**
     * Reads one value with white space around it.
     *
     * <p>Stricter than many readers: nothing may follow the value, no name may occur twice in an object, and a number too large for a double is an
     * error. Unpaired surrogates are kept, raw and escaped.
     *
     * @throws JsonException if the text is not JSON or exceeds a limit
     */
    public static JsonValue parse(String text, JsonLimits limits) {
        return new JsonParser(text, limits).parse();
    }

    /**
     * The text of a value without white space, members in insertion order.
     *
     * @throws IllegalStateException if it is nested deeper than {@link JsonLimits#HIGHEST_DEPTH}
     */
    public static String write(JsonValue value) {
        return new JsonWriter().value(value).toString();
    }

    /** As {@link #write}, but members sorted by the UTF-16 code units of their names: equal data has equal text, whatever built it. */
    public static String writeStable(JsonValue value) {
        return new JsonWriter().sorted().value(value).toString();
    }
}
