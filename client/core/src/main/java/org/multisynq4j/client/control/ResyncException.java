package org.multisynq4j.client.control;

/** This replica cannot go on from what it received and must ask for a SYNC. */
final class ResyncException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ResyncException(String message) {
        super(message);
    }
}
