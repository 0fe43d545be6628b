package org.multisynq4j.client.shadow;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.client.control.ImageId;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;

/** A header's members, each of which must be there. */
record Members(JsonObject object) {
    static Members of(String header) {
        if (Json.parse(header) instanceof JsonObject object) {
            return new Members(object);
        }
        throw new IllegalArgumentException("not a JSON object: " + header);
    }

    String text(String name) {
        return object.string(name).orElseThrow(() -> missing(name));
    }

    double number(String name) {
        return object.number(name).orElseThrow(() -> missing(name));
    }

    JsonObject object(String name) {
        return object.object(name).orElseThrow(() -> missing(name));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : object.array(name).orElse(JsonArray.EMPTY).items()) {
            if (value instanceof JsonString text) {
                texts.add(text.value());
            }
        }
        return texts;
    }

    ImageId id() {
        return new ImageId((long) number("time"), (long) number("seq"));
    }

    private IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("no " + name + " in " + Json.write(object));
    }
}
