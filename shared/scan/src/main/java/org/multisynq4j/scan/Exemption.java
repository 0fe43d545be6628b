package org.multisynq4j.scan;

import java.util.SortedSet;

/**
 * A method that is exempt from the rules by {@code @Deterministic}.
 *
 * @param className binary name of the class
 * @param method the method with its parameter types
 * @param reason what the developer wrote
 * @param codes the rules that it breaks
 */
public record Exemption(String className, String method, String reason, SortedSet<String> codes)
        implements Comparable<Exemption> {
    /** {@code com.example.Chat.trim() (M4J101): reason}. */
    @Override
    public String toString() {
        return className + "." + method + " (" + (codes.isEmpty() ? "needs no exemption" : String.join(", ", codes))
                + "): " + reason;
    }

    @Override
    public int compareTo(Exemption other) {
        return toString().compareTo(other.toString());
    }
}
