package org.multisynq4j.client.browser.worker;

/**
 * What travels between page and worker, in both directions alike.
 *
 * @param topic whom it is for at the other end
 * @param header anything as text
 * @param body any bytes; may be empty
 */
public record WorkerMessage(String topic, String header, byte[] body) {
    /** The worker is ready for messages; those sent before would be lost. */
    static final String READY = "ready";

    /** The worker cannot go on; the header says why. */
    static final String FAILED = "failed";

    private static final byte[] NOTHING = {};

    static WorkerMessage of(String topic, String header) {
        return new WorkerMessage(topic, header, NOTHING);
    }

    /** Takes messages. */
    @FunctionalInterface
    public interface Receiver {
        void received(WorkerMessage message);
    }
}
