package org.multisynq4j.client.control;

/**
 * Who the session is.
 *
 * @param appId as given
 * @param name as given; stays here, the server sees only hashes of it
 * @param persistentId the same for all versions of the code
 * @param sessionId of this version of the code
 * @param codeHash of the model's code
 */
public record SessionNames(String appId, String name, String persistentId, String sessionId, String codeHash) {}
