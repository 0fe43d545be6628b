/**
 * Taking part in a session: {@link org.multisynq4j.client.Join} says which and how, {@link org.multisynq4j.client.Session} is one participant in it, {@link
 * org.multisynq4j.client.View} is what one person sees.
 *
 * <p>The same on every platform; what a platform must provide is in {@code port}. Everything here is single-threaded: it is called, and calls back, on the
 * session's one thread. No sockets, files, threads or browser objects.
 */
package org.multisynq4j.client;
