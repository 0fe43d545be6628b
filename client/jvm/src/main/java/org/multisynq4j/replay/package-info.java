/**
 * Recorded sessions run again: at full speed, on the caller's thread, without a server, every recorded hash compared. For unit tests and for the {@code replay}
 * and {@code inspect} commands.
 *
 * <p>A recording is hostile input like everything from outside: it is bounded and checked, and can at most fail. Knows the client core and the scan; opens no
 * sockets, and no files but the recording it is asked to read.
 */
package org.multisynq4j.replay;
