package org.multisynq4j.reflector;

/**
 * A session as the operator sees it.
 *
 * @param name as the first joiner told it; empty while nobody joined
 * @param connections open connections, joined or not
 * @param active participants
 * @param messages in the log since the newest snapshot
 * @param logChars characters of these messages
 */
public record SessionStatus(String sessionId, String name, int connections, int active, int messages, long logChars) {}
