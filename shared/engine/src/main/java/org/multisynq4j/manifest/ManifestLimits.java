package org.multisynq4j.manifest;

/** Bounds of stored snapshots. Writers keep them; what is read beyond them is refused before memory is taken for it. */
public final class ManifestLimits {
    /** Longest image, the same as the codec's. */
    public static final int MAX_IMAGE_BYTES = 256 << 20;

    /** Shortest chunk but the last one of an image. */
    public static final int MIN_CHUNK_BYTES = 64 << 10;

    /** Longest chunk. */
    public static final int MAX_CHUNK_BYTES = 256 << 10;

    /** Most chunks: the longest image in the shortest chunks. */
    public static final int MAX_CHUNKS = MAX_IMAGE_BYTES / MIN_CHUNK_BYTES;

    /** Most deltas one after the other. */
    public static final int MAX_DELTAS = 16;

    /** Longest delta. A delta is only worth its place while it is much shorter than the image. */
    public static final int MAX_DELTA_BYTES = 64 << 20;

    /** Images up to this length are part of the manifest: one file to store and fetch. */
    public static final int MAX_INLINE_BYTES = 16 << 10;

    /** Longest manifest: what a full list of parts takes, and room for the texts. */
    public static final int MAX_MANIFEST_BYTES = 256 << 10;

    /** Longest text in a manifest, in bytes. */
    public static final int MAX_TEXT_BYTES = 256;

    /** Most parts of one snapshot. */
    public static final int MAX_PARTS = MAX_CHUNKS + MAX_DELTAS;

    private ManifestLimits() {}
}
