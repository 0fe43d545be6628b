package org.multisynq4j.json;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.multisynq4j.text.Numbers;

/**
 * Appends JSON to a {@link StringBuilder}, placing commas itself, so that a frame needs no tree.
 *
 * <pre>{@code
 * new JsonWriter(out).beginObject().name("id").value(id).name("args").beginArray().value(1).endArray().endObject();
 * }</pre>
 *
 * <p>Calls that would not give JSON (a value without a name inside an object, a second value at the top, an unmatched end) throw {@link
 * IllegalStateException}; the writer is not usable afterwards.
 */
public final class JsonWriter {
    private static final byte TOP = 0;
    private static final byte ARRAY = 1;
    private static final byte OBJECT = 2;
    private static final int USUAL_DEPTH = 16;
    private static final int USUAL_LENGTH = 256;

    private final StringBuilder out;
    private byte[] enclosing = new byte[USUAL_DEPTH];
    private int depth;
    private boolean needsComma;
    private boolean named;
    private boolean sorted;

    public JsonWriter() {
        this(new StringBuilder(USUAL_LENGTH));
    }

    /** Appends to what the builder already holds. */
    public JsonWriter(StringBuilder out) {
        this.out = Objects.requireNonNull(out, "out");
    }

    /** From now on writes the members of {@link JsonObject}s sorted by name; the order of {@link #name} calls stays the caller's. */
    JsonWriter sorted() {
        sorted = true;
        return this;
    }

    public JsonWriter beginObject() {
        return begin('{', OBJECT);
    }

    public JsonWriter endObject() {
        return end('}', OBJECT);
    }

    public JsonWriter beginArray() {
        return begin('[', ARRAY);
    }

    public JsonWriter endArray() {
        return end(']', ARRAY);
    }

    public JsonWriter name(String name) {
        check(enclosing[depth] == OBJECT && !named, "a name is possible only inside an object and before a value");
        if (needsComma) {
            out.append(',');
        }
        JsonText.quote(name, out);
        out.append(':');
        needsComma = false;
        named = true;
        return this;
    }

    public JsonWriter value(String value) {
        beforeValue();
        JsonText.quote(value, out);
        return this;
    }

    public JsonWriter value(int value) {
        beforeValue();
        out.append(value);
        return this;
    }

    /**
     * Prints the number as JavaScript does. A {@code long} passed here is rounded to a double first.
     *
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public JsonWriter value(double value) {
        if (value - value != 0) {
            throw new IllegalArgumentException(
                    "JSON has no number " + Numbers.toText(value) + ": write null or a text instead");
        }
        beforeValue();
        Numbers.append(out, value);
        return this;
    }

    public JsonWriter value(boolean value) {
        beforeValue();
        out.append(value);
        return this;
    }

    public JsonWriter nullValue() {
        beforeValue();
        out.append("null");
        return this;
    }

    /** Appends one complete JSON text made elsewhere, unchecked: only for text this program wrote or parsed before. */
    public JsonWriter raw(CharSequence json) {
        beforeValue();
        out.append(json);
        return this;
    }

    public JsonWriter value(JsonValue value) {
        if (value instanceof JsonString string) {
            return value(string.value());
        } else if (value instanceof JsonNumber number) {
            return value(number.value());
        } else if (value instanceof JsonBoolean bool) {
            return value(bool.value());
        } else if (value instanceof JsonArray array) {
            beginArray();
            for (JsonValue item : array.items()) {
                value(item);
            }
            return endArray();
        } else if (value instanceof JsonObject object) {
            return members(sorted ? new TreeMap<>(object.members()) : object.members());
        }
        Objects.requireNonNull(value, "value: use JsonNull.NULL");
        return nullValue();
    }

    private JsonWriter members(Map<String, JsonValue> members) {
        beginObject();
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            name(member.getKey()).value(member.getValue());
        }
        return endObject();
    }

    /** Everything in the builder, including what it held before. */
    @Override
    public String toString() {
        return out.toString();
    }

    private JsonWriter begin(char bracket, byte kind) {
        check(depth < JsonLimits.HIGHEST_DEPTH, "nested deeper than " + JsonLimits.HIGHEST_DEPTH);
        beforeValue();
        out.append(bracket);
        if (++depth == enclosing.length) {
            byte[] more = new byte[2 * depth];
            System.arraycopy(enclosing, 0, more, 0, depth);
            enclosing = more;
        }
        enclosing[depth] = kind;
        needsComma = false;
        return this;
    }

    private JsonWriter end(char bracket, byte kind) {
        check(enclosing[depth] == kind && !named, "there is nothing that this could end");
        out.append(bracket);
        depth--;
        needsComma = true;
        return this;
    }

    private void beforeValue() {
        byte kind = enclosing[depth];
        if (kind == OBJECT) {
            check(named, "a value inside an object needs a name before it");
            named = false;
        } else if (needsComma) {
            check(kind != TOP, "a second value outside of any array or object");
            out.append(',');
        }
        needsComma = true;
    }

    private static void check(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException("JSON writer: " + otherwise);
        }
    }
}
