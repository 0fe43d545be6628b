package org.multisynq4j.client.port;

import org.multisynq4j.client.Promise;
import org.multisynq4j.crypto.SessionKeys;

/** Makes a session's keys of its password: up to seconds of work if a person made the password up, so where possible not on the session's thread. */
@FunctionalInterface
public interface KeyDerivation {
    /** On the calling thread. */
    KeyDerivation HERE = (password, appId, name) -> Promise.of(SessionKeys.derive(password, appId, name));

    /**
     * As {@link SessionKeys#derive}; settles on the session's thread.
     *
     * @throws IllegalArgumentException if the password cannot be one
     */
    Promise<SessionKeys> derive(String password, String appId, String name);
}
