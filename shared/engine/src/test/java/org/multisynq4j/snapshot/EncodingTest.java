package org.multisynq4j.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Encoding and decoding in portions. */
class EncodingTest {
    private final TypeCatalog catalog = new ListCatalog(EncodingTest.class);
    private final ObjectEncoder encoder = new ObjectEncoder(catalog, CodecLimits.SNAPSHOT);
    private final ObjectDecoder decoder = new ObjectDecoder(catalog, CodecLimits.SNAPSHOT);

    private static byte[] inPortions(Encoding encoding, Random random) {
        while (!encoding.go(() -> random.nextInt(3) == 0)) {
            assertThat(encoding.isDone()).isFalse();
        }
        return encoding.bytes();
    }

    private static <T> T inPortions(Decoding<T> decoding, Random random) {
        while (!decoding.go(() -> random.nextInt(3) == 0)) {
            assertThatThrownBy(decoding::value).isInstanceOf(IllegalStateException.class);
        }
        return decoding.value();
    }

    private static Object deep(Random random, int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(9)) {
            case 0 -> List.of(deep(random, depth - 1), deep(random, depth - 1));
            case 1 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(3000); i >= 0; i--) {
                    list.add(random.nextInt());
                }
                list.add(deep(random, depth - 1));
                yield list;
            }
            case 2 -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(3000); i >= 0; i--) {
                    map.put("k" + i, (double) i);
                }
                map.put("deep", deep(random, depth - 1));
                yield map;
            }
            case 3 -> {
                Map<Integer, Object> map = new TreeMap<>(java.util.Comparator.reverseOrder());
                for (int i = random.nextInt(3000); i >= 0; i--) {
                    map.put(i, "v" + i % 7);
                }
                yield map;
            }
            case 4 -> new double[random.nextInt(10_000)];
            case 5 -> random.ints(random.nextInt(10_000)).toArray();
            case 6 -> new byte[] {1, 2, 3};
            case 7 -> new Object[] {deep(random, depth - 1), "x".repeat(random.nextInt(100_000)), new long[2000]};
            case 8 -> new boolean[][] {new boolean[1024], new boolean[1025]};
            default -> "leaf";
        };
    }

    @Test
    void howeverItIsPortionedTheBytesAreTheSame() {
        for (long seed = 1; seed <= 300; seed++) {
            Object graph = deep(new Random(seed), 6);

            byte[] portioned = inPortions(encoder.begin(graph, 0), new Random(seed));

            assertThat(portioned).as("seed " + seed).isEqualTo(encoder.encode(graph));
        }
    }

    @Test
    void howeverReadingIsPortionedTheGraphIsTheSame() {
        for (long seed = 1; seed <= 300; seed++) {
            byte[] image = encoder.encode(deep(new Random(seed), 6));

            Object read = inPortions(decoder.begin(image, Object.class), new Random(seed));

            assertThat(encoder.encode(read)).as("seed " + seed).isEqualTo(image);
        }
    }

    @Test
    void readingAsksForTimeOften() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            many.add(new ArrayList<>(List.of(i)));
        }
        int[] asked = new int[1];

        decoder.begin(encoder.encode(many), Object.class).go(() -> {
            asked[0]++;
            return false;
        });

        assertThat(asked[0]).isGreaterThan(100_000 / EncoderRun.FUEL);
    }

    @Test
    void damageIsFoundInALaterPortionToo() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            many.add(i);
        }
        byte[] image = encoder.encode(many);
        Decoding<Object> cutOff = decoder.begin(Arrays.copyOf(image, image.length - 1), Object.class);

        assertThat(cutOff.go(() -> true)).isFalse();
        assertThatThrownBy(() -> cutOff.go(() -> false)).isInstanceOf(SnapshotException.class);
    }

    @Test
    void timeIsAskedForOften() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            many.add(List.of(i));
        }
        int[] asked = new int[1];

        encoder.begin(List.of(many, new double[100_000], "x".repeat(1_000_000)), 0)
                .go(() -> {
                    asked[0]++;
                    return false;
                });

        assertThat(asked[0]).isGreaterThan((200_000 + 100_000) / EncoderRun.FUEL);
    }

    @Test
    void halfAnEncodingCannotBeHad() {
        Encoding encoding = encoder.begin(new double[5000], 0);

        assertThat(encoding.go(() -> true)).isFalse();
        assertThatThrownBy(encoding::bytes).isInstanceOf(IllegalStateException.class);
        assertThat(encoding.go(() -> false)).isTrue();
        assertThat(encoding.bytes()).isEqualTo(encoder.encode(new double[5000]));
    }

    @Test
    void whatCannotBeStoredIsNamedInALaterPortionToo() {
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            many.add(i);
        }
        many.add(new Object());
        Encoding encoding = encoder.begin(many, 0);

        assertThat(encoding.go(() -> true)).isFalse();
        assertThatThrownBy(() -> encoding.go(() -> false))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("[5000]");
    }
}
