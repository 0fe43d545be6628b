package org.multisynq4j.client.port;

import java.util.Optional;

/** Other threads of this program, each with a platform of its own and nothing shared: a page's web workers, threads on the JVM. */
@FunctionalInterface
public interface Workers {
    /** An environment with one thread. */
    Workers NONE = listener -> Optional.empty();

    /**
     * Starts a worker that runs a {@code Shadow} of this program.
     *
     * @param listener told what the worker says
     * @return the way to it, usable at once; empty where there are none. A worker that turns out not to start is told as {@link Channel.Listener#closed}
     */
    Optional<Channel> start(Channel.Listener listener);
}
