package org.multisynq4j.reflector.store;

import java.util.List;

/**
 * A session as a store gives it back.
 *
 * @param record the last one written
 * @param log the messages after {@code record.logStartSeq()}, without gap, in order (older ones do no harm)
 * @param tailCertain false if acknowledged messages may be missing at the end (power was lost and the last group was not yet on the disk). The session then
 *     gets a new timeline, so that clients which saw more than the store has do not continue seamlessly with other messages under the same numbers.
 */
public record StoredSession(SessionRecord record, List<LoggedMessage> log, boolean tailCertain) {
    public StoredSession {
        log = List.copyOf(log);
    }
}
