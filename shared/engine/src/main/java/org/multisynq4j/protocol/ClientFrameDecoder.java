package org.multisynq4j.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonException;
import org.multisynq4j.json.JsonLimits;
import org.multisynq4j.json.JsonNull;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;

/** Reads what clients send. Close reasons are those of the original where it has one for the case. */
public final class ClientFrameDecoder {
    private static final int DEPTH = 64;
    private static final int SHORTEST_ARGS = 3;
    private static final int TUTTI_ARGS = 7;

    private final Limits limits;
    private final JsonLimits jsonLimits;

    public ClientFrameDecoder(Limits limits) {
        this.limits = limits;
        this.jsonLimits = new JsonLimits(DEPTH, limits.of(Limit.FRAME_CHARS));
    }

    /**
     * Reads one text frame. The session id in it is ignored: the connection says which session is meant.
     *
     * @throws FrameException if the frame breaks the protocol or a limit
     */
    public ClientFrame decode(String text) {
        if (text.length() > limits.of(Limit.FRAME_CHARS)) {
            throw new FrameException(CloseReason.FRAME_TOO_LARGE, "frame of " + text.length() + " characters");
        }
        JsonValue json = parse(text);
        if (json instanceof JsonObject frame) {
            return decode(frame);
        }
        if (json instanceof JsonArray) {
            return new ClientFrame.Unknown("");
        }
        CloseReason reason = json instanceof JsonNull ? CloseReason.UNKNOWN_ERROR : CloseReason.MALFORMED_MESSAGE;
        throw new FrameException(reason, "the frame is not a JSON object");
    }

    private JsonValue parse(String text) {
        try {
            return Json.parse(text, jsonLimits);
        } catch (JsonException e) {
            throw Fields.malformed(e.getMessage());
        }
    }

    private ClientFrame decode(JsonObject frame) {
        String action = frame.string("action").orElse("");
        JsonValue args = frame.get("args").orElse(JsonNull.NULL);
        switch (action) {
            case "JOIN":
                return join(args);
            case "SEND":
                return send(array("SEND", args, SHORTEST_ARGS), debounce(frame));
            case "TUTTI":
                return tutti(array("TUTTI", args, TUTTI_ARGS));
            case "TICKS":
                return new ClientFrame.Ticks();
            case "SNAP":
                return snap(new Fields("SNAP", object("SNAP", args), limits));
            case "SAVE":
                return save(new Fields("SAVE", object("SAVE", args), limits));
            case "PROVE":
                return new ClientFrame.Prove(MemberTexts.SIGNATURE.read(
                        new Fields("PROVE", object("PROVE", args), limits), "signature", true));
            case "PING":
                return new ClientFrame.Ping(args);
            case "PULSE":
                return new ClientFrame.Pulse();
            case "LOG":
                return new ClientFrame.Log(args);
            default:
                return new ClientFrame.Unknown(action);
        }
    }

    private ClientFrame join(JsonValue args) {
        Fields fields = args instanceof JsonObject object ? new Fields("JOIN", object, limits) : null;
        if (fields == null || !fields.truthy("version")) {
            throw new FrameException(CloseReason.OUTDATED_PROTOCOL, "JOIN without a protocol version");
        }
        double version = fields.requiredNumber("version");
        if (version != ClientFrame.VERSION) {
            throw new FrameException(CloseReason.OUTDATED_PROTOCOL, "JOIN with a protocol version other than 1");
        }
        String apiKey = fields.text("apiKey", Limit.NAME_CHARS);
        if (apiKey.isEmpty()) {
            throw new FrameException(CloseReason.BAD_API_KEY, "JOIN without apiKey");
        }
        // The name is "appId/name", each of which may be as long as a name.
        int nameChars = 2 * limits.of(Limit.NAME_CHARS) + 1;
        return new ClientFrame.Join(
                fields.text("name", nameChars),
                apiKey,
                fields.text("appId", Limit.NAME_CHARS),
                fields.text("persistentId", Limit.NAME_CHARS),
                fields.text("url", Limit.URL_CHARS),
                fields.text("sdk", Limit.NAME_CHARS),
                fields.text("developerId", Limit.NAME_CHARS),
                ClientFrame.VERSION,
                user((JsonObject) args),
                ticks((JsonObject) args),
                fields.number("dormantDelay"),
                fields.text("tove", Limit.TOVE_CHARS),
                fields.text("codeHash", Limit.NAME_CHARS),
                leaveDelay(fields),
                fields.flags("flags"),
                MemberTexts.KEY.read(fields, "memberKey", false));
    }

