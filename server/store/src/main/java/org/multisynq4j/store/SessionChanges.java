package org.multisynq4j.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.SessionRecord;

/** What happened to one session since a checkpoint: its newest record and the messages added that are still needed. */
final class SessionChanges {
    private Optional<SessionRecord> record = Optional.empty();
    private List<LoggedMessage> appended = new ArrayList<>();

    void append(LoggedMessage message) {
        appended.add(message);
    }

    void save(SessionRecord newest) {
        record = Optional.of(newest);
        if (!appended.isEmpty() && !SequenceNumbers.isAfter(appended.get(0).seq(), newest.logStartSeq())) {
            appended = new ArrayList<>(appended.stream()
                    .filter(message -> SequenceNumbers.isAfter(message.seq(), newest.logStartSeq()))
                    .toList());
        }
    }

    Optional<SessionRecord> record() {
        return record;
    }

    List<LoggedMessage> appended() {
        return appended;
    }
}
