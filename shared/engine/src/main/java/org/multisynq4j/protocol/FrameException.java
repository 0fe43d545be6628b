package org.multisynq4j.protocol;

/** A frame that breaks the protocol. It costs its sender the connection, with {@link #reason}, and nothing else. */
public final class FrameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CloseReason reason;

    public FrameException(CloseReason reason, String problem) {
        super(problem);
        this.reason = reason;
    }

    /** What the sender's connection is closed with. */
    public CloseReason reason() {
        return reason;
    }
}
