package org.multisynq4j.reflector;

import java.util.List;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.reflector.store.StoreWrite;

/** Everything a session asks of its shell. The outputs of one turn are carried out in order. */
public sealed interface Output {
    /**
     * Send one text frame to these peers; peers that are gone meanwhile are skipped.
     *
     * @param to never empty; the same immutable list object is used again until membership changes
     * @param text built once for all of them
     * @param droppable true for a tick: skip every peer that still has unsent bytes
     */
    record Send(List<Peer> to, String text, boolean droppable) implements Output {}

    /** Close a connection after what was sent before. The session already ignores the peer; {@link Input.Disconnected} still follows. */
    record Close(Peer peer, CloseReason reason) implements Output {}

    /**
     * Hand a write to the store.
     *
     * @param index counts up by 1 from 1 over the life of the state machine; {@link Input.Written} acknowledges up to an index. Writes are pipelined: the next
     *     may come before the last is acknowledged, and must be stored in this order.
     */
    record Write(long index, StoreWrite write) implements Output {}

    /** Look the session up; only if its id is unknown, look up the newest persisted version of (appId, persistentId). Not emitted again before it was answered. */
    record Load(String sessionId, String appId, String persistentId) implements Output {}

    /**
     * Find out whether this file, and all its parts, are completely in the file store.
     *
     * @param path below {@code files}, e.g. {@code snapshots/abc/0000007232_4294967286-xyz.snap}
     * @param parts further paths
     */
    record CheckFile(String path, List<String> parts) implements Output {
        public CheckFile {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Call {@link Input.Timer} at this time; replaces the wake-up asked for before.
     *
     * @param nowMs on the same clock as the {@code nowMs} of {@link ReflectedSession#handle}; infinity means never
     */
    record WakeAt(double nowMs) implements Output {}

    /** The session has nothing left to do and nobody connected: forget this state machine. The next connection starts a new one, which loads what was written. */
    record Unload() implements Output {}

    /** A line for the server's log. {@code text} may contain what a client sent, bounded in length and without control characters. */
    record Note(Level level, String text) implements Output {}

    /** How much a {@link Note} matters. */
    enum Level {
        DEBUG,
        INFO,
        WARN
    }
}
