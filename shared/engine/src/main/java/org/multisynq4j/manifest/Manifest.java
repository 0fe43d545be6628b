package org.multisynq4j.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a stored snapshot consists of: its image itself, if it is small, or chunks that make up an older image, in columns or as it is, and deltas that lead from there
 * to this one.
 *
 * @param sessionId the session it belongs to
 * @param imageBytes length of the image
 * @param inline the image, if it is small; then there are no parts
 * @param columnsOf if the chunks are an image in columns, how long that image is; empty if they are the image as it is
 * @param chunks in order; together the image before the deltas
 * @param deltas in order; each applies to the image the one before gave
 */
public record Manifest(
        String sessionId,
        SnapshotMetadata metadata,
        int imageBytes,
        Optional<byte[]> inline,
        OptionalInt columnsOf,
        List<Part> chunks,
        List<DeltaPart> deltas) {

    /**
     * A delta and the length of the image it leads to.
     *
     * @param imageBytes length of the image after it
     */
    public record DeltaPart(Part part, int imageBytes) {}

    public Manifest {
        chunks = List.copyOf(chunks);
        deltas = List.copyOf(deltas);
    }

    /** A small image and its description. */
    public static Manifest inline(String sessionId, SnapshotMetadata metadata, byte[] image) {
        return new Manifest(
                sessionId, metadata, image.length, Optional.of(image), OptionalInt.empty(), List.of(), List.of());
    }

    /** An image in chunks. */
    public static Manifest chunked(String sessionId, SnapshotMetadata metadata, List<Part> chunks) {
        return new Manifest(
                sessionId,
                metadata,
                (int) plainBytes(chunks),
                Optional.empty(),
                OptionalInt.empty(),
                chunks,
                List.of());
    }

    /** An image of which the chunks are the columns. */
    public static Manifest inColumns(String sessionId, SnapshotMetadata metadata, int imageBytes, List<Part> chunks) {
        return new Manifest(
                sessionId, metadata, imageBytes, Optional.empty(), OptionalInt.of(imageBytes), chunks, List.of());
    }

    /** The image that this one's parts and one more delta make. */
    public Manifest followedBy(SnapshotMetadata next, Part delta, int nextImageBytes) {
        List<DeltaPart> more = new ArrayList<>(deltas);
        more.add(new DeltaPart(delta, nextImageBytes));
        return new Manifest(sessionId, next, nextImageBytes, Optional.empty(), columnsOf, chunks, more);
    }

    /** All parts, chunks first. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(chunks);
        for (DeltaPart delta : deltas) {
            parts.add(delta.part());
        }
        return parts;
    }

    /** Sealed bytes of all parts. */
    public long storedBytes() {
        long bytes = 0;
        for (Part part : parts()) {
            bytes += part.storedBytes();
        }
        return bytes;
    }

    /** Length of all chunks together. */
    public int chunkedBytes() {
        return (int) plainBytes(chunks);
    }

    static long plainBytes(List<Part> parts) {
        long bytes = 0;
        for (Part part : parts) {
            bytes += part.plainBytes();
        }
        return bytes;
    }
}
