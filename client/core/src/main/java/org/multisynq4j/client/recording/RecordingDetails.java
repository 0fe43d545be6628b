package org.multisynq4j.client.recording;

import java.util.Optional;
import org.multisynq4j.client.error.UnreadableRecordingException;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonException;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.snapshot.ByteReader;
import org.multisynq4j.snapshot.ByteWriter;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.text.Utf8;

/**
 * What only participants know; sealed in the file.
 *
 * @param options the session's options
 * @param maxPersistedBytes the session's limit for persistent data
 * @param ending the recorder's own state; empty if it had none
 */
public record RecordingDetails(JsonObject options, int maxPersistedBytes, Optional<RecordingEnding> ending) {
    /** The plain bytes; to be compressed and sealed. */
    public byte[] encode() {
        JsonObject.Builder json =
                JsonObject.builder().put("options", options).put("maxPersistedBytes", maxPersistedBytes);
        ending.ifPresent(end -> json.put(
                "end",
                JsonObject.builder()
                        .put("time", end.timeMs())
                        .put("seq", end.seq())
                        .put("trace", end.traceHash())
                        .build()));
        ByteWriter out = new ByteWriter();
        out.writeBlob(Bytes.utf8(Json.write(json.build())));
        out.writeBlob(ending.map(RecordingEnding::image).orElse(new byte[0]));
        return out.toByteArray();
    }

    /** @throws UnreadableRecordingException if the bytes are no such thing */
    public static RecordingDetails decode(byte[] bytes) {
        try {
            ByteReader in = new ByteReader(bytes);
            if (!(Json.parse(Utf8.decode(in.readBlob(RecordingLimits.DEFAULTS.maxFactsBytes())))
                    instanceof JsonObject json)) {
                throw new UnreadableRecordingException("its details are no object");
            }
            byte[] image = in.readBlob(bytes.length);
            in.expectEnd();
            return new RecordingDetails(
                    json.object("options").orElse(JsonObject.EMPTY),
                    (int) RecordingFacts.number(json, "maxPersistedBytes"),
                    json.object("end")
                            .map(end -> new RecordingEnding(
                                    RecordingFacts.number(end, "time"),
                                    (long) RecordingFacts.number(end, "seq"),
                                    RecordingFacts.text(end, "trace"),
                                    image)));
        } catch (SnapshotException | JsonException e) {
            throw new UnreadableRecordingException("its details are damaged: " + e.getMessage(), e);
        }
    }
}
