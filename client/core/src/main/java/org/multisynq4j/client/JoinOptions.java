package org.multisynq4j.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.multisynq4j.client.url.UrlOptions;
import org.multisynq4j.data.DataException;
import org.multisynq4j.data.DataMapper;
import org.multisynq4j.json.JsonBoolean;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.snapshot.TypeCatalog;

/** The options of a session as JSON, which all participants must agree on. */
final class JoinOptions {
    private JoinOptions() {}

    /** The options given, with those the address may set replaced. Problems are added to the list. */
    static JsonObject resolve(JoinFields fields, TypeCatalog catalog, List<String> problems) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (fields.options.isPresent()) {
            try {
                JsonValue json = new DataMapper(catalog).toJson(fields.options.get());
                if (json instanceof JsonObject object) {
                    members.putAll(object.members());
                } else {
                    problems.add("options must be a record or a map with names, not "
                            + fields.options.get().getClass().getName());
                }
            } catch (DataException e) {
                problems.add("options cannot be sent: " + e.getMessage());
            }
        }
        fields.urlOptions.ifPresent(url -> {
            for (String name : fields.optionsFromUrl) {
                value(url, name).ifPresent(value -> members.put(name, value));
            }
        });
        return new JsonObject(members);
    }

    private static Optional<JsonValue> value(UrlOptions url, String name) {
        Optional<String> text = url.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble number = url.number(name);
        if (number.isPresent()) {
            return Optional.of(new JsonNumber(number.getAsDouble()));
        }
        if (text.get().equals("true") || text.get().equals("false")) {
            return Optional.of(JsonBoolean.of(text.get().equals("true")));
        }
        return Optional.of(new JsonString(text.get()));
    }

    /** Those members whose names are (or are not) in the list. */
    static JsonObject select(JsonObject options, List<String> names, boolean listed) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        options.members().forEach((name, value) -> {
            if (names.contains(name) == listed) {
                members.put(name, value);
            }
        });
        return new JsonObject(members);
    }
}
