package org.multisynq4j.snapshot;

/**
 * An image and, beside it, the numbers by which it refers to objects met before. One object more or less changes the numbers of all that follow; without them two
 * images differ only where the states do.
 *
 * @param skeleton the image without those numbers
 * @param objects for each object that has a number, in order, a place in the skeleton that is its own
 * @param slots for each reference, in order, the place of its tag in the skeleton; its number is missing behind it
 * @param references these numbers
 */
public record SplitImage(byte[] skeleton, int[] objects, int[] slots, int[] references) {
    /** The image again. */
    public byte[] join() {
        ImageJoiner joiner = new ImageJoiner(this);
        while (joiner.work(Integer.MAX_VALUE)) {
            // In one go.
        }
        return joiner.image();
    }
}
