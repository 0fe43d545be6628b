/**
 * The shell around the reflector's state machines: sockets in, frames out.
 *
 * <p>Every session belongs to one shard, a single thread; whatever sockets, the store and the disk have to tell is queued
 * there. What one turn of a shard produces is collected per socket and written at the end of the turn: that decides the
 * speed. Only {@code Jetty*} classes know Jetty; the rest sees a {@link org.multisynq4j.server.socket.Wire}.
 */
package org.multisynq4j.server.socket;
