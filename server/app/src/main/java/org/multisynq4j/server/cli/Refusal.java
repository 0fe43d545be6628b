package org.multisynq4j.server.cli;

/** Something the operator has to put right; its message says how. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
