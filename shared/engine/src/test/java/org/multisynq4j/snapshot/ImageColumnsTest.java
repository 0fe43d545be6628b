package org.multisynq4j.snapshot;

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
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.Sample.Everything;

class ImageColumnsTest {
    private final ObjectEncoder encoder = new ObjectEncoder(new JvmCatalog(Sample.class), CodecLimits.SNAPSHOT);
    private final byte[] sample = encoder.encode(Everything.make(4));

    private static Optional<byte[]> pack(byte[] image) {
        ImageColumns packing = ImageColumns.packing(image);
        while (packing.work(1000)) {
            assertThat(packing).isNotNull();
        }
        return packing.packed();
    }

    private static byte[] unpack(byte[] packed, int imageBytes) {
        ImageColumns unpacking = ImageColumns.unpacking(packed, imageBytes);
        while (unpacking.work(1000)) {
            assertThat(unpacking).isNotNull();
        }
        return unpacking.image();
    }

    private static void comesBack(byte[] image) {
        assertThat(unpack(pack(image).orElseThrow(), image.length)).isEqualTo(image);
    }

    private static byte[] golden(String name) {
        try (InputStream in = ImageColumnsTest.class.getResourceAsStream("/golden/" + name)) {
            return HexFormat.of()
                    .parseHex(new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyKindOfValueComesBack() {
        for (int size = 0; size < 8; size++) {
            comesBack(encoder.encode(Everything.make(size)));
        }
    }

    @Test
    void everyLaterVersionReadsAndWritesTheGoldenColumns() {
        byte[] image = golden("snapshot-1.hex");

        assertThat(HexFormat.of().formatHex(pack(image).orElseThrow()))
                .isEqualTo(HexFormat.of().formatHex(golden("columns-2.hex")));
        assertThat(unpack(golden("columns-2.hex"), image.length)).isEqualTo(image);
    }

    @Test
    void columnsOfTheFirstFormatAreReadForEver() {
        byte[] image = golden("snapshot-1.hex");

        assertThat(unpack(golden("columns-1.hex"), image.length)).isEqualTo(image);
    }

    @Test
    void valuesOfFewKindsTakeAFewBitsEach() {
        int count = 8000;
        for (int kinds : new int[] {1, 2, 3, 4, 5, 16, 17, 18}) {
            byte[] values = new byte[count];
            for (int i = 0; i < count; i++) {
                values[i] = (byte) (i * 7919 % kinds * 13);
            }
            byte[] image = encoder.encode(values);
            int bits = kinds <= 2 ? 1 : kinds <= 4 ? 2 : kinds <= 16 ? 4 : 8;

            assertThat(pack(image).orElseThrow())
                    .as(kinds + " kinds")
                    .hasSizeBetween(count * bits / 8, count * bits / 8 + 100);
            comesBack(image);
        }
    }

    @Test
    void aNumberOutsideOfItsAlphabetIsRefused() {
        byte[] values = new byte[400];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % 3);
        }
        byte[] image = encoder.encode(values);
        byte[] packed = pack(image).orElseThrow();
        packed[packed.length - 1] = -1;

        assertThatThrownBy(() -> unpack(packed, image.length))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("in an alphabet of");
    }

    @Test
    void decimalsStayTheSameWhereSomeNumbersNeedFewer() {
        double[] hundredths = new double[10_000];
        for (int i = 0; i < hundredths.length; i++) {
            hundredths[i] = (i * 7919 % 100_000) / 100.0;
        }
        byte[] packed = pack(encoder.encode(hundredths)).orElseThrow();

        // Three bytes of digits each, and a bit that says they are hundredths, as every one is but those before the
        // first.
        assertThat(packed).hasSizeLessThan(hundredths.length * 3 + hundredths.length / 8 + 200);
    }

    @Test
    void everyDoubleComesBackBitByBit() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Object> doubles = new ArrayList<>(List.of(
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.1,
                -0.1,
                0.3,
                1e-6,
                1e-7,
                123.456,
                -99.99,
                1e9,
                1073741823.0,
                1073741824.0,
                -1073741823.0,
                2147483648.0,
                1e300,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                4503599627370497.5,
                1048575.0,
                1048576.0,
                2097153.0));
        for (int i = 0; i < 20_000; i++) {
            doubles.add(Double.longBitsToDouble(random.nextLong()));
            doubles.add((double) random.nextInt());
            doubles.add((random.nextInt() >> random.nextInt(32)) / ColumnTape.TENS[random.nextInt(7)]);
        }
        byte[] image = encoder.encode(doubles.toArray(new Object[0]));

        assertThat(unpack(pack(image).orElseThrow(), image.length))
                .as("seed " + seed)
                .isEqualTo(image);
    }

    @Test
    void deepAndWideStatesComeBack() {
        Object[] chain = {null};
        for (int i = 0; i < 200_000; i++) {
            chain = new Object[] {chain, i};
        }
        comesBack(encoder.encode(chain));
        TreeMap<String, Object> map = new TreeMap<>(java.util.Comparator.reverseOrder());
        for (int i = 0; i < 2000; i++) {
            map.put("key " + i, new int[] {i, -i, i * 1_000_003});
        }
        comesBack(encoder.encode(new Object[] {map, new long[] {Long.MIN_VALUE, 1L << 40}, new float[] {1.5f}}));
    }

