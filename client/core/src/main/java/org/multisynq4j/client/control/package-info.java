/**
 * What keeps one participant in step with its session, in small parts: the link to the reflector, synchronisation, simulation, sending, snapshots, persistence.
 *
 * <p>Single-threaded: every call and callback is on the session's thread. Knows nothing of views beyond {@link org.multisynq4j.client.control.ControllerListener}.
 * For {@link org.multisynq4j.client.Session} only; programs use that.
 */
package org.multisynq4j.client.control;
