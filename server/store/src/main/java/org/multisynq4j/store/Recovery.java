package org.multisynq4j.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.store.journal.Damage;
import org.multisynq4j.store.journal.SegmentFiles;
import org.multisynq4j.store.journal.SegmentReader;

/** Brings the checkpoints up to date with the journal a previous run left, then removes that journal. */
final class Recovery {
    private final SegmentFiles segments;
    private final Checkpoints checkpoints;
    private final List<Damage> damages = new ArrayList<>();
    private long newest;

    Recovery(SegmentFiles segments, Checkpoints checkpoints) {
        this.segments = segments;
        this.checkpoints = checkpoints;
    }

    /** Runs it; returns what could not be read. Interrupted at any point, it can be run again. */
    List<Damage> run(boolean endMayBeMissing) throws IOException, SQLException {
        long applied = checkpoints.appliedSegment();
        newest = applied;
        for (long segment : segments.list()) {
            List<Damage> found = List.of();
            if (segment > applied) {
                Changes changes = new Changes();
                found = SegmentReader.read(segments, segment, bytes -> add(changes, segment, bytes));
                checkpoints.apply(changes, segment);
                damages.addAll(found);
            }
            newest = Math.max(newest, segment);
            if (found.stream().anyMatch(damage -> !damage.atTail())) {
                segments.setAside(segment);
            }
        }
        if (endMayBeMissing || damages.stream().anyMatch(damage -> !damage.atTail())) {
            checkpoints.doubtEveryTail();
        }
        checkpoints.flush();
        for (long segment : segments.list()) {
            segments.delete(segment);
        }
        return damages;
    }

    /** Number of the newest segment there was; the next one must be higher. */
    long newestSegment() {
        return newest;
    }

    private void add(Changes changes, long segment, byte[] bytes) {
        try {
            changes.add(StoreCodec.decode(bytes));
        } catch (IOException | RuntimeException e) {
            // The checksum was right, so a different version wrote it or the bytes are not ours: say so and keep the
            // file.
            damages.add(new Damage(segments.nameOf(segment) + " (" + e.getMessage() + ")", 0, bytes.length, false));
        }
    }
}
