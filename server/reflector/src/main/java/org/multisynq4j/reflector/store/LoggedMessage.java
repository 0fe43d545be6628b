package org.multisynq4j.reflector.store;

/**
 * One message of a session's log.
 *
 * @param timeMs teatime, never less than that of the message before
 * @param seq unsigned 32 bit; one more than that of the message before, 0 after 4294967295
 * @param argsJson exactly the {@code args} array broadcast in RECV and repeated in SYNC, time and seq included
 */
public record LoggedMessage(long timeMs, long seq, String argsJson) {}
