package org.multisynq4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.ImageSplitter;
import org.multisynq4j.snapshot.JvmCatalog;
import org.multisynq4j.snapshot.ObjectEncoder;
import org.multisynq4j.snapshot.SplitImage;

class ReferenceDeltaTest {
    private final ObjectEncoder encoder = new ObjectEncoder(new JvmCatalog(Crowd.class), CodecLimits.SNAPSHOT);

    private static SplitImage split(byte[] image) {
        ImageSplitter splitter = new ImageSplitter(image);
        while (splitter.work(1000)) {
            assertThat(splitter.split()).as("not before it is done").isEmpty();
        }
        return splitter.split().orElseThrow();
    }

    private static byte[] make(byte[] base, byte[] target) {
        SplitImage from = split(base);
        SplitImage to = split(target);
        return ReferenceDelta.make(from, to, DeltaTest.make(from.skeleton(), to.skeleton()));
    }

    private static byte[] apply(byte[] base, byte[] delta, int bytes) {
        DeltaChain chain = new DeltaChain(base);
        apply(chain, delta, bytes);
        return joined(chain);
    }

    private static void apply(DeltaChain chain, byte[] delta, int bytes) {
        while (chain.apply(delta, bytes, 1000)) {
            // In portions.
        }
    }

    private static byte[] joined(DeltaChain chain) {
        while (chain.join(1000)) {
            assertThatIllegalStateException().isThrownBy(chain::image);
        }
        return chain.image();
    }

    private Crowd crowd(int bodies, Random random) {
        return new Crowd(Crowd.Numbers.WHOLE, true, bodies, random);
    }

    @Test
    void changesOfLinkedStatesComeBackExactly() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            Crowd crowd = crowd(2 + random.nextInt(300), random);
            byte[] base = encoder.encode(crowd);
            crowd.change(random.nextInt(5), random);
            crowd.insert(random.nextInt(5), random);
            crowd.replace(random.nextInt(2), random);
            byte[] target = encoder.encode(crowd);

            assertThat(apply(base, make(base, target), target.length))
                    .as("seed " + seed + " round " + round)
                    .isEqualTo(target);
        }
    }

    @Test
    void anObjectMoreOrLessCostsLittleThoughItChangesTheNumbersOfAllOthers() {
        Random random = new Random(1);
        Crowd crowd = crowd(5000, random);
        byte[] base = encoder.encode(crowd);
        crowd.insert(20, random);
        crowd.replace(20, random);
        byte[] target = encoder.encode(crowd);

        byte[] delta = make(base, target);

        assertThat(delta.length).isLessThan(DeltaTest.make(base, target).length / 5);
        assertThat(apply(base, delta, target.length)).isEqualTo(target);
    }

    @Test
    void deltasOfBothKindsFollowEachOther() {
        Random random = new Random(2);
        Crowd crowd = crowd(300, random);
        byte[] image = encoder.encode(crowd);
        DeltaChain chain = new DeltaChain(image);
        for (int i = 0; i < 12; i++) {
            crowd.insert(3, random);
            crowd.change(3, random);
            byte[] next = encoder.encode(crowd);
            byte[] delta = i % 3 == 0 ? DeltaTest.make(image, next) : make(image, next);
            apply(chain, delta, next.length);
            if (i % 4 == 0) {
                assertThat(joined(chain)).isEqualTo(next);
            }
            image = next;
        }
        assertThat(joined(chain)).isEqualTo(image);
    }

    /** Base, delta, and what comes of them, a line each. */
    @Test
    void everyLaterVersionReadsTheGoldenDelta() {
        byte[] base = golden(0);
        byte[] target = golden(2);

        assertThat(apply(base, golden(1), target.length)).isEqualTo(target);
    }

    private static byte[] golden(int line) {
        try (InputStream in = ReferenceDeltaTest.class.getResourceAsStream("/golden/reference-delta-1.hex")) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n");
            return HexFormat.of().parseHex(lines[line].strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aBaseThatIsNoSnapshotIsRefused() {
        byte[] image = encoder.encode(crowd(5, new Random(5)));
        byte[] delta = make(image, image);

        assertThatThrownBy(() -> apply(new byte[] {1, 2, 3}, delta, image.length))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("no snapshot");
    }

    @Test
    void anotherLengthThanAnnouncedIsRefused() {
        byte[] image = encoder.encode(crowd(5, new Random(5)));
        byte[] delta = make(image, image);

        assertThatThrownBy(() -> apply(image, delta, image.length + 1)).isInstanceOf(ManifestException.class);
        assertThatThrownBy(() -> apply(image, delta, 10)).isInstanceOf(ManifestException.class);
    }

    @Test
    void damagedBytesEndInAnImageOfTheRightLengthOrTheOneException() {
        Random random = new Random(6);
        Crowd crowd = crowd(30, random);
        byte[] base = encoder.encode(crowd);
        crowd.insert(3, random);
        crowd.replace(3, random);
        byte[] target = encoder.encode(crowd);
        byte[] delta = make(base, target);
        int refused = 0;
        for (int at = 0; at < delta.length; at++) {
            assertThat(applies(base, Arrays.copyOf(delta, at), target.length))
                    .as("cut at " + at)
                    .isFalse();
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = delta.clone();
                damaged[at] ^= (byte) (1 << bit);
                refused += applies(base, damaged, target.length) ? 0 : 1;
            }
        }
        assertThat(applies(base, Arrays.copyOf(delta, delta.length + 1), target.length))
                .isFalse();
        assertThat(refused).isGreaterThan(100);
    }

    private static boolean applies(byte[] base, byte[] delta, int length) {
        try {
            assertThat(apply(base, delta, length)).hasSize(length);
            return true;
        } catch (ManifestException refused) {
            return false;
        } catch (RuntimeException other) {
            return fail("ended in " + other, other);
        }
    }

    @Test
    void copyingTheSameObjectsAgainAndAgainIsBounded() {
        int[] places = new int[1000];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        int[] to = new int[100];
        int[] lengths = new int[100];
        Arrays.fill(lengths, 1000);
        Delta.Copies copies = new Delta.Copies(100, to, new int[100], lengths);

        assertThat(Carried.of(places, copies, 100_000)).isNotNull();
        assertThatThrownBy(() -> Carried.of(places, copies, 99_999)).hasMessageContaining("more than 99999 objects");
    }
}
