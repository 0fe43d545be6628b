package org.multisynq4j.server.socket;

import java.util.function.Consumer;
import org.multisynq4j.reflector.Output;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionStore;

/** What sessions need of the server around them. */
interface Shell {
    /** Where sessions live. */
    SessionStore store();

    /** A session is about to store a persisted version. */
    void saving(PersistedVersion version);

    /** Finds out whether a file and its parts are in the file store; answers on any thread. */
    void checkFiles(Output.CheckFile check, Consumer<Boolean> answer);

    /** Drops the connection if it is still there after the grace period. */
    void abortLater(SocketPeer peer);
}
