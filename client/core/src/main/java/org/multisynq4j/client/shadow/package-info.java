/**
 * A second replica of the same participant, off the session's thread: executes what the session executes, takes images of the state at polls, and stores them.
 *
 * <p>{@link org.multisynq4j.client.shadow.ShadowLink} is the session's end, {@link org.multisynq4j.client.shadow.Shadow} the other one; between them only
 * {@link org.multisynq4j.client.shadow.ShadowCommand commands} and {@link org.multisynq4j.client.shadow.ShadowEvent events} travel, as texts and bytes. Invariants:
 * the shadow never speaks to the reflector and decides nothing, it needs nothing of the session but what a {@code Plan} holds, and the session goes on as before
 * whatever becomes of it.
 */
package org.multisynq4j.client.shadow;
