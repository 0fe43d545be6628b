package org.multisynq4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.identity.Sha256;

class ManifestCodecTest {
    private static final SnapshotMetadata METADATA = new SnapshotMetadata(
            123_456, 4_294_967_290L, 1_790_000_000_000L, Sha256.base64Url("state"), "trace", "code");

    private static Part chunk(int number, int bytes) {
        return new Part(Sha256.base64Url("chunk " + number), bytes / 3, bytes);
    }

    private static Part delta(int number) {
        return new Part(Sha256.base64Url("delta " + number), 700, 900);
    }

    private static Manifest chunked(int chunks) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            parts.add(chunk(i, ManifestLimits.MIN_CHUNK_BYTES));
        }
        return Manifest.chunked("session", METADATA, parts);
    }

    private static Manifest sample() {
        Manifest first = Manifest.chunked("session", METADATA, List.of(chunk(1, 100_000), chunk(2, 7)));
        return first.followedBy(METADATA, delta(1), 100_040).followedBy(METADATA, delta(2), 99_000);
    }

    private static byte[] golden(String name) {
        try (InputStream in = ManifestCodecTest.class.getResourceAsStream("/golden/" + name)) {
            return HexFormat.of().parseHex(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyLaterVersionWritesAndReadsTheGoldenManifest() {
        assertThat(HexFormat.of().formatHex(ManifestCodec.encode(sample())))
                .isEqualTo(HexFormat.of().formatHex(golden("manifest-1.hex")));
        assertThat(ManifestCodec.decode(golden("manifest-1.hex"))).isEqualTo(sample());
    }

    @Test
    void everyLaterVersionReadsTheGoldenDelta() {
        byte[] base = "the quick brown fox jumps over the lazy dog, and again: the quick brown fox"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] target = "the quick brown cat jumps over the lazy dog, and once again: the quick brown fox!"
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(Delta.apply(base, golden("delta-1.hex"), target.length)).isEqualTo(target);
    }

    @Test
    void chunksMayBeAnImageInColumns() {
        Manifest columns = Manifest.inColumns("session", METADATA, 90_000, List.of(chunk(1, 70_000), chunk(2, 7)));

        assertThat(ManifestCodec.decode(ManifestCodec.encode(columns))).isEqualTo(columns);
        assertThat(columns.chunkedBytes()).isEqualTo(70_007);
        assertThat(columns.imageBytes()).isEqualTo(90_000);
        Manifest later = columns.followedBy(METADATA, delta(1), 95_000);
        assertThat(ManifestCodec.decode(ManifestCodec.encode(later))).isEqualTo(later);
        assertThat(later.columnsOf()).hasValue(90_000);
    }

    @Test
    void aSmallImageIsInside() {
        byte[] image = new byte[ManifestLimits.MAX_INLINE_BYTES];
        Arrays.fill(image, (byte) 7);

        Manifest read = ManifestCodec.decode(ManifestCodec.encode(Manifest.inline("session", METADATA, image)));

        assertThat(read.inline().orElseThrow()).isEqualTo(image);
        assertThat(read.metadata()).isEqualTo(METADATA);
        assertThat(read.parts()).isEmpty();
    }

    @Test
    void anImageBeyondTheLimitIsNotInside() {
        Manifest tooLong = Manifest.inline("session", METADATA, new byte[ManifestLimits.MAX_INLINE_BYTES + 1]);

        assertThatThrownBy(() -> ManifestCodec.encode(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLongestImageInTheShortestChunksFitsAndNotOneMore() {
        Manifest longest = chunked(ManifestLimits.MAX_CHUNKS);
        for (int i = 0; i < ManifestLimits.MAX_DELTAS; i++) {
            longest = longest.followedBy(METADATA, delta(i), ManifestLimits.MAX_IMAGE_BYTES);
        }
        byte[] bytes = ManifestCodec.encode(longest);

        assertThat(ManifestCodec.decode(bytes).parts()).hasSize(ManifestLimits.MAX_PARTS);
        assertThatThrownBy(() -> ManifestCodec.encode(chunked(ManifestLimits.MAX_CHUNKS + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneDeltaMoreThanAllowedIsRefused() {
        Manifest manifest = chunked(1);
        for (int i = 0; i <= ManifestLimits.MAX_DELTAS; i++) {
            manifest = manifest.followedBy(METADATA, delta(i), 100);
        }
        Manifest tooMany = manifest;

        assertThatThrownBy(() -> ManifestCodec.encode(tooMany)).hasMessageContaining("17 deltas; 0 to 16 are allowed");
    }

    @Test
    void chunksOfOtherLengthsThanTheChunkerMakesAreRefused() {
        for (List<Part> parts : List.of(
                List.of(chunk(1, ManifestLimits.MIN_CHUNK_BYTES - 1), chunk(2, 1)),
                List.of(chunk(1, ManifestLimits.MAX_CHUNK_BYTES + 1)),
                List.of(chunk(1, 0)))) {
            Manifest manifest = Manifest.chunked("session", METADATA, parts);
            assertThatThrownBy(() -> ManifestCodec.encode(manifest)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aDeltaThatStandsTwiceIsRefused() {
        Manifest twice = chunked(1).followedBy(METADATA, delta(1), 9).followedBy(METADATA, delta(1), 9);

        assertThatThrownBy(() -> ManifestCodec.encode(twice)).hasMessageContaining("stands twice");
    }

    @Test
    void partsThatDoNotGiveTheImageAreRefused() {
        Manifest one = chunked(1);
        Manifest wrong = new Manifest(
                one.sessionId(),
                METADATA,
                one.imageBytes() + 1,
                one.inline(),
                one.columnsOf(),
                one.chunks(),
                one.deltas());

        assertThatThrownBy(() -> ManifestCodec.encode(wrong)).hasMessageContaining("the image has");
    }

    @Test
    void damagedBytesEndInAManifestOrTheOneException() {
        byte[] whole = ManifestCodec.encode(sample());
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            assertThat(reads(Arrays.copyOf(whole, at))).as("cut off at " + at).isFalse();
            for (int value = 0; value < 256; value++) {
                byte[] damaged = whole.clone();
                damaged[at] = (byte) value;
                refused += reads(damaged) ? 0 : 1;
            }
        }
        assertThat(reads(Arrays.copyOf(whole, whole.length + 1))).isFalse();
        assertThat(refused).isGreaterThan(1000);
    }

    @Test
    void aHugeCountCostsNothing() {
        byte[] whole = ManifestCodec.encode(chunked(1));
        int countAt = whole.length - (32 + 3 + 3) - 2;
        assertThat(whole[countAt]).as("the count of chunks").isEqualTo((byte) 1);
        byte[] huge = new byte[whole.length + 4];
        System.arraycopy(whole, 0, huge, 0, countAt);
        for (int i = 0; i < 4; i++) {
            huge[countAt + i] = (byte) 255;
        }
        huge[countAt + 4] = 7;
        System.arraycopy(whole, countAt + 1, huge, countAt + 5, whole.length - countAt - 1);

        assertThatThrownBy(() -> ManifestCodec.decode(huge))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("a count of 2147483647");
    }

    @Test
    void aManifestBeyondTheLimitIsNotEvenRead() {
        assertThatThrownBy(() -> ManifestCodec.decode(new byte[ManifestLimits.MAX_MANIFEST_BYTES + 1]))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("the longest has");
    }

    private static boolean reads(byte[] bytes) {
        try {
            Manifest manifest = ManifestCodec.decode(bytes);
            // What can be read has one form.
            assertThat(ManifestCodec.encode(manifest)).isEqualTo(bytes);
            return true;
        } catch (ManifestException refused) {
            return false;
        } catch (RuntimeException other) {
            return fail("ended in " + other, other);
        }
    }
}
