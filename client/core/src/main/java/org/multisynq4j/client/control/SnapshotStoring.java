package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.client.Promise;
import org.multisynq4j.manifest.Chunker;
import org.multisynq4j.manifest.DeltaMaker;
import org.multisynq4j.manifest.Manifest;
import org.multisynq4j.manifest.ManifestLimits;
import org.multisynq4j.manifest.Part;
import org.multisynq4j.manifest.ReferenceDeltaMaker;
import org.multisynq4j.manifest.SnapshotMetadata;
import org.multisynq4j.snapshot.ImageColumns;
import org.multisynq4j.snapshot.ImageSplitter;
import org.multisynq4j.snapshot.SplitImage;

/** One image on its way into the file store: by itself if it is small, as a delta to the base if that pays, else in chunks. */
final class SnapshotStoring {
    /** Parts that are packed and sent at a time. */
    static final int UPLOADS_AT_ONCE = 4;

    /** A delta longer than this share of the chunks, both as stored, is not worth a further part for every joiner. */
    static final double MAX_DELTA_SHARE = 0.25;

    /** Nor are deltas that are together longer than this share. */
    static final double MAX_DELTAS_SHARE = 0.5;

    /** A delta longer than this share of the image, both uncompressed, is given up before it is finished. */
    private static final int LEAST_IMAGES_PER_DELTA = 2;

    /** A delta between the images as they are is given up earlier, for one without references. */
    private static final int IMAGES_PER_PLAIN_DELTA = 20;

    private final String sessionId;
    private final PartFiles parts;
    private final Slices slices;
    private final byte[] image;
    private final SnapshotMetadata metadata;
    private long uploadedBytes;
    private int uploadedFiles;

    SnapshotStoring(String sessionId, PartFiles parts, Slices slices, byte[] image, SnapshotMetadata metadata) {
        this.sessionId = sessionId;
        this.parts = parts;
        this.slices = slices;
        this.image = image;
        this.metadata = metadata;
    }

    long uploadedBytes() {
        return uploadedBytes;
    }

    int uploadedFiles() {
        return uploadedFiles;
    }

    /**
     * Stores the parts; resolves with the manifest, which is not stored yet.
     *
     * @param base a snapshot all of whose parts are in the file store
     */
    Promise<Manifest> store(Optional<SnapshotBase> base) {
        if (image.length <= ManifestLimits.MAX_INLINE_BYTES) {
            return Promise.of(Manifest.inline(sessionId, metadata, image));
        }
        Optional<Manifest> known = base.flatMap(SnapshotBase::manifest);
        if (known.isEmpty() || known.get().inline().isPresent()) {
            return chunks(List.of());
        }
        return delta(base.get().image(), known.get())
                .flatMap(manifest -> manifest.isPresent()
                        ? Promise.of(manifest.get())
                        : chunks(known.get().chunks()));
    }

    /** The base and one delta more; empty if that does not pay. */
    private Promise<Optional<Manifest>> delta(byte[] base, Manifest manifest) {
        if (manifest.deltas().size() >= ManifestLimits.MAX_DELTAS) {
            return Promise.of(Optional.empty());
        }
        return made(base, image, image.length / IMAGES_PER_PLAIN_DELTA)
                .flatMap(plain -> plain.isPresent() ? Promise.of(plain) : betweenSplit(base))
                .flatMap(delta ->
                        delta.isPresent() ? followed(manifest, delta.get()) : Promise.of(Optional.<Manifest>empty()));
    }

    private Promise<Optional<byte[]>> made(byte[] from, byte[] to, int most) {
        DeltaMaker maker = new DeltaMaker(from, to, Math.min(ManifestLimits.MAX_DELTA_BYTES, most));
        return slices.all(maker).map(done -> maker.delta());
    }

    /** Perhaps it was so long because an object more or less has changed the numbers of all others. */
    private Promise<Optional<byte[]>> betweenSplit(byte[] base) {
        return split(base).flatMap(from -> split(image).flatMap(to -> {
            if (from.isEmpty() || to.isEmpty()) {
                return made(base, image, image.length / LEAST_IMAGES_PER_DELTA);
            }
            byte[] skeleton = to.get().skeleton();
            return made(from.get().skeleton(), skeleton, skeleton.length / LEAST_IMAGES_PER_DELTA)
                    .flatMap(delta ->
                            delta.isEmpty() ? Promise.of(delta) : referring(from.get(), to.get(), delta.get()));
        }));
    }

