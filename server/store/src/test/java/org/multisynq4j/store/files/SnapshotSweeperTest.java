package org.multisynq4j.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.multisynq4j.store.files.SnapshotSweeper.FULL_SWEEP_EVERY_MS;
import static org.multisynq4j.store.files.SnapshotSweeper.PART_GRACE_MS;
import static org.multisynq4j.store.files.SnapshotSweeper.SNAPSHOT_GRACE_MS;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SnapshotSweeperTest {
    private static final String SHARED = part("s", 'a');
    private static final String OLD = part("s", 'b');
    private static final String NEW = part("s", 'c');

    @TempDir
    Path root;

    private final Map<String, Set<String>> needs = new HashMap<>();
    private BlobStore files;
    private SnapshotSweeper sweeper;
    private long nowMs;
    private boolean unknown;

    @BeforeEach
    void start() throws IOException {
        files = new BlobStore(root, 100, 1000);
        sweeper = new SnapshotSweeper(files, this::needs, () -> nowMs);
    }

    private Set<String> needs(String sessionId) throws IOException {
        if (unknown) {
            throw new IOException("the disk is tired");
        }
        return needs.getOrDefault(sessionId, Set.of());
    }

    private static String part(String session, char id) {
        return "snapshots/" + session + "/parts/" + String.valueOf(id).repeat(43);
    }

    private static FilePath path(String text) {
        return FilePath.parse(text).orElseThrow();
    }

    private void upload(String... names) throws IOException {
        for (String name : names) {
            sweeper.touch(path(name));
            files.put(path(name), new ByteArrayInputStream(new byte[10]));
        }
    }

    private void sweepAfter(long ms) throws InterruptedException {
        nowMs += ms;
        sweeper.sweep();
    }

    private boolean has(String name) {
        return files.find(path(name)).isPresent();
    }

    @Test
    void whatTheSessionNeedsStaysForEver() throws Exception {
        upload("snapshots/s/1.snap", SHARED);
        needs.put("s", Set.of("snapshots/s/1.snap", SHARED));
        for (int i = 0; i < 10; i++) {
            sweepAfter(FULL_SWEEP_EVERY_MS);
        }
        assertThat(has("snapshots/s/1.snap")).isTrue();
        assertThat(has(SHARED)).isTrue();
    }

    @Test
    void whatNoSnapshotNeedsGoesAfterTheGracePeriodAndNotBefore() throws Exception {
        upload("snapshots/s/1.snap", OLD, SHARED, NEW);
        needs.put("s", Set.of(SHARED, NEW));
        sweepAfter(1);
        sweepAfter(SNAPSHOT_GRACE_MS - 1);
        assertThat(has("snapshots/s/1.snap")).isTrue();
        sweepAfter(1);
        assertThat(has("snapshots/s/1.snap")).as("the list of parts goes first").isFalse();
        assertThat(has(OLD)).isTrue();
        sweepAfter(PART_GRACE_MS - SNAPSHOT_GRACE_MS - 1);
        assertThat(has(OLD)).isTrue();
        sweepAfter(1);
        assertThat(has(OLD)).isFalse();
        assertThat(has(SHARED)).isTrue();
        assertThat(has(NEW)).isTrue();
    }

    @Test
    void partsThatNobodyAnnouncedGoToo() throws Exception {
        upload(NEW);
        sweepAfter(0);
        sweepAfter(PART_GRACE_MS);
        assertThat(has(NEW)).isFalse();
    }

    @Test
    void anUploadInTheWaitingTimeBeginsItAnew() throws Exception {
        upload(OLD);
        sweepAfter(0);
        nowMs += PART_GRACE_MS;
        upload(OLD);
        sweeper.sweep();
        assertThat(has(OLD)).isTrue();
        sweepAfter(PART_GRACE_MS - 1);
        assertThat(has(OLD)).isTrue();
        sweepAfter(1);
        assertThat(has(OLD)).isFalse();
    }

    /** The check of a snapshot's files and the moment the session names them lie apart; a sweep may fall between. */
    @Test
    void aSnapshotAnnouncedWhileTheSweepLooksLosesNothing() throws Exception {
        upload(OLD);
        sweepAfter(0);
        nowMs += PART_GRACE_MS;
        BlobStore store = files;
        SnapshotSweeper[] racing = new SnapshotSweeper[1];
        boolean[] race = {false};
        racing[0] = new SnapshotSweeper(
                store,
                session -> {
                    if (race[0]) {
                        // Announced now: the files are looked for, and the session's record follows a moment later.
                        racing[0].touch(path(OLD));
                    }
                    return Set.of();
                },
                () -> nowMs);
        racing[0].sweep();
        race[0] = true;
        nowMs += PART_GRACE_MS;
        racing[0].sweep();
        assertThat(has(OLD)).isTrue();
    }

    @Test
    void whatBecomesNeededAgainIsForgottenToHaveWaited() throws Exception {
        upload(OLD);
        sweepAfter(0);
        needs.put("s", Set.of(OLD));
        sweepAfter(PART_GRACE_MS);
        needs.put("s", Set.of());
        sweeper.touch(path(OLD));
        sweepAfter(0);
        sweepAfter(PART_GRACE_MS - 1);
        assertThat(has(OLD)).isTrue();
    }

    @Test
    void afterARestartTheWaitBeginsAnewAndWhatIsLeftIsFound() throws Exception {
        upload(OLD);
        sweepAfter(0);
        sweepAfter(PART_GRACE_MS - 1);
        start();
        sweepAfter(1);
        assertThat(has(OLD)).isTrue();
        sweepAfter(PART_GRACE_MS);
        assertThat(has(OLD)).isFalse();
    }

    @Test
    void ifTheRecordCannotBeReadNothingIsDeleted() throws Exception {
        upload(OLD);
        sweepAfter(0);
        unknown = true;
        sweepAfter(10 * PART_GRACE_MS);
        assertThat(has(OLD)).isTrue();
        unknown = false;
        sweepAfter(0);
        assertThat(has(OLD)).isFalse();
    }

    @Test
    void whatOneSessionNamesDeletesAndKeepsNothingOfAnother() throws Exception {
        String theirs = part("t", 'a');
        upload(theirs, "snapshots/t/1.snap");
        upload(OLD);
        needs.put("t", Set.of(theirs, "snapshots/t/1.snap"));
        needs.put("s", Set.of(theirs, "snapshots/t/1.snap"));
        sweepAfter(0);
        sweepAfter(PART_GRACE_MS);
        assertThat(has(theirs)).isTrue();
        assertThat(has("snapshots/t/1.snap")).isTrue();
        assertThat(has(OLD)).isFalse();
        needs.put("t", Set.of());
        sweeper.touch(path(theirs));
        sweepAfter(0);
        sweepAfter(PART_GRACE_MS);
        assertThat(has(theirs)).as("another session's word does not keep it").isFalse();
    }

    @Test
    void otherFilesAreNeverLookedAt() throws Exception {
        String[] others = {
            "snapshots/s/note", "snapshots/s/parts/short", "snapshots/s/x/1.snap", "apps/a/p/save/v", "snapshots/1.snap"
        };
        upload(others);
        sweepAfter(0);
        sweepAfter(10 * PART_GRACE_MS);
        for (String other : others) {
            assertThat(has(other)).as(other).isTrue();
        }
    }

    @Test
    void deletedBytesAreFreeAgain() throws Exception {
        BlobStore small = new BlobStore(root, 100, 10);
        files = small;
        sweeper = new SnapshotSweeper(small, this::needs, () -> nowMs);
        upload(OLD);
        assertThat(small.put(path(NEW), new ByteArrayInputStream(new byte[10]))).isEqualTo(UploadResult.OVER_QUOTA);
        sweepAfter(0);
        sweepAfter(PART_GRACE_MS);
        assertThat(small.put(path(NEW), new ByteArrayInputStream(new byte[10]))).isEqualTo(UploadResult.CREATED);
    }

    @Test
    void aPartIsStoredOnceWhateverItsCompression() throws Exception {
        upload(OLD);
        assertThat(files.put(path(OLD), new ByteArrayInputStream(new byte[7]))).isEqualTo(UploadResult.UNCHANGED);
        assertThat(files.find(path(OLD)).orElseThrow().toFile().length()).isEqualTo(10);
    }
}
