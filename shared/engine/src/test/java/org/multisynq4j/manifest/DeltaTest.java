package org.multisynq4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.ByteWriter;

class DeltaTest {
    static byte[] make(byte[] base, byte[] target) {
        return make(base, target, 1 << 16, Integer.MAX_VALUE).orElseThrow();
    }

    private static Optional<byte[]> make(byte[] base, byte[] target, int portion, int most) {
        DeltaMaker maker = new DeltaMaker(base, target, most);
        while (maker.work(portion)) {
            assertThat(target).isNotNull();
        }
        return maker.delta();
    }

    private static byte[] random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Objects of some 40 bytes each, of which most bytes are alike, as an image has them. */
    private static byte[] objects(Random random, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            out.writeBytes("\15\1\12\2object of some kind\6\4".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            out.writeBytes(random(random, 12));
        }
        return out.toByteArray();
    }

    private static byte[] edited(Random random, byte[] base, int edits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] places = random.ints(edits, 0, base.length + 1).sorted().toArray();
        int at = 0;
        for (int place : places) {
            if (place >= at) {
                out.write(base, at, place - at);
                out.writeBytes(random(random, random.nextInt(20)));
                at = Math.min(base.length, place + random.nextInt(20));
            }
        }
        out.write(base, at, base.length - at);
        return out.toByteArray();
    }

    @Test
    void editsAnywhereComeBackExactly() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] base = objects(random, random.nextInt(200));
            byte[] target = edited(random, base, random.nextInt(30));
            byte[] delta = make(base, target);

            assertThat(Delta.apply(base, delta, target.length))
                    .as("seed " + seed + " round " + round)
                    .isEqualTo(target);
        }
    }

    @Test
    void somethingFromNothingAndNothingFromSomething() {
        byte[] bytes = objects(new Random(1), 10);

        assertThat(Delta.apply(new byte[0], make(new byte[0], bytes), bytes.length))
                .isEqualTo(bytes);
        assertThat(Delta.apply(bytes, make(bytes, new byte[0]), 0)).isEmpty();
    }

    @Test
    void theDeltaCanBeAskedForAgain() {
        byte[] base = objects(new Random(8), 10);
        byte[] target = Arrays.copyOf(base, base.length + 9);
        DeltaMaker maker = new DeltaMaker(base, target, Integer.MAX_VALUE);
        while (maker.work(1000)) {
            assertThat(maker).isNotNull();
        }

        assertThat(maker.delta().orElseThrow()).isEqualTo(maker.delta().orElseThrow());
        assertThat(Delta.apply(base, maker.delta().orElseThrow(), target.length))
                .isEqualTo(target);
    }

    @Test
    void portionsOfAnySizeGiveTheSameImage() {
        Random random = new Random(2);
        byte[] base = objects(random, 500);
        byte[] target = edited(random, base, 40);
        for (int portion : new int[] {1, 7, 16, 17, 1000, Integer.MAX_VALUE}) {
            byte[] delta = make(base, target, portion, Integer.MAX_VALUE).orElseThrow();
            assertThat(Delta.apply(base, delta, target.length))
                    .as("portion " + portion)
                    .isEqualTo(target);
        }
    }

    @Test
    void aChangeCostsLittleMoreThanItsBytes() {
        Random random = new Random(3);
        byte[] base = objects(random, 10_000);
        byte[] target = base.clone();
        for (int i = 0; i < 100; i++) {
            target[random.nextInt(target.length)]++;
        }

        assertThat(make(base, target).length).isLessThan(100 * 6 + 40);
    }

    @Test
    void whatWasRemovedOrMovedIsFoundAgain() {
        Random random = new Random(4);
        byte[] base = objects(random, 10_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(base, 200_000, 100_000);
        out.write(base, 0, 100_000);
        out.write(base, 150_000, 50_000);
        byte[] target = out.toByteArray();

        assertThat(make(base, target).length).isLessThan(100);
    }

    @Test
    void aDeltaLongerThanAllowedIsGivenUp() {
        Random random = new Random(5);
        byte[] base = random(random, 10_000);
        byte[] target = random(random, 10_000);
        int length = make(base, target).length;

        assertThat(make(base, target, 100, length)).isPresent();
        assertThat(make(base, target, 100, length - 1)).isEmpty();
        assertThat(make(base, target, 100, 500)).isEmpty();
    }

    @Test
    void repetitiveImagesTakeNoLongerThanOthers() {
        byte[] base = new byte[4 << 20];
        byte[] target = new byte[(4 << 20) + 5];
        target[1 << 20] = 1;
        target[3 << 20] = 1;

        byte[] delta = make(base, target);

        assertThat(delta.length).isLessThan(100);
        assertThat(Delta.apply(base, delta, target.length)).isEqualTo(target);
    }

    @Test
    void aDeltaForAnotherBaseOrLengthIsRefused() {
        byte[] base = objects(new Random(6), 20);
        byte[] target = Arrays.copyOf(base, base.length - 3);
        byte[] delta = make(base, target);

        assertThatThrownBy(() -> Delta.apply(Arrays.copyOf(base, 9), delta, target.length))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("a base of");
        assertThatThrownBy(() -> Delta.apply(base, delta, target.length + 1))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("an image of");
    }

    @Test
    void damagedBytesEndInAnImageOfTheRightLengthOrTheOneException() {
        Random random = new Random(7);
        byte[] base = objects(random, 30);
        byte[] target = edited(random, base, 6);
        byte[] delta = make(base, target);
        int refused = 0;
        for (int at = 0; at < delta.length; at++) {
            assertThat(applies(base, Arrays.copyOf(delta, at), target.length)).isFalse();
            for (int value = 0; value < 256; value++) {
                byte[] damaged = delta.clone();
                damaged[at] = (byte) value;
                refused += applies(base, damaged, target.length) ? 0 : 1;
            }
        }
        assertThat(applies(base, Arrays.copyOf(delta, delta.length + 1), target.length))
                .isFalse();
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void nothingIsTakenForAnImageThatTheStepsDoNotGive() {
        ByteWriter bomb = new ByteWriter();
        bomb.writeByte(Delta.FORMAT);
        bomb.writeUnsigned(10);
        bomb.writeUnsigned(Integer.MAX_VALUE);
        bomb.writeUnsigned(1);
        for (int column : new int[] {0, 0, 10}) {
            bomb.writeBlob(new byte[] {(byte) column});
        }

        // Twice two gigabytes would end in an OutOfMemoryError.
        assertThatThrownBy(() -> Delta.apply(new byte[10], bomb.toByteArray(), Integer.MAX_VALUE))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("are missing");
    }

    private static boolean applies(byte[] base, byte[] delta, int length) {
        try {
            assertThat(Delta.apply(base, delta, length)).hasSize(length);
            return true;
        } catch (ManifestException refused) {
            return false;
        } catch (RuntimeException other) {
            return fail("ended in " + other, other);
        }
    }
}
