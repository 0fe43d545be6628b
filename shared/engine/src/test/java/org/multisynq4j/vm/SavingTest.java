package org.multisynq4j.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.ListCatalog;

/** Data for later versions of the program: when it is due, and who is told. */
class SavingTest {
    private final Replica replica = Replica.start(Recorder.class, new ListCatalog(Recorder.class, Child.class));

    @Test
    void persistenceIsSavedAtOnceThenThrottledAndOnlyWhenChanged() {
        replica.join(10, "ann")
                .join(20, "bob")
                .publish(1000, "ann", "room", "persist", null)
                .receive(1100, "bob", 1, new ParticipantMessage.Saved(1050, 1000))
                .publish(2000, "ann", "room", "say", "a")
                .publish(3000, "ann", "room", "persist", null)
                .publish(4000, "ann", "room", "persist", null)
                .runTo(26_500)
                .receive(27_000, "bob", 2, new ParticipantMessage.Saved(26_900, 26_000))
                .runTo(60_000)
                .publish(60_001, "ann", "room", "persist", null)
                .runTo(100_000);

        assertThat(replica.saved).containsExactly("1000.0 [\"notes\",3]", "26000.0 [\"notes\",4]");
    }

    @Test
    void whatNobodyToldToHaveStoredBecomesDueAgainInACopyFromASnapshotToo() {
        replica.join(10, "ann")
                .join(20, "bob")
                .publish(1000, "ann", "room", "persist", null)
                .runTo(2000);
        Replica copy = replica.copy().runTo(26_000);

        assertThat(replica.vm.saveDueSince()).hasValue(1000);
        assertThat(copy.saved).containsExactly("26000.0 [\"notes\",3]");
        assertThat(copy.vm.saveDueSince()).hasValue(26_000);
        assertThat(copy.vm.unsavedData()).contains("[\"notes\",3]");

        copy.receive(26_500, "bob", 1, new ParticipantMessage.Saved(26_400, 26_000))
                .runTo(100_000);
        assertThat(copy.saved).hasSize(1);
        assertThat(copy.vm.saveDueSince()).isEmpty();
        assertThat(copy.vm.unsavedData()).isEmpty();
    }

    @Test
    void aLateWordAboutAnEarlierAttemptCompletesNothing() {
        replica.join(10, "ann")
                .join(20, "bob")
                .publish(1000, "ann", "room", "persist", null)
                .runTo(26_000);

        replica.receive(26_001, "bob", 1, new ParticipantMessage.Saved(26_000, 1000));

        assertThat(replica.vm.saveDueSince()).hasValue(26_000);
    }

    @Test
    void dataLongerThanTheLimitIsNotSavedAndTheErrorNamesItsLargestPart() {
        for (int limit = 10; limit <= 12; limit++) {
            Replica limited = Replica.start(
                    new VmSettings(
                            "session-under-test",
                            Recorder.class,
                            JsonObject.EMPTY,
                            new ListCatalog(Recorder.class, Child.class),
                            CodecLimits.SNAPSHOT,
                            limit),
                    Optional.empty());
            limited.join(10, "ann").publish(1000, "ann", "room", "persist", null);
            // ["notes",2] has eleven bytes.
            assertThat(limited.saved).hasSize(limit < 11 ? 0 : 1);
            if (limit < 11) {
                assertThat(limited.errors.get(0).text()).contains("$[0]").contains("limit of 10");
            }
        }
    }

    /** Counts how often its data is collected, and asks for it while it is made, too. */
    static final class Collected extends Model {
        private static int collections;

        private String content = "as loaded";

        @Override
        protected void init(Options options, Persisted persisted) {
            persistSession(this::collect);
            subscribe("room", "change", this::change);
        }

        private void change(int length) {
            content = "x".repeat(length);
            for (int i = 0; i < 10; i++) {
                persistSession(this::collect);
            }
        }

        private String collect() {
            collections++;
            return content;
        }
    }

    @Test
    void dataIsCollectedWhenItIsDueAndNeverSavedWhileItIsLoaded() {
        Replica collecting = Replica.start(Collected.class, new ListCatalog(Collected.class));
        collecting.join(10, "ann").runTo(60_000);
        assertThat(collecting.saved).as("what was asked for during init").isEmpty();

        Collected.collections = 0;
        collecting.publish(61_000, "ann", "room", "change", 1).publish(62_000, "ann", "room", "change", 2);
        collecting.publish(63_000, "ann", "room", "change", 3).runTo(85_999);
        assertThat(collecting.saved).containsExactly("61000.0 \"x\"");
        assertThat(Collected.collections).as("thirty requests, one of them due").isEqualTo(1);

        collecting.runTo(86_000);
        assertThat(collecting.saved).containsExactly("61000.0 \"x\"", "86000.0 \"xxx\"");
        assertThat(Collected.collections).isEqualTo(2);
    }

    @Test
    void sixteenMegabytesAreSavedAndOneByteMoreIsNot() {
        int quotes = 2;
        for (int more = 0; more <= 1; more++) {
            Replica large = Replica.start(Collected.class, new ListCatalog(Collected.class));
            large.join(10, "ann").publish(1000, "ann", "room", "change", 16 * 1024 * 1024 - quotes + more);
            assertThat(large.saved).hasSize(1 - more);
            assertThat(large.errors).hasSize(more);
        }
    }
}
