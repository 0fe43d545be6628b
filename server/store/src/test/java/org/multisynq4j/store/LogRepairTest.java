package org.multisynq4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multisynq4j.store.Samples.FIRST_SEQ;
import static org.multisynq4j.store.Samples.message;
import static org.multisynq4j.store.Samples.pointer;
import static org.multisynq4j.store.Samples.record;
import static org.multisynq4j.store.Samples.seq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.multisynq4j.reflector.store.LoggedMessage;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.StoredSession;

final class LogRepairTest {
    @Test
    void keepsAWholeLogAcrossTheWrapInWhateverOrderItIsFound() {
        List<LoggedMessage> shuffled = new ArrayList<>(messages(1, 40));
        Collections.shuffle(shuffled, new Random(1));

        StoredSession session = LogRepair.repair(record("s", seq(5), FIRST_SEQ), shuffled, true);

        assertThat(session.log()).isEqualTo(messages(1, 40));
        assertThat(session.tailCertain()).isTrue();
    }

    @Test
    void cutsAtAHoleAndSaysThatTheTailIsUncertain() {
        List<LoggedMessage> holed = new ArrayList<>(messages(1, 20));
        holed.remove(9);

        StoredSession session = LogRepair.repair(record("s", seq(3), FIRST_SEQ), holed, true);

        assertThat(session.log()).isEqualTo(messages(1, 9));
        assertThat(session.tailCertain()).isFalse();
        assertThat(session.record().seq()).isEqualTo(seq(9));
    }

    @Test
    void goesBackWhenTheRecordKnowsOfMessagesThatAreMissing() {
        StoredSession session = LogRepair.repair(record("s", seq(20), FIRST_SEQ), messages(1, 18), true);

        assertThat(session.record().seq()).isEqualTo(seq(18));
        assertThat(session.tailCertain()).isFalse();
    }

    @Test
    void givesUpTheOlderSnapshotWhenTheHoleLiesBetweenTheTwo() {
        List<LoggedMessage> holed = new ArrayList<>(messages(1, 30));
        holed.remove(4);
        SessionRecord record =
                record("s", seq(30), FIRST_SEQ, Optional.of(pointer(seq(20))), Optional.of(pointer(FIRST_SEQ)));

        StoredSession session = LogRepair.repair(record, holed, true);

        assertThat(session.log()).isEqualTo(messages(21, 30));
        assertThat(session.record().previous()).isEmpty();
        assertThat(session.record().logStartSeq()).isEqualTo(seq(20));
        assertThat(session.tailCertain()).isTrue();
    }

    private static List<LoggedMessage> messages(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Samples::message).toList();
    }

    @Test
    void ignoresMessagesOlderThanTheLogsStart() {
        StoredSession session = LogRepair.repair(record("s", seq(8), seq(5)), messages(1, 8), true);

        assertThat(session.log()).containsExactly(message(6), message(7), message(8));
    }
}
