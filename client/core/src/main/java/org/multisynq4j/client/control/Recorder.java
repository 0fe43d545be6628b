package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.client.recording.RecordingFile;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.protocol.ServerFrame.Start;

/**
 * Keeps what a recording of this participant's session consists of: where its replica began, with the sealed files of that beginning, and every message since.
 * Costs references, no work. What exceeds a limit is given up altogether: {@link RecordingMaker} then asks the server for a later beginning.
 */
final class Recorder {
    /** As many as a server's log holds. */
    static final int MAX_MESSAGES = 100_000;

    /** Characters of all messages. */
    static final int MAX_CHARS = 16 << 20;

    /** Bytes of the files of the beginning. */
    static final int MAX_FILE_BYTES = 32 << 20;

    /** What a message is reckoned to take besides its text. */
    static final int MESSAGE_CHARS = 64;

    private Optional<Start> start = Optional.empty();
    private Map<String, byte[]> files = new LinkedHashMap<>();
    private List<Message> messages = new ArrayList<>();
    private int chars;
    private int fileBytes;
    private boolean loading;

    /** A replica is being made: a new recording. */
    void begins(Start from) {
        forget();
        start = Optional.of(from);
        loading = true;
    }

    /** A file was fetched; what comes after the first message does not belong to the beginning. */
    void fetched(String url, byte[] file) {
        if (!loading) {
            return;
        }
        fileBytes += file.length;
        if (fileBytes > MAX_FILE_BYTES) {
            forget();
        } else if (start.isPresent()) {
            files.put(RecordingFile.path(url), file);
        }
    }

    /** The replica got a message. */
    void received(Message message) {
        loading = false;
        chars += MESSAGE_CHARS
                + (message.payload() instanceof Payload.Text text ? text.text().length() : 0);
        if (messages.size() == MAX_MESSAGES || chars > MAX_CHARS) {
            forget();
        } else if (start.isPresent()) {
            messages.add(message);
        }
    }

    private void forget() {
        start = Optional.empty();
        files = new LinkedHashMap<>();
        messages = new ArrayList<>();
        chars = 0;
        fileBytes = 0;
    }

    /** Where the recording begins; empty if there is none, or no more. */
    Optional<Start> start() {
        return start;
    }

    /** Sealed files by their path on the server. */
    Map<String, byte[]> files() {
        return files;
    }

    List<Message> messages() {
        return messages;
    }
}
