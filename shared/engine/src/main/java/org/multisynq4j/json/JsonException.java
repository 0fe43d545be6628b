package org.multisynq4j.json;

/** A text that is not JSON, or exceeds a limit. The message says where and why; it quotes at most one character of the input. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String reason;

    public JsonException(int offset, String reason) {
        super("not acceptable as JSON at character " + offset + ": " + reason);
        this.offset = offset;
        this.reason = reason;
    }

    /** Index of the UTF-16 code unit where reading stopped, from 0. */
    public int offset() {
        return offset;
    }

    public String reason() {
        return reason;
    }
}
