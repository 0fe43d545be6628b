package org.multisynq4j.protocol;

import java.util.List;
import java.util.Map;
import org.multisynq4j.json.JsonWriter;

/** Writes payloads as JSON. */
public final class PayloadEncoder {
    private PayloadEncoder() {}

    /** The JSON of a payload; server-made ones end with {@code _size}, the length of their JSON without it. */
    public static String encode(Payload payload) {
        JsonWriter out = new JsonWriter();
        if (payload instanceof Payload.Text text) {
            return out.value(text.text()).toString();
        }
        out.beginObject();
        if (payload instanceof Payload.Users users) {
            out.name("what").value("users").name("active").value(users.active());
            out.name("total").value(users.total());
            participants("joined", users.joined(), out);
            participants("left", users.left(), out);
        } else if (payload instanceof Payload.Tally tally) {
            tally(tally, out);
        } else if (payload instanceof Payload.Other other) {
            out.name("what").value(other.what());
        }
        return withSize(out.endObject().toString());
    }

    private static void participants(String name, List<Participant> participants, JsonWriter out) {
        if (participants.isEmpty()) {
            return;
        }
        out.name(name).beginArray();
        for (Participant participant : participants) {
            out.value(participant.json());
        }
        out.endArray();
    }

    private static void tally(Payload.Tally tally, JsonWriter out) {
        out.name("what").value("tally").name("sendTime").value(tally.sendTimeMs());
        out.name("tally").beginObject();
        for (Map.Entry<String, Integer> vote : tally.tally().entrySet()) {
            out.name(vote.getKey()).value(vote.getValue().intValue());
        }
        out.endObject().name("tallyTarget").value(tally.tallyTarget());
        out.name("tuttiKey").value(tally.tuttiKey());
        out.name("missingClients").value(tally.missingClients());
    }

    private static String withSize(String json) {
        return json.substring(0, json.length() - 1) + ",\"_size\":" + json.length() + "}";
    }
}
