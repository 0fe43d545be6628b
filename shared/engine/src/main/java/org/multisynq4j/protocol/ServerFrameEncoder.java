package org.multisynq4j.protocol;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.json.JsonWriter;

/** Writes the reflector's frames. Messages are written once, as the JSON of their args, and repeated from there. */
public final class ServerFrameEncoder {
    private final String recv;
    private final String tick;
    private final String requ;
    private final String quotedId;

    public ServerFrameEncoder(String sessionId) {
        quotedId = new JsonWriter().value(sessionId).toString();
        recv = head("RECV") + ",\"args\":";
        tick = head("TICK") + ",\"args\":";
        requ = head("REQU") + "}";
    }

    private String head(String action) {
        return "{\"id\":" + quotedId + ",\"action\":\"" + action + "\"";
    }

    /** The args array of a message: what RECV and SYNC carry and what the log keeps. */
    public static String messageArgs(long timeMs, long seq, String payloadJson, List<JsonValue> rest) {
        StringBuilder text = new StringBuilder(payloadJson.length() + 48);
        text.append('[').append(timeMs).append(',').append(seq).append(',').append(payloadJson);
        for (JsonValue element : rest) {
            new JsonWriter(text.append(',')).value(element);
        }
        return text.append(']').toString();
    }

    /** RECV of a message given as {@link #messageArgs}. */
    public String recv(String argsJson) {
        return recv + argsJson + "}";
    }

    public String tick(long timeMs) {
        return tick + timeMs + "}";
    }

    public String requ() {
        return requ;
    }

    /** SYNC with messages given as {@link #messageArgs}, separated by commas. */
    public String sync(ServerFrame.SyncHeader header, CharSequence messages) {
        StringBuilder text = new StringBuilder(messages.length() + 512);
        JsonWriter out = new JsonWriter(text);
        out.beginObject().name("id").raw(quotedId).name("action").value("SYNC");
        out.name("args").beginObject().name("url").value(url(header.start()));
        out.name("messages").beginArray();
        if (messages.length() > 0) {
            out.raw(messages);
        }
        out.endArray();
        if (header.start() instanceof ServerFrame.Start.FromPersisted) {
            out.name("persisted").value(true);
        }
        out.name("time").value((double) header.timeMs()).name("seq").value((double) header.seq());
        out.name("tove").value(header.tove()).name("reflector").value(header.reflector());
        out.name("timeline").value(header.timeline()).name("flags").beginObject();
        for (String flag : header.flags()) {
            out.name(flag).value(true);
        }
        out.endObject();
        if (header.start() instanceof ServerFrame.Start.FromSnapshot snapshot) {
            out.name("snapshotTime").value((double) snapshot.timeMs());
            out.name("snapshotSeq").value((double) snapshot.seq());
        }
        return out.endObject().endObject().toString();
    }

    private static String url(ServerFrame.Start start) {
        if (start instanceof ServerFrame.Start.FromPersisted persisted) {
            return persisted.url();
        }
        return start instanceof ServerFrame.Start.FromSnapshot snapshot ? snapshot.url() : "";
    }

    /** Asks for a signature. */
    public String challenge(String challenge) {
        JsonWriter out = new JsonWriter(new StringBuilder(head("CHALLENGE")).append(",\"args\":"));
        return out.beginObject().name("challenge").value(challenge).endObject() + "}";
    }

    public String info(ServerFrame.Info info) {
        JsonWriter out = new JsonWriter(new StringBuilder(head("INFO")).append(",\"args\":"));
        out.beginObject().name("code").value(info.code()).name("msg").value(info.message());
        out.name("options").beginObject();
        if (!info.level().isEmpty()) {
            out.name("level").value(info.level());
        }
        if (info.once()) {
            out.name("only").value("once");
        }
        return out.endObject().endObject() + "}";
    }

    /** PONG has no session id: that is how clients tell it from the rest. */
    public static String pong(JsonValue args) {
        return new JsonWriter()
                .beginObject()
                .name("action")
                .value("PONG")
                .name("args")
                .value(args)
                .endObject()
                .toString();
    }

    /** Cuts a frame that is too long into chunks; most frames come back alone. */
    public static List<String> chunks(String frame, int chunkChars) {
        if (frame.length() <= chunkChars) {
            return List.of(frame);
        }
        List<String> chunks = new ArrayList<>();
        int from = 0;
        while (from < frame.length()) {
            int to = Math.min(frame.length(), from + chunkChars);
            // A surrogate pair cut in two would not survive the way through UTF-8.
            if (to < frame.length() && Character.isHighSurrogate(frame.charAt(to - 1)) && to - 1 > from) {
                to--;
            }
            String flags = (from == 0 ? "1" : "0") + (to == frame.length() ? "1" : "0");
            chunks.add(ChunkJoiner.PREFIX + flags + frame.substring(from, to));
            from = to;
        }
        return chunks;
    }
}
