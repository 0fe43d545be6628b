package org.multisynq4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multisynq4j.identity.Sha256;

class ChunkerTest {
    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Set<String> chunks(byte[] image) {
        Set<String> hashes = new HashSet<>();
        for (Chunker.Range range : Chunker.cut(image)) {
            hashes.add(Sha256.base64Url(Arrays.copyOfRange(image, range.from(), range.from() + range.length())));
        }
        return hashes;
    }

    @Test
    void chunksFollowEachOtherAndKeepTheirLimits() {
        byte[] image = random(1, 20 << 20);
        int at = 0;
        List<Chunker.Range> ranges = Chunker.cut(image);
        for (Chunker.Range range : ranges.subList(0, ranges.size() - 1)) {
            assertThat(range.from()).isEqualTo(at);
            assertThat(range.length()).isBetween(ManifestLimits.MIN_CHUNK_BYTES, ManifestLimits.MAX_CHUNK_BYTES);
            at += range.length();
        }
        Chunker.Range last = ranges.get(ranges.size() - 1);
        assertThat(last.from() + last.length()).isEqualTo(image.length);
        assertThat(image.length / ranges.size()).isBetween(100_000, 160_000);
    }

    @Test
    void anInsertionChangesOnlyTheChunksAroundIt() {
        byte[] image = random(2, 8 << 20);
        byte[] longer = new byte[image.length + 5];
        int place = 4 << 20;
        System.arraycopy(image, 0, longer, 0, place);
        System.arraycopy(image, place, longer, place + 5, image.length - place);

        Set<String> before = chunks(image);
        Set<String> after = chunks(longer);
        int all = after.size();
        after.removeAll(before);

        assertThat(all).isGreaterThan(40);
        assertThat(after.size()).isBetween(1, 3);
    }

    @Test
    void contentWithoutAnyPlaceToCutIsCutAtTheLimit() {
        assertThat(Chunker.cut(new byte[3 * ManifestLimits.MAX_CHUNK_BYTES + 1]))
                .extracting(Chunker.Range::length)
                .containsExactly(
                        ManifestLimits.MAX_CHUNK_BYTES,
                        ManifestLimits.MAX_CHUNK_BYTES,
                        ManifestLimits.MAX_CHUNK_BYTES,
                        1);
    }

    @Test
    void whatIsNoLongerThanTheShortestChunkIsOne() {
        assertThat(Chunker.cut(new byte[0])).isEmpty();
        assertThat(Chunker.cut(new byte[ManifestLimits.MIN_CHUNK_BYTES])).hasSize(1);
        assertThat(Chunker.cut(new byte[1])).containsExactly(new Chunker.Range(0, 1));
    }

    /** Old chunks are found again only if every version cuts alike. */
    @Test
    void everyVersionCutsAlike() {
        byte[] image = new byte[1 << 20];
        int state = 7;
        for (int i = 0; i < image.length; i++) {
            state = state * 1_664_525 + 1_013_904_223;
            image[i] = (byte) (state >>> 24);
        }

        assertThat(Chunker.cut(image))
                .extracting(Chunker.Range::length)
                .containsExactly(113530, 66709, 67499, 67479, 262144, 66724, 169601, 197272, 37618);
    }
}
