/**
 * What a session needs from the outside: sockets, files, time, randomness, compression, frames, a console, a second thread.
 *
 * <p>Every call and every callback happens on the session's one thread (the page's event loop, an executor on the JVM, the simulator's loop). Nothing here may
 * know what a model or a message is.
 */
package org.multisynq4j.client.port;
