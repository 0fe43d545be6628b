package org.multisynq4j.client.browser.worker;

import org.multisynq4j.client.port.Channel;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;

/** The worker's part of {@link WorkerKeys}. */
public final class KeyWork implements Channel.Listener {
    private final Channel page;

    /** @param page gets the answers */
    public KeyWork(Channel page) {
        this.page = page;
    }

    /** The header of a request. Its answer has the same number as header and the keys' secret as body. */
    static String request(String number, String password, String appId, String name) {
        return Json.write(
                JsonValue.of(JsonValue.of(number), JsonValue.of(password), JsonValue.of(appId), JsonValue.of(name)));
    }

    @Override
    public void received(String header, byte[] body) {
        JsonArray inputs = (JsonArray) Json.parse(header);
        SessionKeys keys = SessionKeys.derive(text(inputs, 1), text(inputs, 2), text(inputs, 3));
        page.send(text(inputs, 0), keys.secret());
    }

    @Override
    public void closed(String why) {}

    private static String text(JsonArray inputs, int index) {
        return ((JsonString) inputs.get(index)).value();
    }
}
