package org.multisynq4j.json;

/**
 * What a text may demand of its reader.
 *
 * @param maxDepth arrays and objects inside each other, 1 to {@link #HIGHEST_DEPTH}
 * @param maxChars UTF-16 code units of the whole text
 */
public record JsonLimits(int maxDepth, int maxChars) {
    public static final int DEFAULT_DEPTH = 64;
    public static final int DEFAULT_CHARS = 16 * 1024 * 1024;

    /** Reading and writing recurse once per level, and a browser's stack cannot be caught when it overflows. */
    public static final int HIGHEST_DEPTH = 512;

    public static final JsonLimits DEFAULT = new JsonLimits(DEFAULT_DEPTH, DEFAULT_CHARS);

    public JsonLimits {
        if (maxDepth < 1 || maxDepth > HIGHEST_DEPTH) {
            throw new IllegalArgumentException("maxDepth is " + maxDepth + ", must be 1 to " + HIGHEST_DEPTH);
        }
        if (maxChars < 1) {
            throw new IllegalArgumentException("maxChars is " + maxChars + ", must be at least 1");
        }
    }
}
