package org.multisynq4j.client.control;

/**
 * Names the state right after one message.
 *
 * @param timeMs its teatime
 * @param seq its number, unsigned 32 bit
 */
public record ImageId(long timeMs, long seq) {
    @Override
    public String toString() {
        return "@" + timeMs + "#" + seq;
    }
}
