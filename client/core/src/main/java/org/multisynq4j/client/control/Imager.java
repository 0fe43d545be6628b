package org.multisynq4j.client.control;

import org.multisynq4j.protocol.ClientFrame;

/**
 * Takes images of this participant's state at polls, and stores them, beside the session and not on its time. The session feeds it what it executes itself, and
 * goes on without it if it cannot.
 */
public interface Imager {
    /** A new replica begins with this SYNC; what was before is void. */
    void begin(String sync, long seq);

    /** The replica took this frame of the reflector, up to a message: RECV, or a SYNC that goes on with the same replica. */
    void frame(String frame, long seq);

    /** The reflector's time went on. */
    void tick(double timeMs);

    /** The session is live: of polls in frames from now on images are wanted. Again after each reconnect. */
    void live();

    /** The replica was given up. */
    void drop();

    /** Whether it makes sense to wait for an image. */
    boolean isUsable();

    /** What it costs the session, compared with others, to have an image taken and stored. */
    double reluctance();

    /** The session executed this poll and waits for its image. */
    void polled(ImageId image);

    /** The image of a poll is to be stored, as soon as it is there. */
    void store(ImageId image);

    /** The image of a poll, and earlier ones, is not needed. */
    void forget(ImageId image);

    /** It executed something else than the session: begins anew, or gives up. */
    void distrust(String why);

    /** The session is over. */
    void end();

    /** Told what becomes of images, in turns of their own. */
    interface Listener {
        void imaged(Imaged image);

        /** @param snap what to announce */
        void stored(ImageId image, ClientFrame.Snap snap);

        void notStored(ImageId image, String why);

        /** No image comes that was not told of yet. */
        void gone();
    }

    /**
     * The state right after a poll.
     *
     * @param stateHash SHA-256 of the encoded state
     * @param traceHash of what was executed
     * @param ms how long encoding and hashing took
     */
    record Imaged(ImageId id, String stateHash, String traceHash, double ms) {}

    /** Makes one for a session. */
    @FunctionalInterface
    interface Factory {
        /** A participant that takes no images. */
        Factory NONE = (plan, log, listener) -> NoImager.INSTANCE;

        Imager make(SessionPlan plan, SessionLog log, Listener listener);
    }
}
