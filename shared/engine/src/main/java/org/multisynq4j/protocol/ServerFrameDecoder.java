package org.multisynq4j.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonException;
import org.multisynq4j.json.JsonLimits;
import org.multisynq4j.json.JsonNull;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;

/** Reads what a reflector sends, ours or the original. The reflector is not trusted: everything is checked. */
public final class ServerFrameDecoder {
    private static final int DEPTH = 64;
    private static final int SHORTEST_MESSAGE = 3;

    private final Limits limits;
    private final JsonLimits jsonLimits;

    public ServerFrameDecoder(Limits limits) {
        this.limits = limits;
        this.jsonLimits = new JsonLimits(DEPTH, limits.of(Limit.CHUNKED_FRAME_CHARS));
    }

    /**
     * Reads one whole frame (chunks already joined).
     *
     * @throws FrameException if the frame breaks the protocol
     */
    public ServerFrame decode(String text) {
        JsonValue json;
        try {
            json = Json.parse(text, jsonLimits);
        } catch (JsonException e) {
            throw Fields.malformed(e.getMessage());
        }
        if (!(json instanceof JsonObject frame)) {
            throw Fields.malformed("the frame is not a JSON object");
        }
        JsonValue args = frame.get("args").orElse(JsonNull.NULL);
        String action = frame.string("action").orElse("");
        switch (action) {
            case "SYNC":
                return sync(args);
            case "RECV":
                return new ServerFrame.Recv(message(args));
            case "TICK":
                return new ServerFrame.Tick(tickTime(args));
            case "REQU":
                return new ServerFrame.Requ();
            case "INFO":
                return info(args);
            case "CHALLENGE":
                return challenge(args);
            case "PONG":
                return new ServerFrame.Pong(frame.get("args"));
            default:
                return new ServerFrame.Unknown(action);
        }
    }

    private static long tickTime(JsonValue args) {
        JsonValue time = args instanceof JsonObject object ? object.get("time").orElse(JsonNull.NULL) : args;
        return Fields.time(time, "TICK: time");
    }

    private ServerFrame sync(JsonValue args) {
        if (!(args instanceof JsonObject object)) {
            throw Fields.malformed("SYNC: args are not an object");
        }
        Fields fields = new Fields("SYNC", object, limits);
        ServerFrame.SyncHeader header = new ServerFrame.SyncHeader(
                start(fields),
                fields.time("time"),
                fields.seq("seq"),
                fields.text("tove", Limit.TOVE_CHARS),
                fields.text("reflector", Limit.URL_CHARS),
                fields.text("timeline", Limit.NAME_CHARS),
                fields.flags("flags"));
        List<Message> messages = new ArrayList<>();
        for (JsonValue message : object.array("messages").orElse(JsonArray.EMPTY)) {
            messages.add(message(message));
        }
        return new ServerFrame.Sync(header, messages);
    }

    private ServerFrame challenge(JsonValue args) {
        JsonObject object = args instanceof JsonObject given ? given : JsonObject.EMPTY;
        return new ServerFrame.Challenge(
                MemberTexts.CHALLENGE.read(new Fields("CHALLENGE", object, limits), "challenge", true));
    }

    private static ServerFrame.Start start(Fields fields) {
        String url = fields.text("url", Limit.URL_CHARS);
        if (url.isEmpty()) {
            return new ServerFrame.Start.Fresh();
        }
        if (fields.truthy("persisted")) {
            return new ServerFrame.Start.FromPersisted(url);
        }
        return new ServerFrame.Start.FromSnapshot(url, fields.time("snapshotTime"), fields.seq("snapshotSeq"));
    }

    /** Reads a message's args, as RECV and SYNC carry them. */
    public Message message(JsonValue args) {
        if (!(args instanceof JsonArray array) || array.size() < SHORTEST_MESSAGE) {
            throw Fields.malformed("a message is not an array of at least " + SHORTEST_MESSAGE + " elements");
        }
        return new Message(
                Fields.time(array.get(0), "message: time"),
                Fields.seq(array.get(1), "message: seq"),
                payload(array.get(2)),
                array.items().subList(SHORTEST_MESSAGE, array.size()));
    }

    private Payload payload(JsonValue json) {
        if (json instanceof JsonString text) {
            return new Payload.Text(text.value());
        }
        if (!(json instanceof JsonObject object)) {
            throw Fields.malformed("message: the payload is neither a text nor an object");
        }
        String what = object.string("what").orElse("");
        switch (what) {
            case "users":
                return users(object);
            case "tally":
                return tally(object);
            default:
                return new Payload.Other(what);
        }
    }

    private Payload users(JsonObject object) {
        Fields fields = new Fields("users", object, limits);
        int active = fields.count("active");
        int total = object.has("total") ? fields.count("total") : active;
        return new Payload.Users(active, total, participants(object, "joined"), participants(object, "left"));
    }

    private static List<Participant> participants(JsonObject object, String name) {
        List<Participant> participants = new ArrayList<>();
        for (JsonValue json : object.array(name).orElse(JsonArray.EMPTY)) {
            participants.add(Participant.read(json)
                    .orElseThrow(() -> Fields.malformed("users: a participant without a view id")));
        }
        return participants;
    }

    private Payload tally(JsonObject object) {
        Fields fields = new Fields("tally", object, limits);
        Map<String, Integer> votes = new LinkedHashMap<>();
        JsonObject tally = object.object("tally").orElse(JsonObject.EMPTY);
        for (String payload : tally.members().keySet()) {
            votes.put(payload, new Fields("tally", tally, limits).count(payload));
        }
        return new Payload.Tally(
                fields.requiredNumber("sendTime"),
                votes,
                object.array("tallyTarget").orElse(JsonArray.EMPTY),
                fields.text("tuttiKey", Limit.TUTTI_KEY_CHARS),
                fields.count("missingClients"));
    }

    private ServerFrame info(JsonValue args) {
        if (!(args instanceof JsonObject object)) {
            throw Fields.malformed("INFO: args are not an object");
        }
        Fields fields = new Fields("INFO", object, limits);
        JsonObject options = object.object("options").orElse(JsonObject.EMPTY);
        return new ServerFrame.Info(
                fields.text("code", Limit.NAME_CHARS),
                fields.text("msg", Limit.URL_CHARS),
                options.string("level").orElse(""),
                options.string("only").orElse("").equals("once"));
    }
}
