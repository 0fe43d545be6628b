package org.multisynq4j.manifest;

import java.util.Optional;
import org.multisynq4j.snapshot.ImageJoiner;
import org.multisynq4j.snapshot.ImageSplitter;
import org.multisynq4j.snapshot.SplitImage;

/**
 * An image to which deltas of both kinds are applied, one after the other. It is split, and joined again, only where the next delta wants that.
 *
 * <p>In portions, so that a thread that also paints can do it:
 *
 * <pre>{@code
 * for (Delta delta : deltas) {
 *     while (chain.apply(delta.bytes(), delta.imageBytes(), 1 << 15)) { … }
 * }
 * while (chain.join(1 << 15)) { … }
 * byte[] image = chain.image();
 * }</pre>
 */
public final class DeltaChain {
    private byte[] image;
    private int imageBytes;
    private Optional<SplitImage> split = Optional.empty();
    private Optional<ImageSplitter> splitter = Optional.empty();
    private Optional<ImageJoiner> joiner = Optional.empty();

    public DeltaChain(byte[] image) {
        this.image = image;
        imageBytes = image.length;
    }

    /**
     * Goes on applying the next delta; false once that is done.
     *
     * @param nextBytes length of the image it leads to
     * @param bytes about so many are gone through
     * @throws ManifestException if it does not lead there, or is damaged
     */
    public boolean apply(byte[] delta, int nextBytes, int bytes) {
        if (!ReferenceDelta.is(delta)) {
            if (join(bytes)) {
                return true;
            }
            image = Delta.apply(image, delta, nextBytes);
        } else if (split.isEmpty()) {
            split(bytes);
            return true;
        } else {
            split = Optional.of(ReferenceDelta.apply(split.get(), delta, nextBytes));
        }
        imageBytes = nextBytes;
        return false;
    }

    private void split(int bytes) {
        if (splitter.isEmpty()) {
            splitter = Optional.of(new ImageSplitter(image));
        }
        if (!splitter.get().work(bytes)) {
            split = splitter.get().split();
            splitter = Optional.empty();
            if (split.isEmpty()) {
                throw new ManifestException("a delta that wants its base split, which is no snapshot");
            }
        }
    }

    /** Goes on making an image of what was split; false once there is nothing to be joined. */
    public boolean join(int bytes) {
        if (split.isEmpty()) {
            return false;
        }
        if (joiner.isEmpty()) {
            joiner = Optional.of(new ImageJoiner(split.get()));
        }
        if (joiner.get().work(bytes)) {
            return true;
        }
        image = joiner.get().image();
        joiner = Optional.empty();
        split = Optional.empty();
        if (image.length != imageBytes) {
            throw new ManifestException("an image of " + image.length + " bytes, where it should have " + imageBytes);
        }
        return false;
    }

    /** The image as it is now. @throws IllegalStateException before it is {@link #join joined} */
    public byte[] image() {
        if (split.isPresent()) {
            throw new IllegalStateException("the image is not joined yet");
        }
        return image;
    }
}
