package org.multisynq4j.client.shadow;

import org.multisynq4j.client.control.ImageId;
import org.multisynq4j.client.control.SessionNames;
import org.multisynq4j.json.JsonObject;

/** What a session tells its shadow, in this order: a plan, the reflector's frames from a SYNC on, {@link Live} when the session is at their end, and whatever follows. */
public sealed interface ShadowCommand {
    /**
     * All that is needed to make the same replica; the first command, once.
     *
     * @param model class name of the root model
     * @param names the session's name is left out: the shadow has no use for it
     * @param files where the server keeps files, without a slash at the end
     * @param secret {@link org.multisynq4j.crypto.SessionKeys#secret()}; the body
     */
    record Plan(
            String model, SessionNames names, String files, JsonObject options, int maxPersistedBytes, byte[] secret)
            implements ShadowCommand {}

    /**
     * What the reflector said, as it came: SYNC or RECV. The first one is a SYNC, which the replica is made from; a later SYNC continues the same replica. Its text
     * is the header itself.
     */
    record Frame(String text) implements ShadowCommand {}

    /** Begin with this snapshot, which this participant stored; in place of a SYNC. */
    record Load(String url, ImageId id) implements ShadowCommand {}

    /** The reflector's time went on to this, in ms. */
    record Tick(long timeMs) implements ShadowCommand {}

    /** Polls in the frames so far are past; of those to come images are wanted. */
    record Live() implements ShadowCommand {}

    /** Store the image of that poll, when it is there. */
    record Store(ImageId image) implements ShadowCommand {}

    /** The image of that poll, and of earlier ones, is not needed. */
    record Forget(ImageId image) implements ShadowCommand {}
}
