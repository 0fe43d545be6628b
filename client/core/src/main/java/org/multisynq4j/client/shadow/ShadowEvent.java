package org.multisynq4j.client.shadow;

import org.multisynq4j.client.control.Effort;
import org.multisynq4j.client.control.FileTimes;
import org.multisynq4j.client.control.ImageId;
import org.multisynq4j.protocol.ClientFrame;

/** What a shadow tells its session. Comes from the same program, so it is read without suspicion; what is malformed counts as the shadow's death. */
public sealed interface ShadowEvent {
    /** Everything up to {@link ShadowCommand.Live} is executed. */
    record CaughtUp(long timeMs) implements ShadowEvent {}

    /** Still at it, every {@link Shadow#SIGN_OF_LIFE_MS}; a long log takes long to execute. */
    record Working() implements ShadowEvent {}

    /**
     * The image of a poll is taken and kept until the session says what becomes of it.
     *
     * @param stateHash SHA-256 of the image, 43 characters of base64url
     * @param traceHash of the replica right after the poll
     * @param bytes its length
     */
    record Imaged(ImageId id, String stateHash, String traceHash, int bytes, Effort encoding, Effort hashing)
            implements ShadowEvent {}

    /**
     * The image is in the file store.
     *
     * @param ms from the decision to the last confirmation
     */
    record Stored(ImageId id, ClientFrame.Snap snap, long uploadedBytes, int uploadedFiles, FileTimes times, double ms)
            implements ShadowEvent {}

    /** The image could not be stored; nothing of it is announced. */
    record NotStored(ImageId id, String why) implements ShadowEvent {}

    /** This shadow is of no use any more: it could not load, or its replica failed. Nothing follows. */
    record Broken(String why) implements ShadowEvent {}
}
