package org.multisynq4j.server.http;

/** The two caching rules. */
final class CacheControl {
    /** The name tells the content. */
    static final String FOREVER = "public, max-age=31536000, immutable";
    /** Kept, but asked for again each time; an unchanged file costs a 304. */
    static final String REVALIDATE = "no-cache";

    private CacheControl() {}
}
