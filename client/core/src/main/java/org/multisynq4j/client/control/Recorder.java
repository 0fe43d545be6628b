package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.client.recording.RecordingFile;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.protocol.Sequence;
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

    /** So many snapshots from which this participant went on are kept to be compared with. */
    static final int MAX_SNAPSHOTS = 8;

    private Optional<Start> start = Optional.empty();
    private final List<Start.FromSnapshot> snapshots = new ArrayList<>();
    private String timeline = "";
    private Map<String, byte[]> files = new LinkedHashMap<>();
    private List<Message> messages = new ArrayList<>();
    private int chars;
    private int fileBytes;
    private boolean loading;

    /**
     * A replica is being made. If it begins within what is kept, as one does that was outvoted and made anew, the recording goes on, and shows what led there; else it is a
     * new one.
     *
     * @param fromTimeline within which sequence numbers are comparable; empty if they are not
     */
    void begins(Start from, String fromTimeline) {
        if (from instanceof Start.FromSnapshot snapshot
                && !timeline.isEmpty()
                && timeline.equals(fromTimeline)
                && covers(snapshot.seq())
                && snapshots.size() < MAX_SNAPSHOTS) {
            snapshots.add(snapshot);
        } else {
            forget();
            start = Optional.of(from);
            timeline = fromTimeline;
        }
        loading = true;
    }

    /** Whether the message with that number is here. */
    private boolean covers(long seq) {
        return !messages.isEmpty() && !Sequence.after(messages.get(0).seq(), seq) && !Sequence.after(seq, lastSeq());
    }

    private long lastSeq() {
        return messages.get(messages.size() - 1).seq();
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
        if (!messages.isEmpty() && !Sequence.after(message.seq(), lastSeq())) {
            return; // it was here before the replica was made anew
        }
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
        snapshots.clear();
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

    /** From which the replica went on later, oldest first. */
    List<Start.FromSnapshot> snapshots() {
        return snapshots;
    }

    List<Message> messages() {
        return messages;
    }
}
