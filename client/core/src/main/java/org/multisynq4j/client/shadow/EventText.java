package org.multisynq4j.client.shadow;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.client.control.Effort;
import org.multisynq4j.client.control.FileTimes;
import org.multisynq4j.client.control.ImageId;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.protocol.ClientFrame;

/** Events as they travel: a small JSON object with {@code did}. */
final class EventText {
    private EventText() {}

    static void send(Channel channel, ShadowEvent event) {
        channel.send(Json.write(header(event)), Channel.NO_BODY);
    }

    static JsonObject.Builder id(JsonObject.Builder builder, ImageId id) {
        return builder.put("time", id.timeMs()).put("seq", id.seq());
    }

    private static JsonObject header(ShadowEvent event) {
        JsonObject.Builder out = JsonObject.builder();
        if (event instanceof ShadowEvent.CaughtUp caughtUp) {
            out.put("did", "caughtUp").put("time", caughtUp.timeMs());
        } else if (event instanceof ShadowEvent.Working) {
            out.put("did", "working");
        } else if (event instanceof ShadowEvent.Imaged imaged) {
            id(out.put("did", "imaged"), imaged.id())
                    .put("state", imaged.stateHash())
                    .put("trace", imaged.traceHash())
                    .put("bytes", imaged.bytes());
            effort(out, "encoding", imaged.encoding());
            effort(out, "hashing", imaged.hashing());
        } else if (event instanceof ShadowEvent.Stored stored) {
            id(out.put("did", "stored"), stored.id())
                    .put("hash", stored.snap().hash())
                    .put("url", stored.snap().url())
                    .put("files", texts(stored.snap().files()))
                    .put("bytes", stored.uploadedBytes())
                    .put("count", stored.uploadedFiles())
                    .put("compressMs", stored.times().compressMs())
                    .put("sealMs", stored.times().sealMs())
                    .put("uploadMs", stored.times().uploadMs())
                    .put("ms", stored.ms());
        } else if (event instanceof ShadowEvent.NotStored failed) {
            id(out.put("did", "notStored"), failed.id()).put("why", failed.why());
        } else if (event instanceof ShadowEvent.Broken broken) {
            out.put("did", "broken").put("why", broken.why());
        }
        return out.build();
    }

    private static void effort(JsonObject.Builder out, String name, Effort effort) {
        out.put(name + "Ms", effort.ms()).put(name + "LongestMs", effort.longestMs());
    }

    private static JsonArray texts(List<String> texts) {
        List<JsonValue> values = new ArrayList<>();
        texts.forEach(text -> values.add(new JsonString(text)));
        return new JsonArray(values);
    }

    /** @throws IllegalArgumentException if it is no event */
    static ShadowEvent read(String header, byte[] body) {
        Members members = Members.of(header);
        String what = members.text("did");
        return switch (what) {
            case "caughtUp" -> new ShadowEvent.CaughtUp((long) members.number("time"));
            case "working" -> new ShadowEvent.Working();
            case "imaged" ->
                new ShadowEvent.Imaged(
                        members.id(),
                        members.text("state"),
                        members.text("trace"),
                        (int) members.number("bytes"),
                        effort(members, "encoding"),
                        effort(members, "hashing"));
            case "stored" -> stored(members);
            case "notStored" -> new ShadowEvent.NotStored(members.id(), members.text("why"));
            case "broken" -> new ShadowEvent.Broken(members.text("why"));
            default -> throw new IllegalArgumentException("there is no event " + what);
        };
    }

    private static Effort effort(Members members, String name) {
        return new Effort(members.number(name + "Ms"), members.number(name + "LongestMs"));
    }

    private static ShadowEvent stored(Members members) {
        ImageId id = members.id();
        return new ShadowEvent.Stored(
                id,
                new ClientFrame.Snap(
                        id.timeMs(),
                        id.seq(),
                        members.text("hash"),
                        members.text("url"),
                        false,
                        members.texts("files")),
                (long) members.number("bytes"),
                (int) members.number("count"),
                new FileTimes(members.number("compressMs"), members.number("sealMs"), members.number("uploadMs")),
                members.number("ms"));
    }
}
