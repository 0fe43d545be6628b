package org.multisynq4j.reflector.store;

/**
 * One version of the data a model persisted, found by (appId, persistentId) when a session id was never seen. The store adds the wall-clock time and keeps the
 * last few versions.
 *
 * @param sessionId the session that saved it
 * @param persistTimeMs teatime in that session
 * @param url path below {@code files}, or an absolute URL where foreign files are allowed
 * @param memberKey that session's member key, so that of everybody who took part in it; empty if it was open to all
 */
public record PersistedVersion(
        String appId, String persistentId, String sessionId, long persistTimeMs, String url, String memberKey) {
    /** A version saved by a session that is open to all. */
    public PersistedVersion(String appId, String persistentId, String sessionId, long persistTimeMs, String url) {
        this(appId, persistentId, sessionId, persistTimeMs, url, "");
    }
}
