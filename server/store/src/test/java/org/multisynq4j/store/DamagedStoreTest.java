package org.multisynq4j.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multisynq4j.store.Samples.FIRST_SEQ;
import static org.multisynq4j.store.Samples.append;
import static org.multisynq4j.store.Samples.load;
import static org.multisynq4j.store.Samples.message;
import static org.multisynq4j.store.Samples.record;
import static org.multisynq4j.store.Samples.seq;
import static org.multisynq4j.store.Samples.start;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.reflector.store.StoreWrite;
import org.multisynq4j.reflector.store.StoredSession;

/** Disks that are full, fail or rot, and machines that go down, cost what was not acknowledged, and are reported. */
final class DamagedStoreTest extends CrashingDiskTest {
    @Test
    void survivesEveryCutOfTheJournal() throws Exception {
        EmbeddedStore store = disk.open();
        start(store, "s", 4).awaitWritten(5);
        byte[] whole = disk.segments().content(1);
        int previous = 0;
        for (int length = 0; length <= whole.length; length += 7) {
            EmbeddedStore reopened = disk.openWithSegment(Arrays.copyOf(whole, length));

            int found = load(reopened, "s")
                    .stored()
                    .map(session -> session.log().size() + 1)
                    .orElse(0);
            assertThat(found).as("cut at %d", length).isBetween(previous, 5);
            assertThat(reopened.damages()).allMatch(damage -> damage.atTail());
            previous = found;
            reopened.close();
        }
        assertThat(previous).isGreaterThanOrEqualTo(4);
    }

    @Test
    void keepsTheReadableRestAndTheFileWhenTheJournalRots() throws Exception {
        EmbeddedStore store = disk.open();
        start(store, "a", 10).awaitWritten(11);
        start(store, "b", 10).awaitWritten(11);
        byte[] rotten = disk.segments().content(1);
        rotten[rotten.length / 4] ^= 1; // somewhere among the messages of a
        disk.rot(1, rotten);

        EmbeddedStore reopened = disk.reopenAfterKill();

        assertThat(reopened.damages()).singleElement().matches(damage -> !damage.atTail());
        assertThat(disk.segments().kept()).containsExactly(1L);
        StoredSession a = load(reopened, "a").stored().orElseThrow();
        assertThat(a.log().size()).isLessThan(10);
        assertThat(a.tailCertain()).isFalse();
        assertThat(load(reopened, "b").stored().orElseThrow().log()).hasSize(10);
    }

    @Test
    void doubtsTheTailOnlyWhenTheMachineWentDownToo() throws Exception {
        EmbeddedStore store = disk.open();
        start(store, "s", 3).awaitWritten(4);

        EmbeddedStore sameBoot = disk.reopenAfterKill();
        assertThat(load(sameBoot, "s").stored().orElseThrow().tailCertain()).isTrue();
        EmbeddedStore otherBoot =
                disk.reopenAfterCrash("another boot", StoreOptions.DEFAULTS.withDurability(Durability.SYNC));
        assertThat(load(otherBoot, "s").stored().orElseThrow().tailCertain()).isFalse();
        RecordingListener listener = new RecordingListener();
        otherBoot.write("s", 1, new StoreWrite.SaveRecord(record("s", seq(3), FIRST_SEQ)), listener);
        listener.awaitWritten(1);
        EmbeddedStore afterSync = disk.reopenAfterCrash("a third boot", StoreOptions.DEFAULTS);
        assertThat(load(afterSync, "s").stored().orElseThrow().tailCertain()).isTrue();
    }

    @Test
    void reportsAFullDiskAndGoesOnWhenThereIsSpace() throws Exception {
        EmbeddedStore store = disk.open();
        RecordingListener listener = start(store, "s", 2);
        listener.awaitWritten(3);
        disk.segments().freeBytes(20);
        store.write("s", 4, append(3), listener);
        assertThat(listener.problem()).contains("No space left");
        assertThat(store.problem()).isPresent();
        disk.segments().freeBytes(Long.MAX_VALUE);
        store.write("s", 5, append(4), listener); // behind the failure: must not be stored

        RecordingListener again = new RecordingListener();
        store.load("s", "", "", again);
        assertThat(again.answer().stored().orElseThrow().log()).containsExactly(message(1), message(2));
        store.write("s", 1, append(3), again);
        again.awaitWritten(1);

        assertThat(listener.written()).doesNotContain(4L, 5L);
        assertThat(store.problem()).isEmpty();
        assertThat(load(disk.reopenAfterKill(), "s").stored().orElseThrow().log())
                .containsExactly(message(1), message(2), message(3));
    }

    @Test
    void lookingAtARecordDoesNotBringAFailedSessionBack() throws Exception {
        EmbeddedStore store = disk.open();
        RecordingListener listener = start(store, "s", 2);
        listener.awaitWritten(3);
        disk.segments().freeBytes(20);
        store.write("s", 4, append(3), listener);
        assertThat(listener.problem()).contains("No space left");
        disk.segments().freeBytes(Long.MAX_VALUE);

        assertThat(store.record("s")).isPresent();
        store.write("s", 5, append(4), listener);

        assertThat(load(store, "s").stored().orElseThrow().log()).hasSize(2);
    }

    @Test
    void acknowledgesNothingThatASyncDiskDidNotForce() throws Exception {
        EmbeddedStore store = disk.open(StoreOptions.DEFAULTS.withDurability(Durability.SYNC));
        start(store, "s", 1).awaitWritten(2);
        disk.segments().forceFails(true);
        RecordingListener listener = new RecordingListener();
        store.write("s", 3, append(2), listener);
        assertThat(listener.problem()).contains("Input/output error");
        disk.segments().forceFails(false);

        assertThat(load(store, "s").stored().orElseThrow().log()).containsExactly(message(1));
        assertThat(load(disk.reopenAfterKill(), "s").stored().orElseThrow().log())
                .containsExactly(message(1));
    }

    @Test
    void putsSessionsIntoCheckpointsWhenTheGroupedForceFails() throws Exception {
        EmbeddedStore store = disk.open(new StoreOptions(Durability.GROUP, 1, 1 << 20, 10));
        disk.segments().forceFails(true);
        RecordingListener listener = start(store, "s", 1);
        int n = 1;
        while (disk.segments().list().equals(List.of(1L))) { // each write gives the writer the chance to rotate
            n++;
            store.write("s", n + 1, append(n), listener);
            listener.awaitWritten(n + 1);
        }
        disk.segments().forceFails(false);

        assertThat(load(store, "s").stored().orElseThrow().log()).hasSize(n);
    }
}
