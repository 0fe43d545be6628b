/**
 * What a session keeps in a store, and the port every store (in memory, embedded, clustered) implements.
 *
 * <p>Values only: no encoding, no files. Sequence numbers are unsigned 32-bit numbers held in a {@code long}; times are teatime in whole milliseconds.
 */
package org.multisynq4j.reflector.store;
