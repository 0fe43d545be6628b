package org.multisynq4j.protocol;

import java.util.Optional;

/** Puts the chunks of large frames together; one per connection. */
public final class ChunkJoiner {
    static final String PREFIX = "_CHUNK";
    private static final int HEAD = PREFIX.length() + 2;

    private final int maxChars;
    private StringBuilder collected = new StringBuilder();
    private boolean collecting;

    public ChunkJoiner(Limits limits) {
        this.maxChars = limits.of(Limit.CHUNKED_FRAME_CHARS);
    }

    /**
     * Takes what a socket delivered.
     *
     * @return a whole frame, or empty while more chunks are to come
     * @throws FrameException for chunks out of order or more than the limit
     */
    public Optional<String> add(String text) {
        if (!text.startsWith(PREFIX)) {
            if (collecting) {
                throw Fields.malformed("a frame came between the chunks of another");
            }
            return Optional.of(text);
        }
        if (text.length() < HEAD) {
            throw Fields.malformed("a chunk without its flags");
        }
        boolean first = flag(text.charAt(HEAD - 2));
        boolean last = flag(text.charAt(HEAD - 1));
        if (first == collecting) {
            throw Fields.malformed(
                    first ? "a new chunked frame began before the last one ended" : "a chunk without a beginning");
        }
        if (collected.length() + text.length() - HEAD > maxChars) {
            throw Fields.malformed("a chunked frame is longer than " + maxChars + " characters");
        }
        collected.append(text, HEAD, text.length());
        collecting = !last;
        if (!last) {
            return Optional.empty();
        }
        String frame = collected.toString();
        collected = new StringBuilder();
        return Optional.of(frame);
    }

    private static boolean flag(char c) {
        if (c != '0' && c != '1') {
            throw Fields.malformed("a chunk with flags other than 0 and 1");
        }
        return c == '1';
    }
}
