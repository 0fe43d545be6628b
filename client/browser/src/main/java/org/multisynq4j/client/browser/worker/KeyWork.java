package org.multisynq4j.client.browser.worker;

import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;

/** The worker's part of {@link WorkerKeys}. */
final class KeyWork {
    static final String TOPIC = "keys";

    private final Wire page;

    KeyWork(Wire page) {
        this.page = page;
    }

    /** A request. Its answer has the same number as header and the keys' secret as body. */
    static WorkerMessage request(String number, String password, String appId, String name) {
        JsonValue inputs =
                JsonValue.of(JsonValue.of(number), JsonValue.of(password), JsonValue.of(appId), JsonValue.of(name));
        return WorkerMessage.of(TOPIC, Json.write(inputs));
    }

    void received(WorkerMessage request) {
        JsonArray inputs = (JsonArray) Json.parse(request.header());
        SessionKeys keys = SessionKeys.derive(text(inputs, 1), text(inputs, 2), text(inputs, 3));
        page.post(new WorkerMessage(TOPIC, text(inputs, 0), keys.secret()));
    }

    private static String text(JsonArray inputs, int index) {
        return ((JsonString) inputs.get(index)).value();
    }
}
