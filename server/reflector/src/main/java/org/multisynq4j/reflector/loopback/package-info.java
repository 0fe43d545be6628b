/**
 * A reflector without a server: many sessions in one thread, with the caller's clock and store. For simulations, and for a program that runs without a network.
 *
 * <p>Must not know sockets or client classes: whoever uses it puts its own transport, with its own latency and losses, in front.
 */
package org.multisynq4j.reflector.loopback;
