package org.multisynq4j.vm;

/** Handlers published, or models created models, deeper than {@link ModelCalls#MAX_NESTING}: the same on every replica. */
final class NestingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NestingException(String message) {
        super(message);
    }
}
