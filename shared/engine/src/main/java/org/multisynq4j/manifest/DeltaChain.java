package org.multisynq4j.manifest;

import java.util.Optional;
import org.multisynq4j.snapshot.ImageSplitter;
import org.multisynq4j.snapshot.SplitImage;

/** An image to which deltas of both kinds are applied, one after the other. It is split, and joined again, only where the next delta wants that. */
public final class DeltaChain {
    private byte[] image;
    private int imageBytes;
    private Optional<SplitImage> split = Optional.empty();
    private Optional<ImageSplitter> splitter = Optional.empty();

    public DeltaChain(byte[] image) {
        this.image = image;
        imageBytes = image.length;
    }

    /** Whether {@link #split} has to be called before anything else. */
    public boolean isSplitting() {
        return splitter.isPresent();
    }

    /** Goes on splitting, by about so many bytes. @throws ManifestException if the image cannot be split, so that no delta can have come of that */
    public void split(int bytes) {
        ImageSplitter splitting = splitter.orElseThrow();
        if (!splitting.work(bytes)) {
            split = splitting.split();
            splitter = Optional.empty();
            if (split.isEmpty()) {
                throw new ManifestException("a delta that wants its base split, which is no snapshot");
            }
        }
    }

    /**
     * Applies the next delta; false if the image has to be split first, and the delta then to be applied again.
     *
     * @param nextBytes length of the image it leads to
     * @throws ManifestException if it does not
     */
    public boolean apply(byte[] delta, int nextBytes) {
        if (!ReferenceDelta.is(delta)) {
            image = Delta.apply(image(), delta, nextBytes);
            split = Optional.empty();
        } else if (split.isEmpty()) {
            splitter = Optional.of(new ImageSplitter(image));
            return false;
        } else {
            split = Optional.of(ReferenceDelta.apply(split.get(), delta, nextBytes));
        }
        imageBytes = nextBytes;
        return true;
    }

    /** The image as it is now. */
    public byte[] image() {
        if (split.isPresent()) {
            image = split.get().join();
            if (image.length != imageBytes) {
                throw new ManifestException(
                        "an image of " + image.length + " bytes, where it should have " + imageBytes);
            }
        }
        return image;
    }
}
