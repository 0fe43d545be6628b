package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;

/** What any client ever saw under each sequence number: it must be the same for all, forever. */
final class SharedTruth {
    private final Map<Long, Message> seen = new LinkedHashMap<>();
    private Optional<String> timeline = Optional.empty();
    private long lastSeq = Sequence.START;
    private long lastTimeMs;

    void timeline(String now) {
        assertThat(timeline.orElse(now)).as("timeline").isEqualTo(now);
        timeline = Optional.of(now);
    }

    void saw(Message message) {
        Message before = seen.putIfAbsent(message.seq(), message);
        if (before != null) {
            assertThat(message).as("message under one number").isEqualTo(before);
            return;
        }
        assertThat(message.seq()).as("numbers have no gap").isEqualTo(Sequence.next(lastSeq));
        assertThat(message.timeMs()).as("times do not decrease").isGreaterThanOrEqualTo(lastTimeMs);
        lastSeq = message.seq();
        lastTimeMs = message.timeMs();
    }

    long lastSeq() {
        return lastSeq;
    }
}
