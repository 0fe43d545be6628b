package org.multisynq4j.client.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multisynq4j.client.error.UnreadableRecordingException;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonException;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.protocol.FrameException;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.PayloadEncoder;
import org.multisynq4j.protocol.ServerFrameDecoder;
import org.multisynq4j.protocol.ServerFrameEncoder;
import org.multisynq4j.snapshot.ByteReader;
import org.multisynq4j.snapshot.ByteWriter;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.text.Utf8;

/**
 * A recording as it lies on a disk; the format is in docs/protocol.md.
 *
 * @param files sealed files by their path on the server, as {@link #path} gives it
 * @param log gzip of the messages' args, one per line
 * @param details {@link RecordingDetails}, compressed and sealed; empty if nobody with the password made the recording
 */
public record RecordingFile(RecordingFacts facts, Map<String, byte[]> files, byte[] log, byte[] details) {
    public static final int VERSION = 1;

    /** What the sealed details are bound to, besides the session. */
    public static final String DETAILS_NAME = "recording";

    private static final String MAGIC = "M4JR";
    private static final String[] ROOTS = {"snapshots/", "apps/"};

    /** The file's name on the server, without where the server is; the same for absolute and relative addresses. */
    public static String path(String url) {
        for (String root : ROOTS) {
            int at = url.indexOf("/" + root);
            if (at >= 0) {
                return url.substring(at + 1);
            }
        }
        return url;
    }

    /** One line of the log. */
    public static String line(Message message) {
        return ServerFrameEncoder.messageArgs(
                message.timeMs(), message.seq(), PayloadEncoder.encode(message.payload()), message.rest());
    }

    public byte[] encode() {
        ByteWriter out = new ByteWriter();
        out.writeBytes(Bytes.utf8(MAGIC));
        out.writeByte(VERSION);
        out.writeBlob(Bytes.utf8(Json.write(facts.toJson())));
        out.writeUnsigned(files.size());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            out.writeString(file.getKey());
            out.writeBlob(file.getValue());
        }
        out.writeBlob(log);
        out.writeBlob(details);
        return out.toByteArray();
    }

    /** @throws UnreadableRecordingException if the bytes are no recording, or of a later version */
    public static RecordingFile decode(byte[] bytes) {
        return decode(bytes, RecordingLimits.DEFAULTS);
    }

    /** As {@link #decode(byte[])} with other limits. */
    public static RecordingFile decode(byte[] bytes, RecordingLimits limits) {
        if (bytes.length > limits.maxBytes()) {
            throw new UnreadableRecordingException(
                    "this recording is longer than the " + limits.maxBytes() + " bytes allowed");
        }
        try {
            ByteReader in = new ByteReader(bytes);
            if (bytes.length < MAGIC.length()
                    || !Utf8.decode(in.readBytes(MAGIC.length())).equals(MAGIC)) {
                throw new UnreadableRecordingException(
                        "this is no recording of a session: it does not begin with " + MAGIC);
            }
            int version = in.readByte();
            if (version != VERSION) {
                throw new UnreadableRecordingException(
                        "this recording has version " + version + ", this program reads version " + VERSION);
            }
            if (!(Json.parse(Utf8.decode(in.readBlob(limits.maxFactsBytes()))) instanceof JsonObject facts)) {
                throw new UnreadableRecordingException("it is damaged: it does not say what it is");
            }
            Map<String, byte[]> files = files(in, bytes.length, limits);
            RecordingFile file = new RecordingFile(
                    RecordingFacts.of(facts), files, in.readBlob(bytes.length), in.readBlob(bytes.length));
            in.expectEnd();
            return file;
        } catch (SnapshotException | JsonException | IllegalArgumentException e) {
            throw new UnreadableRecordingException("this recording is damaged: " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> files(ByteReader in, int maxBytes, RecordingLimits limits) {
        int count = in.readCount(2);
        if (count < 0 || count > limits.maxFiles()) {
            throw new UnreadableRecordingException(
                    "it is damaged: it announces " + count + " files, at most " + limits.maxFiles() + " are allowed");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            files.put(in.readString(limits.maxPathBytes()), in.readBlob(maxBytes));
        }
        return files;
    }

    /** The messages of an unpacked log. @throws UnreadableRecordingException naming the line that is none */
    public static List<Message> messages(byte[] unpackedLog) {
        ServerFrameDecoder decoder = new ServerFrameDecoder(Limits.DEFAULTS);
        List<Message> messages = new ArrayList<>();
        String text = Utf8.decode(unpackedLog);
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            messages.add(message(decoder, text.substring(from, end), messages.size() + 1));
            from = end + 1;
        }
        return messages;
    }

    private static Message message(ServerFrameDecoder decoder, String args, int line) {
        try {
            return decoder.message(Json.parse(args));
        } catch (FrameException | JsonException e) {
            throw new UnreadableRecordingException("line " + line + " of its log is no message: " + e.getMessage(), e);
        }
    }
}
