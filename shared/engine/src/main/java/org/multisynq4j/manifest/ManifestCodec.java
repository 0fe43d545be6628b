package org.multisynq4j.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.multisynq4j.snapshot.ByteReader;
import org.multisynq4j.snapshot.ByteWriter;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.text.Bytes;

/** Manifests as bytes: docs/protocol.md, section <em>Stored snapshots</em>. What can be read has one form. */
public final class ManifestCodec {
    private static final byte[] MAGIC = {'M', 'Q', 'M'};
    private static final int FORMAT = 1;
    private static final int INLINE = 0;
    private static final int PARTS = 1;
    private static final int PARTS_IN_COLUMNS = 2;
    private static final int HASH_BYTES = 32;
    private static final int LEAST_PART_BYTES = HASH_BYTES + 2;

    private ManifestCodec() {}

    /** The bytes of a manifest. @throws IllegalArgumentException if {@link #decode} would refuse them */
    public static byte[] encode(Manifest manifest) {
        ByteWriter out = new ByteWriter();
        out.writeBytes(MAGIC);
        out.writeByte(FORMAT);
        SnapshotMetadata metadata = manifest.metadata();
        out.writeString(manifest.sessionId());
        out.writeUnsignedLong(metadata.timeMs());
        out.writeFixed32((int) metadata.seq());
        out.writeUnsignedLong(metadata.wallMs());
        out.writeBytes(Bytes.fromBase64Url(metadata.stateHash()));
        out.writeString(metadata.traceHash());
        out.writeString(metadata.codeHash());
        out.writeUnsigned(manifest.imageBytes());
        if (manifest.inline().isPresent()) {
            out.writeByte(INLINE);
            out.writeBytes(manifest.inline().get());
        } else {
            if (manifest.columnsOf().isPresent()) {
                out.writeByte(PARTS_IN_COLUMNS);
                out.writeUnsigned(manifest.columnsOf().getAsInt());
            } else {
                out.writeByte(PARTS);
            }
            out.writeUnsigned(manifest.chunks().size());
            for (Part chunk : manifest.chunks()) {
                write(out, chunk);
            }
            out.writeUnsigned(manifest.deltas().size());
            for (Manifest.DeltaPart delta : manifest.deltas()) {
                write(out, delta.part());
                out.writeUnsigned(delta.imageBytes());
            }
        }
        byte[] bytes = out.toByteArray();
        try {
            decode(bytes);
        } catch (ManifestException e) {
            throw new IllegalArgumentException("no such manifest can be stored: " + e.getMessage(), e);
        }
        return bytes;
    }

    private static void write(ByteWriter out, Part part) {
        out.writeBytes(Bytes.fromBase64Url(part.id()));
        out.writeUnsigned(part.storedBytes());
        out.writeUnsigned(part.plainBytes());
    }

    /** The manifest again. @throws ManifestException for anything {@link #encode} would not write */
    public static Manifest decode(byte[] bytes) {
        if (bytes.length > ManifestLimits.MAX_MANIFEST_BYTES) {
            throw new ManifestException(
                    "a manifest of " + bytes.length + " bytes; the longest has " + ManifestLimits.MAX_MANIFEST_BYTES);
        }
        try {
            return read(new ByteReader(bytes));
        } catch (SnapshotException e) {
            throw new ManifestException("the manifest: " + e.getMessage());
        }
    }

