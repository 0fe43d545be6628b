package org.multisynq4j.vm;

/**
 * An exception that escaped from model code. The session goes on: every replica had the same one at the same place.
 *
 * @param model class and id of the model, or what else was running
 * @param method what was running: a handler of an event, {@code init}, a future message
 * @param time teatime in ms
 * @param seq the last executed message, unsigned 32 bits
 * @param cause the exception
 */
public record ModelError(String model, String method, double time, int seq, Throwable cause) {
    /** One line: what happened, where and when. */
    public String text() {
        return model + ", " + method + " @" + time + "#" + Integer.toUnsignedString(seq) + ": " + cause;
    }
}
