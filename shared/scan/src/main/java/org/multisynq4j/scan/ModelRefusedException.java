package org.multisynq4j.scan;

import java.util.SortedSet;

/** A model would not compute the same bits everywhere; see docs/errors.md for each code. */
public final class ModelRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SortedSet<Problem> problems;

    ModelRefusedException(String root, SortedSet<Problem> problems) {
        super(text(root, problems));
        this.problems = problems;
    }

    /** What the scan found; not empty. */
    public SortedSet<Problem> problems() {
        return problems;
    }

    private static String text(String root, SortedSet<Problem> problems) {
        StringBuilder text = new StringBuilder(root)
                .append(" would not compute the same on every participant; the scan refuses ")
                .append(problems.size())
                .append(problems.size() == 1 ? " thing:" : " things:");
        problems.forEach(p -> text.append("\n  ").append(p));
        return text.toString();
    }
}