    private Optional<Participant> user(JsonObject args) {
        JsonValue json = args.get("user").orElse(JsonNull.NULL);
        if (!Fields.truthy(json)) {
            return Optional.empty();
        }
        Participant user = Participant.read(json)
                .orElseThrow(() -> Fields.malformed("JOIN: user is not a view id, an array or an object with one"));
        if (user.viewId().length() > limits.of(Limit.NAME_CHARS)
                || Json.write(json).length() > limits.of(Limit.USER_CHARS)) {
            throw Fields.malformed("JOIN: user is too long");
        }
        return Optional.of(user);
    }

    private Optional<TickRate> ticks(JsonObject args) {
        Optional<JsonObject> ticks = args.object("ticks");
        if (ticks.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = new Fields("JOIN: ticks", ticks.get(), limits);
        double tick = fields.requiredNumber("tick");
        double delay = fields.number("delay").orElse(0);
        if (tick <= 0 || delay < 0) {
            throw Fields.malformed("JOIN: ticks are not positive");
        }
        return Optional.of(TickRate.clamped(tick, delay));
    }

    private OptionalDouble leaveDelay(Fields fields) {
        OptionalDouble delay = fields.number("leaveDelay");
        if (delay.isPresent() && delay.getAsDouble() < 0) {
            throw Fields.malformed("JOIN: leaveDelay is negative");
        }
        return delay.isPresent()
                ? OptionalDouble.of(Math.min(delay.getAsDouble(), limits.of(Limit.LEAVE_DELAY_MS)))
                : delay;
    }

    private ClientFrame.Send send(JsonArray args, Optional<ClientFrame.Debounce> debounce) {
        List<JsonValue> rest = args.items().subList(SHORTEST_ARGS, args.size());
        return new ClientFrame.Send(senderTime(args), text(args, 2, "payload"), rest, debounce);
    }

    /** Nobody uses a sender's time, so one that cannot be written as JSON (null) is no reason to refuse the frame. */
    private static double senderTime(JsonArray args) {
        return args.get(0) instanceof JsonNumber time ? time.value() : 0;
    }

    private Optional<ClientFrame.Debounce> debounce(JsonObject frame) {
        Optional<JsonObject> tags = frame.object("tags");
        if (tags.isEmpty() || !tags.get().has("debounce")) {
            return Optional.empty();
        }
        Fields fields = new Fields("SEND: tags", tags.get(), limits);
        return Optional.of(new ClientFrame.Debounce(
                fields.required("msgID", Limit.NAME_CHARS), fields.requiredNumber("debounce")));
    }

    private ClientFrame tutti(JsonArray args) {
        double sendTime = Fields.number(args.get(0), "TUTTI: send time");
        Optional<ClientFrame.Send> first = args.get(3) instanceof JsonNull
                ? Optional.empty()
                : Optional.of(send(array("TUTTI: first message", args.get(3), SHORTEST_ARGS), Optional.empty()));
        String key = text(args, 6, "key");
        if (key.isEmpty() || key.length() > limits.of(Limit.TUTTI_KEY_CHARS)) {
            throw Fields.malformed("TUTTI: the key is empty or too long");
        }
        JsonArray target = args.get(5) instanceof JsonArray array ? array : JsonArray.EMPTY;
        return new ClientFrame.Tutti(
                sendTime, text(args, 2, "payload"), first, Fields.truthy(args.get(4)), target, key);
    }

    private static ClientFrame snap(Fields fields) {
        return new ClientFrame.Snap(
                fields.time("time"),
                fields.seq("seq"),
                fields.text("hash", Limit.NAME_CHARS),
                fields.required("url", Limit.URL_CHARS),
                fields.truthy("dissident"),
                fields.ids("files", Limit.SNAPSHOT_FILES, ClientFrame.Snap.FILE_ID_CHARS));
    }

    private static ClientFrame save(Fields fields) {
        return new ClientFrame.Save(
                fields.requiredNumber("persistTime"),
                fields.required("url", Limit.URL_CHARS),
                fields.truthy("dissident"));
    }

    private JsonArray array(String where, JsonValue args, int shortest) {
        if (!(args instanceof JsonArray array) || array.size() < shortest) {
            throw new FrameException(
                    CloseReason.UNKNOWN_ERROR, where + ": args are not an array of at least " + shortest + " elements");
        }
        if (array.size() > limits.of(Limit.ARGS_ELEMENTS)) {
            throw Fields.malformed(where + ": more than " + limits.of(Limit.ARGS_ELEMENTS) + " args");
        }
        return array;
    }

    private static JsonObject object(String where, JsonValue args) {
        if (args instanceof JsonObject object) {
            return object;
        }
        throw Fields.malformed(where + ": args are not an object");
    }

    /** Object payloads are refused: clients take them for the reflector's own words. */
    private static String text(JsonArray args, int index, String what) {
        if (args.get(index) instanceof JsonString text) {
            return text.value();
        }
        throw Fields.malformed("the " + what + " is not a text");
    }
}
