package org.multisynq4j.manifest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.ImageColumns;
import org.multisynq4j.snapshot.ImageSplitter;
import org.multisynq4j.snapshot.JvmCatalog;
import org.multisynq4j.snapshot.ObjectEncoder;
import org.multisynq4j.snapshot.SplitImage;

/** Not run with the tests: {@code mvn test -pl shared/engine -Dtest=SnapshotSizesRun}. */
class SnapshotSizesRun {
    private static final int OBJECTS = 100_000;
    private static final int ROUNDS = 7;
    private final ObjectEncoder encoder = new ObjectEncoder(new JvmCatalog(Crowd.class), CodecLimits.SNAPSHOT);

    @Test
    void printsSizesAndTimes() throws IOException {
        for (boolean linked : new boolean[] {false, true}) {
            for (Crowd.Numbers numbers : Crowd.allNumbers()) {
                measure(numbers, linked);
            }
        }
    }

    private void measure(Crowd.Numbers numbers, boolean linked) throws IOException {
        Crowd crowd = new Crowd(numbers, linked, OBJECTS, new Random(1));
        byte[] json = crowd.json().getBytes(StandardCharsets.UTF_8);
        byte[] base = encoder.encode(crowd);
        System.out.println(
                numbers + (linked ? ", linked" : "") + ": JSON " + json.length + ", gzip " + gzip(json).length);
        System.out.println("  image " + base.length + ", gzip " + gzip(base).length + ", in chunks " + full(base));
        byte[] columns = pack(base);
        System.out.println(
                "  columns " + columns.length + ", gzip " + gzip(columns).length + ", in chunks " + full(columns));
        print("pack", base.length, () -> pack(base));
        print("unpack", base.length, () -> unpack(columns, base.length));
        print("gzip of columns", columns.length, () -> gzip(columns));
        if (!java.util.Arrays.equals(base, unpack(columns, base.length))) {
            throw new IllegalStateException("another image");
        }
        print("encode", base.length, () -> encoder.encode(crowd));
        print("gzip", base.length, () -> gzip(base));
        print("cut", base.length, () -> Chunker.cut(base));
        crowd.change(OBJECTS / 100, new Random(2));
        delta("1 % changed", base, encoder.encode(crowd));
        Crowd replaced = new Crowd(numbers, linked, OBJECTS, new Random(1));
        replaced.replace(OBJECTS / 100, new Random(3));
        delta("1 % removed, as many added at the end", base, encoder.encode(replaced));
        Crowd inserted = new Crowd(numbers, linked, OBJECTS, new Random(1));
        inserted.insert(OBJECTS / 100, new Random(3));
        delta("1 % inserted anywhere", base, encoder.encode(inserted));
    }

    private static void delta(String what, byte[] base, byte[] target) throws IOException {
        byte[] delta = make(base, target);
        int packed = gzip(delta).length;
        System.out.println("  " + what + ": delta " + delta.length + ", gzip " + packed + ", "
                + Math.round(1000.0 * packed / full(pack(target))) / 10.0 + " % of full");
        SplitImage from = split(base);
        SplitImage to = split(target);
        byte[] referring = ReferenceDelta.make(from, to, make(from.skeleton(), to.skeleton()));
        if (!java.util.Arrays.equals(
                target, ReferenceDelta.apply(from, referring, target.length).join())) {
            throw new IllegalStateException("another image");
        }
        int packedReferring = gzip(referring).length;
        System.out.println("    with references apart: delta " + referring.length + ", gzip " + packedReferring + ", "
                + Math.round(1000.0 * packedReferring / full(pack(target))) / 10.0 + " % of full");
        print("split", target.length, () -> split(target));
        print("delta of skeletons", target.length, () -> make(from.skeleton(), to.skeleton()));
        print("apply and join", target.length, () -> ReferenceDelta.apply(from, referring, target.length)
                .join());
        print("delta", target.length, () -> make(base, target));
        print("apply", target.length, () -> Delta.apply(base, delta, target.length));
    }

    private static SplitImage split(byte[] image) {
        ImageSplitter splitter = new ImageSplitter(image);
        boolean more = true;
        while (more) {
            more = splitter.work(1 << 16);
        }
        return splitter.split().orElseThrow();
    }

    private static byte[] pack(byte[] image) {
        ImageColumns packing = ImageColumns.packing(image);
        boolean more = true;
        while (more) {
            more = packing.work(1 << 16);
        }
        return packing.packed().orElseThrow();
    }

    private static byte[] unpack(byte[] columns, int imageBytes) {
        ImageColumns unpacking = ImageColumns.unpacking(columns, imageBytes);
        boolean more = true;
        while (more) {
            more = unpacking.work(1 << 16);
        }
        return unpacking.image();
    }

    private static byte[] make(byte[] base, byte[] target) {
        DeltaMaker maker = new DeltaMaker(base, target, target.length);
        boolean more = true;
        while (more) {
            more = maker.work(1 << 16);
        }
        return maker.delta().orElseThrow();
    }

    private static int full(byte[] image) throws IOException {
        int bytes = 0;
        for (Chunker.Range range : Chunker.cut(image)) {
            byte[] chunk = new byte[range.length()];
            System.arraycopy(image, range.from(), chunk, 0, range.length());
            bytes += gzip(chunk).length + 38;
        }
        return bytes;
    }

    private interface Work {
        Object run() throws IOException;
    }

    private static void print(String what, int bytes, Work work) throws IOException {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            if (work.run() == null) {
                throw new IllegalStateException(what);
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        System.out.println("    " + what + " " + Math.round(best * 10) / 10.0 + " ms, "
                + Math.round(bytes / best / 1000) + " MB/s");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
