/**
 * What the reflector must not lose: event logs, session records, pointers to snapshots and persistent data, and the
 * files participants uploaded.
 *
 * <p>{@link org.multisynq4j.store.EmbeddedStore} keeps one data directory: events go to a journal first, checkpoints of
 * the sessions to SQLite later; {@link org.multisynq4j.store.SharedMemoryStore} keeps nothing. Both answer through the
 * reflector's port, in order and on the executor the caller gave. The package knows files and threads, but no sockets
 * and no rule of the protocol.
 */
package org.multisynq4j.store;
