package org.multisynq4j.store;

import org.multisynq4j.reflector.store.StoreWrite;

/**
 * One entry of the journal.
 *
 * @param sessionId whose stream it belongs to
 * @param write what to store
 * @param wallClockMs when it was handed over, milliseconds since 1970; kept for persisted versions
 */
record StoredWrite(String sessionId, StoreWrite write, long wallClockMs) {}
