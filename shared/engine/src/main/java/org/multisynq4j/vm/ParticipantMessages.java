package org.multisynq4j.vm;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.snapshot.ByteReader;
import org.multisynq4j.snapshot.ByteWriter;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.vm.ParticipantMessage.Events;
import org.multisynq4j.vm.ParticipantMessage.Published;
import org.multisynq4j.vm.ParticipantMessage.Saved;
import org.multisynq4j.vm.ParticipantMessage.SnapshotPoll;

/** The bytes inside a participant's sealed message; the format is in docs/protocol.md. */
public final class ParticipantMessages {
    private static final int EVENTS = 1;
    private static final int SNAPSHOT_POLL = 2;
    private static final int SAVED = 3;
    /** The most events in one message. */
    public static final int MAX_EVENTS = 10_000;

    /** The longest scope or event name, in bytes of UTF-8. */
    public static final int MAX_NAME_BYTES = 1024;

    private ParticipantMessages() {}

    /** Encodes a message. */
    public static byte[] encode(ParticipantMessage message) {
        ByteWriter out = new ByteWriter();
        if (message instanceof Events events) {
            out.writeByte(EVENTS);
            out.writeDouble(events.sealedAt());
            out.writeUnsigned(events.events().size());
            for (Published event : events.events()) {
                out.writeString(event.scope());
                out.writeString(event.event());
                out.writeBlob(event.payload());
            }
        } else if (message instanceof Saved saved) {
            out.writeByte(SAVED);
            out.writeDouble(saved.sealedAt());
            out.writeDouble(saved.dueTime());
        } else {
            out.writeByte(SNAPSHOT_POLL);
            out.writeDouble(message.sealedAt());
        }
        return out.toByteArray();
    }

    /**
     * Decodes a message.
     *
     * @throws SnapshotException if the bytes are not a message
     */
    public static ParticipantMessage decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int kind = in.readByte();
        double sealedAt = in.readDouble();
        ParticipantMessage message;
        switch (kind) {
            case EVENTS -> message = new Events(sealedAt, events(in, bytes.length));
            case SNAPSHOT_POLL -> message = new SnapshotPoll(sealedAt);
            case SAVED -> message = new Saved(sealedAt, in.readDouble());
            default -> throw new SnapshotException("unknown kind of message: " + kind);
        }
        in.expectEnd();
        return message;
    }

    private static List<Published> events(ByteReader in, int maxPayload) {
        int count = in.readCount(3);
        if (count < 0 || count > MAX_EVENTS) {
            throw new SnapshotException("a message holds at most " + MAX_EVENTS + " events, not " + count);
        }
        List<Published> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(new Published(
                    in.readString(MAX_NAME_BYTES), in.readString(MAX_NAME_BYTES), in.readBlob(maxPayload)));
        }
        return List.copyOf(events);
    }
}
