package org.multisynq4j.protocol;

import java.util.List;
import org.multisynq4j.json.JsonValue;

/**
 * One sequenced message as clients get it.
 *
 * @param timeMs teatime, never less than that of the message before
 * @param seq unsigned 32 bit
 * @param rest further elements, normally the sender's last latency
 */
public record Message(long timeMs, long seq, Payload payload, List<JsonValue> rest) {
    public Message {
        rest = List.copyOf(rest);
    }
}
