package org.multisynq4j.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.reflector.store.CompletedTally;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SnapshotPointer;
import org.multisynq4j.reflector.store.StoreWrite;

/**
 * Bytes of stored values, in the journal and in SQLite.
 *
 * <p>Written by hand and by position: every entry begins with a kind whose number is never used again, so a layout that
 * changes gets a new number and old data stays readable.
 */
final class StoreCodec {
    private static final int APPEND = 1;
    private static final int RECORD = 2;
    private static final int PERSISTED = 3;
    /** A {@link #RECORD} and the member key. */
    private static final int RECORD_WITH_KEY = 4;
    /** A {@link #RECORD_WITH_KEY} whose snapshots name their parts. */
    private static final int RECORD_WITH_PARTS = 5;
    /** A {@link #PERSISTED} and the member key of its session. */
    private static final int PERSISTED_WITH_KEY = 6;

    private StoreCodec() {}

    /** One journal entry. */
    static byte[] encode(StoredWrite entry) {
        return encode(out -> {
            StoreWrite write = entry.write();
            if (write instanceof StoreWrite.Append append) {
                out.writeByte(APPEND);
                string(out, entry.sessionId());
                message(out, append.message());
            } else if (write instanceof StoreWrite.SaveRecord save) {
                out.writeByte(RECORD_WITH_PARTS);
                string(out, entry.sessionId());
                record(out, save.record());
            } else if (write instanceof StoreWrite.SavePersisted save) {
                out.writeByte(PERSISTED_WITH_KEY);
                string(out, entry.sessionId());
                out.writeLong(entry.wallClockMs());
                persisted(out, save.version());
            }
        });
    }

    /** The entry again; fails with a sentence for bytes that no {@link #encode} wrote. */
    static StoredWrite decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int kind = in.readByte();
        String sessionId = string(in);
        return switch (kind) {
            case APPEND -> new StoredWrite(sessionId, new StoreWrite.Append(message(in)), 0);
            case RECORD, RECORD_WITH_KEY, RECORD_WITH_PARTS ->
                new StoredWrite(sessionId, new StoreWrite.SaveRecord(record(in, sessionId, kind)), 0);
            case PERSISTED, PERSISTED_WITH_KEY -> {
                long wallClockMs = in.readLong();
                PersistedVersion version = persisted(in, sessionId, kind == PERSISTED_WITH_KEY);
                yield new StoredWrite(sessionId, new StoreWrite.SavePersisted(version), wallClockMs);
            }
            default -> throw new IOException("journal entry of unknown kind " + kind);
        };
    }

    /** A session record for SQLite. */
    static byte[] encode(SessionRecord record) {
        return encode(out -> {
            out.writeByte(RECORD_WITH_PARTS);
            record(out, record);
        });
    }

    /** The session record again. */
    static SessionRecord decodeRecord(String sessionId, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int kind = in.readByte();
        if (kind != RECORD && kind != RECORD_WITH_KEY && kind != RECORD_WITH_PARTS) {
            throw new IOException("session record of unknown kind " + kind);
        }
        return record(in, sessionId, kind);
    }

    private static void message(DataOutputStream out, LoggedMessage message) throws IOException {
        out.writeLong(message.timeMs());
        out.writeInt((int) message.seq());
        string(out, message.argsJson());
    }

    private static LoggedMessage message(DataInputStream in) throws IOException {
        return new LoggedMessage(in.readLong(), Integer.toUnsignedLong(in.readInt()), string(in));
    }

    private static void record(DataOutputStream out, SessionRecord record) throws IOException {
        string(out, record.name());
        string(out, record.appId());
        string(out, record.persistentId());
        string(out, record.codeHash());
        string(out, record.timeline());
        string(out, record.tove());
        out.writeDouble(record.tickMs());
        out.writeDouble(record.delayMs());
        strings(out, record.flags());
        out.writeLong(record.timeMs());
        out.writeInt((int) record.seq());
        out.writeInt((int) record.logStartSeq());
        pointer(out, record.snapshot());
        pointer(out, record.previous());
        out.writeBoolean(record.persistedUrl().isPresent());
        if (record.persistedUrl().isPresent()) {
            string(out, record.persistedUrl().get());
        }
        out.writeLong(record.lastPersistTimeMs());
        out.writeInt(record.completedTallies().size());
        for (CompletedTally tally : record.completedTallies()) {
            string(out, tally.tuttiKey());
            out.writeDouble(tally.sendTimeMs());
        }
        out.writeDouble(record.tallySentinelMs());
        string(out, record.memberKey());
    }

    private static SessionRecord record(DataInputStream in, String sessionId, int kind) throws IOException {
        return new SessionRecord(
                sessionId,
                string(in),
                string(in),
                string(in),
                string(in),
                string(in),
                string(in),
                in.readDouble(),
                in.readDouble(),
                strings(in),
                in.readLong(),
                Integer.toUnsignedLong(in.readInt()),
                Integer.toUnsignedLong(in.readInt()),
                pointer(in, kind),
                pointer(in, kind),
                in.readBoolean() ? Optional.of(string(in)) : Optional.empty(),
                in.readLong(),
                tallies(in),
                in.readDouble(),
                kind == RECORD ? "" : string(in));
    }

    private static void strings(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            string(out, text);
        }
    }

    private static List<String> strings(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            texts.add(string(in));
        }
        return texts;
    }

    private static List<CompletedTally> tallies(DataInputStream in) throws IOException {
        List<CompletedTally> tallies = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            tallies.add(new CompletedTally(string(in), in.readDouble()));
        }
        return tallies;
    }

    private static void pointer(DataOutputStream out, Optional<SnapshotPointer> pointer) throws IOException {
        out.writeBoolean(pointer.isPresent());
        if (pointer.isPresent()) {
            out.writeLong(pointer.get().timeMs());
            out.writeInt((int) pointer.get().seq());
            string(out, pointer.get().url());
            strings(out, pointer.get().files());
        }
    }

    private static Optional<SnapshotPointer> pointer(DataInputStream in, int kind) throws IOException {
        return in.readBoolean()
                ? Optional.of(new SnapshotPointer(
                        in.readLong(),
                        Integer.toUnsignedLong(in.readInt()),
                        string(in),
                        kind == RECORD_WITH_PARTS ? strings(in) : List.of()))
                : Optional.empty();
    }

    private static void persisted(DataOutputStream out, PersistedVersion version) throws IOException {
        string(out, version.appId());
        string(out, version.persistentId());
        out.writeLong(version.persistTimeMs());
        string(out, version.url());
        string(out, version.memberKey());
    }

    private static PersistedVersion persisted(DataInputStream in, String sessionId, boolean withKey)
            throws IOException {
        return new PersistedVersion(
                string(in), string(in), sessionId, in.readLong(), string(in), withKey ? string(in) : "");
    }

    private static void string(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(in.readNBytes(count(in)), StandardCharsets.UTF_8);
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IOException("stored length " + count + " where " + in.available() + " bytes are left");
        }
        return count;
    }

    private static byte[] encode(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try {
            body.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }
}