    private Promise<Optional<byte[]>> referring(SplitImage from, SplitImage to, byte[] skeletons) {
        ReferenceDeltaMaker maker = new ReferenceDeltaMaker(from, to, skeletons);
        return slices.all(maker).map(done -> Optional.of(maker.delta()));
    }

    private Promise<Optional<SplitImage>> split(byte[] whole) {
        ImageSplitter splitter = new ImageSplitter(whole);
        return slices.all(splitter).map(done -> splitter.split());
    }

    private Promise<Optional<Manifest>> followed(Manifest manifest, byte[] delta) {
        String id = parts.id(delta);
        if (manifest.parts().stream().anyMatch(part -> part.id().equals(id))) {
            // Back and forth between two states: the same delta twice would be one file, and the list of parts has each
            // once.
            return Promise.of(Optional.empty());
        }
        return parts.pack(id, delta).flatMap(packed -> {
            long chunkBytes = 0;
            for (Part chunk : manifest.chunks()) {
                chunkBytes += chunk.storedBytes();
            }
            long deltaBytes = packed.part().storedBytes();
            long allDeltas = manifest.storedBytes() - chunkBytes + deltaBytes;
            if (deltaBytes > chunkBytes * MAX_DELTA_SHARE || allDeltas > chunkBytes * MAX_DELTAS_SHARE) {
                return Promise.of(Optional.empty());
            }
            return upload(packed).map(part -> Optional.of(manifest.followedBy(metadata, part, image.length)));
        });
    }

    private Promise<Part> upload(PartFiles.Packed packed) {
        uploadedBytes += packed.file().length;
        uploadedFiles++;
        return parts.store(packed).map(stored -> packed.part());
    }

    /** The whole image, in columns if it can be; chunks that are there already are not stored again. */
    private Promise<Manifest> chunks(List<Part> there) {
        ImageColumns packing = ImageColumns.packing(image);
        return slices.all(packing)
                .flatMap(packed -> checked(packing.packed()))
                .flatMap(columns -> columns.isPresent()
                        ? chunks(columns.get(), there)
                                .map(parts -> Manifest.inColumns(sessionId, metadata, image.length, parts))
                        : chunks(image, there).map(parts -> Manifest.chunked(sessionId, metadata, parts)));
    }

    /** The columns if they lead back to the image: nobody could read a snapshot of others. */
    private Promise<Optional<byte[]>> checked(Optional<byte[]> columns) {
        if (columns.isEmpty() || columns.get().length > ManifestLimits.MAX_IMAGE_BYTES) {
            return Promise.of(Optional.empty());
        }
        ImageColumns unpacking = ImageColumns.unpacking(columns.get(), image.length);
        return slices.all(unpacking)
                .flatMap(unpacked -> same(unpacking.image()))
                .map(same -> same ? columns : Optional.empty());
    }

    /** Whether that is the image; millions of bytes are compared in slices, too. */
    private Promise<Boolean> same(byte[] other) {
        int[] compared = {0};
        return slices.all(bytes -> {
                    int end = Math.min(image.length, compared[0] + bytes);
                    while (compared[0] < end && image[compared[0]] == other[compared[0]]) {
                        compared[0]++;
                    }
                    return compared[0] == end && end < image.length;
                })
                .map(done -> compared[0] == image.length);
    }

    private Promise<List<Part>> chunks(byte[] bytes, List<Part> there) {
        Map<String, Part> stored = new LinkedHashMap<>();
        for (Part part : there) {
            stored.put(part.id(), part);
        }
        List<Chunker.Range> ranges = new ArrayList<>();
        return slices.all(portion -> Chunker.cutNext(bytes, ranges))
                .flatMap(cut -> Pool.run(
                        ranges, UPLOADS_AT_ONCE, range -> slices.next().flatMap(turn -> chunk(bytes, range, stored))));
    }

    private Promise<Part> chunk(byte[] bytes, Chunker.Range range, Map<String, Part> stored) {
        byte[] plain = new byte[range.length()];
        System.arraycopy(bytes, range.from(), plain, 0, plain.length);
        String id = parts.id(plain);
        Part known = stored.get(id);
        return known != null ? Promise.of(known) : parts.pack(id, plain).flatMap(this::upload);
    }
}
