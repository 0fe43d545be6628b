/**
 * The client's ports on the JVM: sockets and files over {@code java.net.http}, time on one thread of its own, strong randomness, gzip, a log.
 *
 * <p>Invariant: whatever the network, a timer or a helper thread reports reaches the core on the {@link org.multisynq4j.client.jvm.SessionThread}, in order.
 * Nothing here knows what a model or a message is.
 */
package org.multisynq4j.client.jvm;