    @Test
    void everyImageCanBeSplitAndJoinedAgain() {
        for (int size = 0; size < 8; size++) {
            byte[] image = encoder.encode(Everything.make(size));
            ImageSplitter splitter = new ImageSplitter(image);
            while (splitter.work(100)) {
                assertThat(splitter).isNotNull();
            }
            SplitImage split = splitter.split().orElseThrow();

            assertThat(split.join()).isEqualTo(image);
            for (int reference : split.references()) {
                assertThat(reference).isLessThan(split.objects().length);
            }
        }
    }

    @Test
    void whatIsNoImageIsNotPacked() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            pack(noise).ifPresent(packed -> assertThat(unpack(packed, noise.length))
                    .isEqualTo(noise));
        }
        assertThat(pack(new byte[0])).isEmpty();
        assertThat(pack(Arrays.copyOf(sample, sample.length + 1))).isEmpty();
        assertThat(pack(Arrays.copyOf(sample, sample.length - 1))).isEmpty();
    }

    /** A long list of objects of one class, some of whose fields are out of the ordinary. */
    private byte[] smallObjects(Random random) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Sample.Small each = new Sample.Small();
            each.z = random.nextBoolean();
            each.b = (byte) random.nextInt();
            each.s = (short) (random.nextInt() >> random.nextInt(32));
            each.c = (char) (random.nextInt() >>> random.nextInt(32));
            each.i = random.nextInt() >> random.nextInt(32);
            each.j = random.nextLong() >> random.nextInt(64);
            each.f = random.nextFloat();
            each.d = random.nextInt(10) == 0 ? random.nextDouble() : (random.nextInt() >> random.nextInt(32)) / 100.0;
            each.e = random.nextInt(-100, 100) * (random.nextInt(20) == 0 ? 1e-9 : 0.5);
            each.kind = Sample.Kind.values()[random.nextInt(2)];
            each.text = random.nextInt(4) == 0 ? null : "text " + random.nextInt(200);
            each.other = switch (random.nextInt(9)) {
                case 0 -> i;
                case 1 -> i / 8.0;
                case 2 -> i % 2 == 0;
                case 3 -> List.of(i);
                case 4 -> all.isEmpty() ? each : all.get(random.nextInt(i));
                case 5 -> new Object[] {new Sample.Small(), each};
                case 6 -> "text";
                default -> null;
            };
            all.add(each);
        }
        return encoder.encode(new Object[] {new ArrayList<>(all), all.toArray()});
    }

    @Test
    void longListsOfObjectsComeBackInPortionsOfAnySize() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            byte[] image = smallObjects(random);
            ImageColumns packing = ImageColumns.packing(image);
            while (packing.work(random.nextInt(400))) {
                assertThat(packing).isNotNull();
            }
            byte[] packed = packing.packed().orElseThrow();
            ImageColumns unpacking = ImageColumns.unpacking(packed, image.length);
            while (unpacking.work(random.nextInt(400))) {
                assertThat(unpacking).isNotNull();
            }

            assertThat(packed).as("seed " + seed).isEqualTo(pack(image).orElseThrow());
            assertThat(unpacking.image()).as("seed " + seed).isEqualTo(image);
        }
    }

    @Test
    void damagedListsOfObjectsEndInAnImageOfTheRightLengthOrTheOneException() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] image = smallObjects(random);
        byte[] packed = pack(image).orElseThrow();
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            byte[] damaged = packed.clone();
            damaged[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
            refused += unpacks(damaged, image.length) ? 0 : 1;
        }
        assertThat(refused).as("seed " + seed).isGreaterThan(20);
        for (int i = 0; i < 600; i++) {
            byte[] damaged = image.clone();
            damaged[random.nextInt(image.length)] ^= (byte) (1 << random.nextInt(8));
            pack(damaged).ifPresent(columns -> assertThat(unpack(columns, damaged.length))
                    .as("seed " + seed)
                    .isEqualTo(damaged));
        }
    }

    @Test
    void damagedColumnsEndInAnImageOfTheRightLengthOrTheOneException() {
        byte[] packed = pack(sample).orElseThrow();
        int refused = 0;
        for (int at = 0; at < packed.length; at++) {
            assertThat(unpacks(Arrays.copyOf(packed, at))).isFalse();
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = packed.clone();
                damaged[at] ^= (byte) (1 << bit);
                refused += unpacks(damaged) ? 0 : 1;
            }
        }
        assertThat(unpacks(Arrays.copyOf(packed, packed.length + 1))).isFalse();
        assertThat(refused).isGreaterThan(1000);
    }

    private boolean unpacks(byte[] packed) {
        return unpacks(packed, sample.length);
    }

    private static boolean unpacks(byte[] packed, int imageBytes) {
        try {
            assertThat(unpack(packed, imageBytes)).hasSize(imageBytes);
            return true;
        } catch (SnapshotException refused) {
            return false;
        } catch (RuntimeException other) {
            return fail("ended in " + other, other);
        }
    }

    @Test
    void nothingLargeIsMadeForAnImageTheColumnsCannotHold() {
        ByteWriter bomb = new ByteWriter();
        bomb.writeByte(ImageColumns.FORMAT);
        bomb.writeUnsigned(Integer.MAX_VALUE - 100);
        bomb.writeUnsigned(0);

        assertThatThrownBy(() -> ImageColumns.unpacking(bomb.toByteArray(), Integer.MAX_VALUE - 100))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("in columns of 7 bytes");
    }

    @Test
    void moreFieldsThanContextsShareTheLastOne() {
        Object nested = 1;
        for (int i = 0; i < 2 * ImageWalk.MAX_CONTEXTS; i++) {
            nested = new ArrayList<>(List.of(nested, i));
        }
        comesBack(encoder.encode(nested));
    }
}
