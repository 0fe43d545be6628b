package org.multisynq4j.reflector;

import java.util.Optional;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.StoredSession;

/** Everything that can happen to a session on the reflector. */
public sealed interface Input {
    /**
     * A connection to this session was opened.
     *
     * @param baseUrl scheme and authority, and the path a proxy may have put before ours, by which this client reaches the server, e.g. {@code http://box.local:8080}, no trailing slash; empty if unknown.
     *     URLs of files are made absolute with it, because the npm clients may be on a page of another host.
     */
    record Connected(Peer peer, String baseUrl) implements Input {}

    /** A text frame came from a connected peer. The shell has already refused frames longer than the limit. */
    record Received(Peer peer, String text) implements Input {}

    /** A pong, or any other sign of life that is no text frame, came from a connected peer. */
    record Alive(Peer peer) implements Input {}

    /**
     * A connection is gone. Reported exactly once per {@link Connected}, also after {@link Output.Close}.
     *
     * @param code WebSocket close code the client sent, 1005 if none, 1006 if the connection was lost
     */
    record Disconnected(Peer peer, int code) implements Input {}

    /**
     * The answer to {@link Output.Load}.
     *
     * @param stored the session as stored, if the store knows the session id
     * @param persisted the newest persisted version, looked up only if the session id is unknown
     */
    record Loaded(Optional<StoredSession> stored, Optional<PersistedVersion> persisted) implements Input {}

    /** All {@link Output.Write}s up to and including this index are safe. Acknowledgements never go back. */
    record Written(long upToIndex) implements Input {}

    /**
     * The store could not load or write. Nothing unacknowledged will be acknowledged any more: everybody is asked to reconnect and the session is unloaded, so
     * that the next connection starts from what the store really has.
     */
    record StoreFailed(String problem) implements Input {}

    /** The answer to {@link Output.CheckFile}: whether the file and all its parts are there. */
    record FileChecked(String path, boolean exists) implements Input {}

    /** The time asked for by the latest {@link Output.WakeAt} has come. A wake-up that comes too early or twice does no harm. */
    record Timer() implements Input {}

    /** The server is about to stop: the record is saved, everybody is asked to reconnect, then {@link Output.Unload} follows. */
    record Drain() implements Input {}
}
