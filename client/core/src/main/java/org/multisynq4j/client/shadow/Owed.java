package org.multisynq4j.client.shadow;

import java.util.LinkedHashSet;
import java.util.Set;
import org.multisynq4j.client.control.ImageId;
import org.multisynq4j.protocol.Sequence;

/** What a shadow still has to answer. While that is something, its silence means that it hangs. */
final class Owed {
    private final Set<ImageId> images = new LinkedHashSet<>();
    private final Set<ImageId> stored = new LinkedHashSet<>();
    private boolean caughtUp;

    boolean isEmpty() {
        return caughtUp && images.isEmpty() && stored.isEmpty();
    }

    /** It is where the session is. */
    void caughtUp() {
        caughtUp = true;
    }

    /** The image of a poll is waited for. */
    void image(ImageId id) {
        images.add(id);
    }

    /** The image is there, or of no use any more, and so are earlier ones. */
    void imaged(ImageId id) {
        images.removeIf(earlier -> !Sequence.after(earlier.seq(), id.seq()));
    }

    /** An image is to be stored. */
    void storing(ImageId id) {
        stored.add(id);
    }

    /** It is told what became of it. */
    void stored(ImageId id) {
        stored.remove(id);
    }
}
