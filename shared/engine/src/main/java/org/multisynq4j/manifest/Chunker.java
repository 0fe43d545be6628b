package org.multisynq4j.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an image where its content says so, so that equal stretches are cut alike wherever they lie and give equal chunks.
 *
 * <p>A gear hash: for each byte {@code h = (h << 1) + GEAR[byte]}; a cut after the byte where the upper bits of h are all zero, at least
 * {@link ManifestLimits#MIN_CHUNK_BYTES} and at most {@link ManifestLimits#MAX_CHUNK_BYTES} after the last one. h covers the last 32 bytes.
 */
public final class Chunker {
    /** One cut in 2^16 bytes after the shortest chunk: 128 kB on average. */
    private static final int CUT_MASK = 0xFFFF_0000;

    private static final int[] GEAR = gear();

    private Chunker() {}

    /** A stretch of an image. */
    public record Range(int from, int length) {}

    /** All chunks of an image, in order, without gap. */
    public static List<Range> cut(byte[] image) {
        List<Range> ranges = new ArrayList<>();
        while (cutNext(image, ranges)) {
            // All of them.
        }
        return ranges;
    }

    /** Cuts one chunk more, which goes on where the last one ends; false if that was the end of the image. */
    public static boolean cutNext(byte[] image, List<Range> ranges) {
        int from = 0;
        if (!ranges.isEmpty()) {
            Range last = ranges.get(ranges.size() - 1);
            from = last.from + last.length;
        }
        if (from < image.length) {
            int length = length(image, from);
            ranges.add(new Range(from, length));
            from += length;
        }
        return from < image.length;
    }

    private static int length(byte[] image, int from) {
        int rest = image.length - from;
        if (rest <= ManifestLimits.MIN_CHUNK_BYTES) {
            return rest;
        }
        int end = from + Math.min(rest, ManifestLimits.MAX_CHUNK_BYTES);
        int hash = 0;
        // The hash forgets what is more than 32 bytes back, so it may begin just before the first place for a cut.
        for (int at = from + ManifestLimits.MIN_CHUNK_BYTES - Integer.SIZE; at < end; at++) {
            hash = (hash << 1) + GEAR[image[at] & 255];
            if ((hash & CUT_MASK) == 0 && at - from + 1 >= ManifestLimits.MIN_CHUNK_BYTES) {
                return at - from + 1;
            }
        }
        return end - from;
    }

    /** Numbers that look random, the same in every build: a multiplicative generator, mixed. */
    private static int[] gear() {
        int[] gear = new int[256];
        int state = 1;
        for (int i = 0; i < gear.length; i++) {
            state = state * 1_664_525 + 1_013_904_223;
            int mixed = (state ^ state >>> 16) * 0x45D9_F3B5;
            gear[i] = mixed ^ mixed >>> 15;
        }
        return gear;
    }
}
