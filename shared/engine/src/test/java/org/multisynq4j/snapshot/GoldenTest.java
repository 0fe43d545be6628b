package org.multisynq4j.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Encodings that every later version must read, and write the same as long as the format's number is the same. The types here must not change; a new format gets
 * new files beside the old ones.
 */
class GoldenTest {
    private final TypeCatalog catalog = new JvmCatalog(GoldenTest.class);

    interface Step extends Serializable {
        void run();
    }

    enum Color {
        RED,
        BLUE
    }

    record Dot(double x, int n, String label, Object other) {}

    static class Below {
        protected long counter = 1L << 40;
        boolean flag = true;
    }

    static class Root extends Below {
        byte b = -1;
        short s = -300;
        char c = 'ä';
        int i = 1_000_000;
        float f = 0.1f;
        double d = Double.NaN;
        Root self = this;
        Color color = Color.BLUE;
        Dot dot = new Dot(-0.0, 7, "dot", null);
        Object same = dot;
        byte[] bytes = {1, 2};
        double[] doubles = {1.5};
        int[][] grid = {{1}, null};
        Object[] values = {true, false, (byte) 1, (short) 2, 'c', 3, 4L, 5f, 6.0, "dot", null};
        List<Object> arrayList = new ArrayList<>(List.of(1));
        List<Object> linkedList = new LinkedList<>(List.of(2));
        ArrayDeque<Object> deque = new ArrayDeque<>(List.of(3));
        Map<Object, Object> map = new LinkedHashMap<>(Map.of("k", dot));
        TreeMap<String, Integer> tree = new TreeMap<>(Map.of("b", 2, "a", 1));
        TreeSet<Integer> reversed = new TreeSet<>(java.util.Collections.reverseOrder());
        LinkedHashSet<Object> set = new LinkedHashSet<>(List.of("s"));
        EnumMap<Color, Integer> enumMap = new EnumMap<>(Map.of(Color.RED, 1));
        EnumSet<Color> enumSet = EnumSet.noneOf(Color.class);
        BitSet bits = BitSet.valueOf(new byte[] {5, 1});
        List<Object> immutable = List.of("i", List.of());
        Optional<Object> some = Optional.of("o");
        Optional<Object> none = Optional.empty();
        StringBuilder builder = new StringBuilder("sb");
        Step step = this::increment;

        void increment() {
            counter++;
        }

        private Root() {
            reversed.add(1);
            reversed.add(2);
        }
    }

    private static byte[] golden(String name) {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void snapshotOfFormat1IsWrittenAsItAlwaysWas() {
        byte[] encoded = new ObjectEncoder(catalog, CodecLimits.SNAPSHOT).encode(new Root());
        assertThat(HexFormat.of().formatHex(encoded)).isEqualTo(HexFormat.of().formatHex(golden("snapshot-1.hex")));
    }

    @Test
    void snapshotOfFormat1IsRead() {
        Root root = new ObjectDecoder(catalog, CodecLimits.SNAPSHOT).decode(golden("snapshot-1.hex"), Root.class);
        assertThat(root.self).isSameAs(root);
        assertThat(root.same).isSameAs(root.dot).isEqualTo(new Dot(-0.0, 7, "dot", null));
        assertThat(root.map).containsEntry("k", root.dot);
        assertThat(root.reversed).containsExactly(2, 1);
        assertThat(root.values[4]).isEqualTo('c');
        root.step.run();
        assertThat(root.counter).isEqualTo((1L << 40) + 1);
    }

    @Test
    void payloadOfFormat1IsWrittenAndReadAsItAlwaysWas() {
        PayloadCodec codec = new PayloadCodec(catalog, ModelReferences.none());
        Object data = new Dot(1, 2, "label", List.of(Color.RED, new Dot(1, 2, "label", null)));
        assertThat(HexFormat.of().formatHex(codec.encode(data)))
                .isEqualTo(HexFormat.of().formatHex(golden("payload-1.hex")));
        assertThat(codec.decode(golden("payload-1.hex"))).isEqualTo(data);
    }
}
