package org.multisynq4j.client.shadow;

import java.util.Optional;
import java.util.function.Consumer;
import org.multisynq4j.client.control.Image;
import org.multisynq4j.client.control.ImageId;
import org.multisynq4j.client.control.SnapshotBase;
import org.multisynq4j.client.control.SnapshotFiles;
import org.multisynq4j.client.control.StoredSnapshot;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.protocol.Sequence;

/** What becomes of images: the newest one is kept until the session decides, which may be before it is taken. */
final class Images {
    private final Clock clock;
    private final SnapshotFiles files;
    private final Consumer<ShadowEvent> session;
    private Optional<Image> kept = Optional.empty();
    private Optional<ImageId> wanted = Optional.empty();
    private Optional<ImageId> forgotten = Optional.empty();
    private Optional<SnapshotBase> base = Optional.empty();
    private int expectedBytes;
    private int uploads;
    private Clock.Timer nextSign = () -> {};

    Images(Clock clock, SnapshotFiles files, Consumer<ShadowEvent> session) {
        this.clock = clock;
        this.files = files;
        this.session = session;
    }

    /** A snapshot that the next one may share parts with. */
    void base(SnapshotBase newest) {
        base = Optional.of(newest);
        expectedBytes = newest.image().length;
    }

    /** How long the next image may become, as far as one can tell. */
    int expectedBytes() {
        return expectedBytes;
    }

    /** Whether an image at this message would be taken for nothing. */
    boolean isForgotten(long seq) {
        return forgotten.filter(id -> !Sequence.after(seq, id.seq())).isPresent();
    }

    /** An image was taken. One before it that nobody decided about, because its votes were lost, is dropped. */
    void add(Image image) {
        expectedBytes = image.bytes().length;
        if (isForgotten(image.id().seq())) {
            return;
        }
        if (wanted.filter(image.id()::equals).isPresent()) {
            store(image);
        } else {
            kept = Optional.of(image);
        }
    }

    void store(ImageId id) {
        wanted = Optional.of(id);
        take(id).ifPresent(this::store);
    }

    void forget(ImageId id) {
        forgotten = Optional.of(id);
        kept = kept.filter(image -> !isForgotten(image.id().seq()));
    }

    private Optional<Image> take(ImageId id) {
        Optional<Image> found = kept.filter(image -> image.id().equals(id));
        if (found.isPresent()) {
            kept = Optional.empty();
        }
        return found;
    }

    private void store(Image image) {
        wanted = Optional.empty();
        double began = clock.nowMs();
        uploads++;
        if (uploads == 1) {
            signs();
        }
        files.store(image.bytes(), image.metadata(), base)
                .then(
                        stored -> stored(image.id(), stored, clock.nowMs() - began),
                        error -> notStored(image.id(), error));
    }

    /** An upload may take long while nothing else happens. */
    private void signs() {
        nextSign.cancel();
        nextSign = clock.schedule(Shadow.SIGN_OF_LIFE_MS, () -> {
            if (uploads > 0) {
                session.accept(new ShadowEvent.Working());
                signs();
            }
        });
    }

    private void notStored(ImageId id, Throwable error) {
        uploads--;
        session.accept(new ShadowEvent.NotStored(id, String.valueOf(error.getMessage())));
    }

    private void stored(ImageId id, StoredSnapshot stored, double ms) {
        uploads--;
        base = Optional.of(stored.base());
        session.accept(new ShadowEvent.Stored(
                id, stored.snap(), stored.uploadedBytes(), stored.uploadedFiles(), stored.times(), ms));
    }
}
