package org.multisynq4j.vm;

/**
 * The platform could not execute model code to its end: the stack or the memory was full, or a class could not be linked. Where exactly that happens differs from machine
 * to machine, so this replica's state may not be that of the others, and it must not be used any more.
 */
public final class BrokenReplicaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was running, when, and what happened */
    public BrokenReplicaException(String message, Throwable cause) {
        super(message, cause);
    }
}
