package org.multisynq4j.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonBoolean;
import org.multisynq4j.json.JsonNull;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;

/** Reads members of a frame's args, checking type and size; what is wrong is reported with the member's name. */
final class Fields {
    private static final double LARGEST_EXACT = 9007199254740991.0;

    private final String where;
    private final JsonObject object;
    private final Limits limits;

    Fields(String where, JsonObject object, Limits limits) {
        this.where = where;
        this.object = object;
        this.limits = limits;
    }

    /** The text of a member, empty if it is missing or null. */
    String text(String name, int maxChars) {
        JsonValue value = object.get(name).orElse(JsonNull.NULL);
        if (value instanceof JsonString text) {
            if (text.value().length() > maxChars) {
                throw malformed(where + ": " + name + " is longer than " + maxChars + " characters");
            }
            return text.value();
        }
        if (value instanceof JsonNull) {
            return "";
        }
        throw malformed(where + ": " + name + " is not a text");
    }

    String text(String name, Limit limit) {
        return text(name, limits.of(limit));
    }

    /** A text that must be there and not be empty. */
    String required(String name, Limit limit) {
        String text = text(name, limit);
        if (text.isEmpty()) {
            throw malformed(where + ": " + name + " is missing");
        }
        return text;
    }

    /** A number, empty if it is missing or null. */
    OptionalDouble number(String name) {
        JsonValue value = object.get(name).orElse(JsonNull.NULL);
        if (value instanceof JsonNull) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number(value, where + ": " + name));
    }

    double requiredNumber(String name) {
        return number(object.get(name).orElse(JsonNull.NULL), where + ": " + name);
    }

    /** A whole number that a double holds exactly. */
    long whole(String name) {
        return whole(object.get(name).orElse(JsonNull.NULL), where + ": " + name);
    }

    long seq(String name) {
        return seq(object.get(name).orElse(JsonNull.NULL), where + ": " + name);
    }

    long time(String name) {
        return time(object.get(name).orElse(JsonNull.NULL), where + ": " + name);
    }

    int count(String name) {
        long value = whole(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw malformed(where + ": " + name + " is out of range");
        }
        return (int) value;
    }

    /** Whether JavaScript would take the member for true. */
    boolean truthy(String name) {
        return truthy(object.get(name).orElse(JsonNull.NULL));
    }

    /** Names of the members that are true, of an object that may be missing. */
    List<String> flags(String name) {
        JsonValue value = object.get(name).orElse(JsonNull.NULL);
        List<String> names = new ArrayList<>();
        if (value instanceof JsonObject flags) {
            if (flags.members().size() > limits.of(Limit.FLAGS)) {
                throw malformed(where + ": more than " + limits.of(Limit.FLAGS) + " " + name);
            }
            for (Map.Entry<String, JsonValue> flag : flags.members().entrySet()) {
                if (truthy(flag.getValue())) {
                    names.add(flag.getKey());
                }
            }
        } else if (truthy(value)) {
            throw malformed(where + ": " + name + " is not an object");
        }
        return names;
    }

    /** Different base64url texts of one length, of an array that may be missing. */
    List<String> ids(String name, Limit limit, int chars) {
        JsonValue value = object.get(name).orElse(JsonNull.NULL);
        if (value instanceof JsonNull) {
            return List.of();
        }
        if (!(value instanceof JsonArray array) || array.size() > limits.of(limit)) {
            throw malformed(where + ": " + name + " is not an array of at most " + limits.of(limit) + " ids");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonString id) || !isId(id.value(), chars) || !ids.add(id.value())) {
                throw malformed(where + ": " + name + "[" + i + "] is not an id of " + chars
                        + " characters, or stands there twice");
            }
        }
        return List.copyOf(ids);
    }

    private static boolean isId(String text, int chars) {
        if (text.length() != chars) {
            return false;
        }
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    static double number(JsonValue value, String what) {
        if (value instanceof JsonNumber number) {
            return number.value();
        }
        throw malformed(what + " is not a number");
    }

    static long whole(JsonValue value, String what) {
        double number = number(value, what);
        if (number != Math.floor(number) || number > LARGEST_EXACT || number < -LARGEST_EXACT) {
            throw malformed(what + " is not a whole number");
        }
        return (long) number;
    }

    /** A teatime stamp: whole, not negative. */
    static long time(JsonValue value, String what) {
        long time = whole(value, what);
        if (time < 0) {
            throw malformed(what + " is negative");
        }
        return time;
    }

    /** A sequence number, signed or unsigned 32 bit. */
    static long seq(JsonValue value, String what) {
        long seq = whole(value, what);
        if (seq < Integer.MIN_VALUE || seq > 0xFFFFFFFFL) {
            throw malformed(what + " is not a 32-bit number");
        }
        return Sequence.normalize(seq);
    }

    static boolean truthy(JsonValue value) {
        if (value instanceof JsonBoolean bool) {
            return bool.value();
        }
        if (value instanceof JsonNumber number) {
            return number.value() != 0;
        }
        if (value instanceof JsonString text) {
            return !text.value().isEmpty();
        }
        return !(value instanceof JsonNull);
    }

    static FrameException malformed(String problem) {
        return new FrameException(CloseReason.MALFORMED_MESSAGE, problem);
    }
}
