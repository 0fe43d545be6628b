package org.multisynq4j.client.control;

import org.multisynq4j.client.Debug;

/**
 * Who the session is.
 *
 * @param appId as given
 * @param name as given; stays here, the server sees only hashes of it
 * @param persistentId the same for all versions of the code
 * @param sessionId of this version of the code
 * @param codeHash of the model's code
 */
public record SessionNames(String appId, String name, String persistentId, String sessionId, String codeHash) {
    void describe(SessionLog log) {
        log.debug(Debug.SESSION, "session \"" + appId + "/" + name + "\":");
        log.debug(Debug.SESSION, "  sessionId: " + sessionId);
        log.debug(Debug.SESSION, "  persistentId: " + persistentId);
        log.debug(Debug.SESSION, "  codeHash: " + codeHash);
    }
}
