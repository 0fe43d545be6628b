package org.multisynq4j.client.sim;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.client.port.Transport;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;

/**
 * Answers with the literal frames of the original reflector, extensions unknown. Only what a first joiner needs: SYNC, users 200 ms later, ticks, and each SEND
 * back as RECV.
 */
public final class ScriptedReflector implements Transport {
    /** What the client sent. */
    public final List<JsonObject> frames = new ArrayList<>();

    private final SimTime time;
    /** Sequence numbers as signed 32-bit numbers, which some reflectors send. */
    private final boolean signed;

    private long seq = 4294967280L;
    private Listener client;
    private String id = "";
    private String lastPayload = "";
    private boolean confused;

    ScriptedReflector(SimTime time, boolean signed) {
        this.time = time;
        this.signed = signed;
    }

    @Override
    public Connection connect(String url, Listener listener) {
        client = listener;
        id = url.substring(url.lastIndexOf('/') + 1);
        time.schedule(1, listener::opened);
        time.schedule(500, this::tick);
        return new Connection() {
            @Override
            public void send(String text) {
                receive((JsonObject) Json.parse(text));
            }

            @Override
            public long bufferedBytes() {
                return 0;
            }

            @Override
            public void close(int code, String reason) {
                client = null;
            }
        };
    }

    private void tick() {
        say("{\"id\":\"" + id + "\",\"action\":\"TICK\",\"args\":" + (long) time.nowMs() + "}");
        time.schedule(500, this::tick);
    }

    /** Sends a frame as it is. */
    public void say(String frame) {
        if (client != null) {
            client.received(frame);
        }
    }

    /** The rest of an args array: time, the next number, this payload and these further elements. */
    public void recv(String payloadAndRest) {
        seq = (seq + 1) & 0xFFFFFFFFL;
        long written = signed ? (int) seq : seq;
        say("{\"id\":\"" + id + "\",\"action\":\"RECV\",\"args\":[" + (long) time.nowMs() + "," + written + ","
                + payloadAndRest + "]}");
    }

    /** The payload of the last SEND, as JSON. */
    public String lastPayload() {
        return lastPayload;
    }

    public long joins() {
        return frames.stream()
                .filter(frame -> frame.string("action").orElse("").equals("JOIN"))
                .count();
    }

    public void skipNumbers(int count) {
        seq += count;
    }

    /** From now on nothing this reflector answers makes sense. */
    public void confuse() {
        confused = true;
    }

    private void receive(JsonObject frame) {
        frames.add(frame);
        if (confused) {
            time.schedule(1, () -> say("{\"action\":\"SYNC\",\"args\":7}"));
            return;
        }
        JsonValue args = frame.get("args").orElseThrow();
        switch (frame.string("action").orElse("")) {
            case "JOIN" -> joined((JsonObject) args);
            case "SEND" -> {
                List<JsonValue> items = ((JsonArray) args).items();
                lastPayload = Json.write(items.get(2));
                recv(Json.write(items.get(2)) + "," + Json.write(items.get(3)));
            }
            default -> {}
        }
    }

    private void joined(JsonObject args) {
        String user = args.string("user").orElseThrow();
        say("{\"id\":\"" + id + "\",\"action\":\"SYNC\",\"args\":{\"url\":\"\",\"messages\":[],\"time\":"
                + (long) time.nowMs() + ",\"seq\":4294967280,\"tove\":\""
                + args.string("tove").orElseThrow()
                + "\",\"reflector\":\"local\",\"timeline\":\"apgqsqawsoo\",\"flags\":{}}}");
        time.schedule(
                200,
                () -> recv("{\"what\":\"users\",\"active\":1,\"total\":1,\"joined\":[\"" + user + "\"],\"_size\":61}"));
    }
}
