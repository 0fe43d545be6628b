package org.multisynq4j.vm;

import java.util.Map;
import org.multisynq4j.data.DataException;
import org.multisynq4j.data.DataMapper;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonLimits;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.text.Bytes;

/** The size of data to be saved, in bytes of JSON, and which part of it is to blame. */
final class PersistedSize {
    private PersistedSize() {}

    /** Throws a {@link DataException} that names the heaviest part if the text is longer than {@code maxBytes} in UTF-8. */
    static void check(String json, int maxBytes) {
        int bytes = bytes(json, maxBytes);
        if (bytes > maxBytes) {
            // The tree was just written, so it is as deep as data may be, and as long as it is.
            JsonValue tree = Json.parse(json, new JsonLimits(DataMapper.MAX_DEPTH + 1, json.length()));
            throw new DataException(
                    heaviest(tree, "$", bytes),
                    bytes + " bytes of data are more than the limit of " + maxBytes
                            + " (Join.maxPersistedBytes); this is the largest part of it. Save less, or store large"
                            + " things as files and save their handles");
        }
    }

    /** A character has at most three bytes, so most texts need not be encoded to be known as short enough. */
    private static int bytes(String json, int maxBytes) {
        return json.length() <= maxBytes / 3 ? json.length() : Bytes.utf8(json).length;
    }

    /** Follows the child that makes up more than half of its parent, as far as there is one. */
    private static String heaviest(JsonValue value, String path, int size) {
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                int part = size(member.getValue());
                if (part > size / 2) {
                    return heaviest(member.getValue(), path + "." + member.getKey(), part);
                }
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                int part = size(array.items().get(i));
                if (part > size / 2) {
                    return heaviest(array.items().get(i), path + "[" + i + "]", part);
                }
            }
        }
        return path;
    }

    private static int size(JsonValue value) {
        return Bytes.utf8(Json.writeStable(value)).length;
    }
}
