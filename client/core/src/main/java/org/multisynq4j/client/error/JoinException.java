package org.multisynq4j.client.error;

import java.util.List;

/** What a {@code Join} says cannot be right. All problems are listed at once. */
public final class JoinException extends SessionException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** @param problems one sentence each, at least one */
    public JoinException(List<String> problems) {
        super("cannot join: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem. */
    public List<String> problems() {
        return problems;
    }
}
