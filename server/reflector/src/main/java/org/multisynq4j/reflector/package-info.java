/**
 * The server's part of a session as a pure state machine: {@code Input -> Output}s, one {@link org.multisynq4j.reflector.ReflectedSession} per session id.
 *
 * <p>Invariants: sequence numbers have no gap within a timeline; times never decrease; nothing is broadcast before the store has acknowledged it; nothing one
 * client sends can disturb another.
 *
 * <p>Must not know: sockets, threads, files, wall clocks, random sources. A shell (the server, or {@code Loopback} in tests) carries inputs in and outputs out.
 */
package org.multisynq4j.reflector;
