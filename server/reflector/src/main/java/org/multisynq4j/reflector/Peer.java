package org.multisynq4j.reflector;

/**
 * One open connection, as the shell knows it. The state machine only compares peers by identity and hands them back in outputs, so the shell can use its own
 * socket object and needs no table. {@code toString} appears in notes.
 */
public interface Peer {}