    private static Manifest read(ByteReader in) {
        for (byte expected : MAGIC) {
            if (in.readByte() != expected) {
                throw in.damaged("a manifest begins with MQM");
            }
        }
        int format = in.readByte();
        if (format != FORMAT) {
            throw in.damaged("a manifest of format " + format + "; this build reads format " + FORMAT);
        }
        String sessionId = in.readString(ManifestLimits.MAX_TEXT_BYTES);
        long timeMs = whole(in);
        long seq = in.readFixed32() & 0xFFFF_FFFFL;
        long wallMs = whole(in);
        String stateHash = Bytes.base64Url(in.readBytes(HASH_BYTES));
        String traceHash = in.readString(ManifestLimits.MAX_TEXT_BYTES);
        String codeHash = in.readString(ManifestLimits.MAX_TEXT_BYTES);
        SnapshotMetadata metadata = new SnapshotMetadata(timeMs, seq, wallMs, stateHash, traceHash, codeHash);
        int imageBytes = bounded(in, "an image", 1, ManifestLimits.MAX_IMAGE_BYTES);
        int form = in.readByte();
        if (form == INLINE) {
            if (imageBytes > ManifestLimits.MAX_INLINE_BYTES) {
                throw in.damaged("an image of " + imageBytes + " bytes inside a manifest");
            }
            byte[] image = in.readBytes(imageBytes);
            in.expectEnd();
            return Manifest.inline(sessionId, metadata, image);
        }
        if (form != PARTS && form != PARTS_IN_COLUMNS) {
            throw in.damaged("a manifest of form " + form);
        }
        OptionalInt columnsOf = form == PARTS
                ? OptionalInt.empty()
                : OptionalInt.of(bounded(in, "an image", 1, ManifestLimits.MAX_IMAGE_BYTES));
        Set<String> ids = new HashSet<>();
        List<Part> chunks = chunks(in, ids);
        List<Manifest.DeltaPart> deltas = deltas(in, ids);
        in.expectEnd();
        long last = deltas.isEmpty()
                ? columnsOf.isPresent() ? columnsOf.getAsInt() : Manifest.plainBytes(chunks)
                : deltas.get(deltas.size() - 1).imageBytes();
        if (last != imageBytes) {
            throw in.damaged("the parts give " + last + " bytes, the image has " + imageBytes);
        }
        return new Manifest(sessionId, metadata, imageBytes, Optional.empty(), columnsOf, chunks, deltas);
    }

    private static List<Part> chunks(ByteReader in, Set<String> ids) {
        int count = count(in, "chunks", 1, ManifestLimits.MAX_CHUNKS);
        List<Part> chunks = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < count; i++) {
            int least = i == count - 1 ? 1 : ManifestLimits.MIN_CHUNK_BYTES;
            Part chunk = part(in, "a chunk", least, ManifestLimits.MAX_CHUNK_BYTES);
            ids.add(chunk.id());
            total += chunk.plainBytes();
            chunks.add(chunk);
        }
        if (total > ManifestLimits.MAX_IMAGE_BYTES) {
            throw in.damaged("chunks of " + total + " bytes together");
        }
        return chunks;
    }

    private static List<Manifest.DeltaPart> deltas(ByteReader in, Set<String> ids) {
        int count = count(in, "deltas", 0, ManifestLimits.MAX_DELTAS);
        List<Manifest.DeltaPart> deltas = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Part part = part(in, "a delta", 1, ManifestLimits.MAX_DELTA_BYTES);
            int after = bounded(in, "an image", 1, ManifestLimits.MAX_IMAGE_BYTES);
            if (!ids.add(part.id())) {
                throw in.damaged("a part stands twice in the manifest");
            }
            deltas.add(new Manifest.DeltaPart(part, after));
        }
        return deltas;
    }

    private static Part part(ByteReader in, String what, int least, int most) {
        String id = Bytes.base64Url(in.readBytes(HASH_BYTES));
        int stored = bounded(in, what + " as stored", 1, most + STORED_MORE);
        return new Part(id, stored, bounded(in, what, least, most));
    }

    /** What compression and sealing may add to bytes that cannot be compressed. */
    static final int STORED_MORE = 64 << 10;

    private static int count(ByteReader in, String what, int least, int most) {
        int count = in.readCount(LEAST_PART_BYTES);
        if (count < least || count > most) {
            throw in.damaged(count + " " + what + "; " + least + " to " + most + " are allowed");
        }
        return count;
    }

    private static int bounded(ByteReader in, String what, int least, int most) {
        int value = in.readUnsigned();
        if (value < least || value > most) {
            throw in.damaged(
                    what + " of " + (value & 0xFFFF_FFFFL) + " bytes; " + least + " to " + most + " are allowed");
        }
        return value;
    }

    /** A number that is exact as a double too. */
    private static long whole(ByteReader in) {
        long value = in.readUnsignedLong();
        if (value < 0 || value >= 1L << 53) {
            throw in.damaged("a time of " + value + " ms");
        }
        return value;
    }
}
