package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Hashing;
import org.multisynq4j.manifest.DeltaChain;
import org.multisynq4j.manifest.Manifest;
import org.multisynq4j.manifest.Part;
import org.multisynq4j.snapshot.ImageColumns;
import org.multisynq4j.text.Bytes;

/** The parts of one snapshot on their way from the file store, and what becomes of them. */
final class SnapshotLoading {
    /** Parts that are fetched at a time. Browsers open six connections to one server. */
    static final int DOWNLOADS_AT_ONCE = 6;

    private final Manifest manifest;
    private final PartFiles parts;
    private final Slices slices;
    private final LoadProgress progress;
    private final Map<String, byte[]> plain = new LinkedHashMap<>();
    private long loaded;
    private long fetchedBytes;
    private long cachedBytes;

    SnapshotLoading(Manifest manifest, PartFiles parts, Slices slices, LoadProgress progress) {
        this.manifest = manifest;
        this.parts = parts;
        this.slices = slices;
        this.progress = progress;
    }

    long fetchedBytes() {
        return fetchedBytes;
    }

    long cachedBytes() {
        return cachedBytes;
    }

    /** The image, not {@link #check checked}; fails if a part is missing or damaged. */
    Promise<byte[]> image() {
        if (manifest.inline().isPresent()) {
            return Promise.of(manifest.inline().get());
        }
        Map<String, Part> each = new LinkedHashMap<>();
        long total = 0;
        for (Part part : manifest.parts()) {
            if (each.put(part.id(), part) == null) {
                total += part.storedBytes();
            }
        }
        long all = total;
        progress.loaded(0, all);
        List<Part> wanted = new ArrayList<>(each.values());
        return Pool.run(wanted, DOWNLOADS_AT_ONCE, part -> slices.next().flatMap(turn -> fetch(part, all)))
                .flatMap(fetched -> assemble());
    }

    private Promise<Void> fetch(Part part, long all) {
        return parts.fetch(part).map(fetched -> {
            plain.put(part.id(), fetched.plain());
            fetchedBytes += fetched.fetchedBytes();
            cachedBytes += fetched.cachedBytes();
            loaded += part.storedBytes();
            progress.loaded(loaded, all);
            return null;
        });
    }

    private Promise<byte[]> assemble() {
        byte[] first = new byte[manifest.chunkedBytes()];
        int at = 0;
        for (Part chunk : manifest.chunks()) {
            byte[] bytes = plain.get(chunk.id());
            if (bytes.length != chunk.plainBytes()) {
                throw new IllegalStateException("part " + chunk.id() + " has two lengths in the list of parts");
            }
            System.arraycopy(bytes, 0, first, at, bytes.length);
            at += bytes.length;
        }
        return unpacked(first).flatMap(this::followed);
    }

    private Promise<byte[]> unpacked(byte[] chunks) {
        if (manifest.columnsOf().isEmpty()) {
            return Promise.of(chunks);
        }
        ImageColumns unpacking =
                ImageColumns.unpacking(chunks, manifest.columnsOf().getAsInt());
        return slices.all(unpacking).map(done -> unpacking.image());
    }

    /** The image after all deltas. */
    private Promise<byte[]> followed(byte[] first) {
        DeltaChain chain = new DeltaChain(first);
        int[] applied = {0};
        return slices.all(bytes -> {
                    if (applied[0] == manifest.deltas().size()) {
                        return chain.join(bytes);
                    }
                    Manifest.DeltaPart delta = manifest.deltas().get(applied[0]);
                    boolean more = chain.apply(plain.get(delta.part().id()), delta.imageBytes(), bytes);
                    applied[0] += more ? 0 : 1;
                    return true;
                })
                .map(done -> chain.image());
    }

    /** Fails if what the parts make is not what was stored. */
    Promise<Void> check(byte[] image, Hashing hashing) {
        return hashing.sha256(image).map(digest -> {
            String hash = Bytes.base64Url(digest);
            if (!hash.equals(manifest.metadata().stateHash())) {
                throw new IllegalStateException("its parts make a state with the hash " + hash + ", not "
                        + manifest.metadata().stateHash());
            }
            return null;
        });
    }
}
