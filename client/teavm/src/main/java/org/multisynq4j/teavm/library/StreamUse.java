package org.multisynq4j.teavm.library;

/** That a stream is used once; TeaVM's do not look. */
public final class StreamUse {
    private StreamUse() {}

    /** What {@link LibraryCalls} makes the superclasses of TeaVM's streams: they remember. */
    public interface Remembering {
        /** 0 when called for the first time. */
        int usesBefore();
    }

    /** To be called before each operation on a stream. */
    public static void use(Object stream) {
        if (stream instanceof Remembering remembering && remembering.usesBefore() != 0) {
            throw new IllegalStateException("stream was used before");
        }
    }

    /** To be called before {@code limit} and {@code skip}. */
    public static void checkCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("count " + count);
        }
    }
}
