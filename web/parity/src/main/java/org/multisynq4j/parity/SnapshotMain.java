package org.multisynq4j.parity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multisynq4j.client.browser.CompiledModels;
import org.multisynq4j.manifest.Delta;
import org.multisynq4j.manifest.DeltaMaker;
import org.multisynq4j.manifest.ReferenceDelta;
import org.multisynq4j.model.Action;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.ImageColumns;
import org.multisynq4j.snapshot.ImageSplitter;
import org.multisynq4j.snapshot.ModelReferences;
import org.multisynq4j.snapshot.ObjectDecoder;
import org.multisynq4j.snapshot.ObjectEncoder;
import org.multisynq4j.snapshot.PayloadCodec;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.snapshot.SplitImage;
import org.multisynq4j.snapshot.StateHash;
import org.multisynq4j.snapshot.TypeCatalog;

/** Encodes, decodes and damages snapshots, and prints what comes out. */
public final class SnapshotMain {
    enum Kind {
        PLAIN,
        FANCY {
            @Override
            int weight() {
                return 7;
            }
        };

        int weight() {
            return 1;
        }
    }

    record Point(double x, float y, String tag, byte[] bytes, Point[] friends, List<Point> more) {
        Point {
            bytes = bytes.clone();
        }
    }

    record Link(Object value, List<Object> list) {}

    static final class Node {
        Node next;
        Object value;
    }

    /** Says where the scan begins. */
    static final class Root extends Model {
        private State state;
    }

    /** Everything the codec stores. */
    static final class State {
        private final List<Object> things = new ArrayList<>();
        private final Map<Kind, Point> byKind = new EnumMap<>(Kind.class);
        private final EnumMap<Kind, Integer> empty = new EnumMap<>(Kind.class);
        private final TreeMap<String, Object> tree = new TreeMap<>();
        private final LinkedHashMap<Point, Node> byRecord = new LinkedHashMap<>();
        private Action action = this::step;
        private Optional<Node> node = Optional.empty();
        private Link link;
        private long steps = Long.MIN_VALUE;
        private double x = 0.1;
        private char letter = '\ud834';
        private int[][] grid = {{1, -2}, null};

        void fill() {
            Point point = new Point(-0.0, Float.NaN, "ä€𝄞\ud834", new byte[] {1, -1}, new Point[1], List.of());
            int captured = 5;
            Action changing = () -> {
                steps += captured;
                x = x * 3 - captured;
                things.add(new Point(x, (float) x, "more", new byte[0], null, List.of(point)));
            };
            Collections.addAll(things, changing, changing, action, point, point, 'c', 1L << 40, (short) -3, 1.5f, null);
            things.add(new LinkedList<>(List.of("a", "b")));
            things.add(new ArrayDeque<>(List.of(1, 2)));
            things.add(new LinkedHashSet<>(List.of(3, Kind.FANCY, point)));
            things.add(new TreeSet<>(Collections.reverseOrder()));
            things.add(EnumSet.allOf(Kind.class));
            things.add(EnumSet.noneOf(Kind.class));
            things.add(BitSet.valueOf(new byte[] {5, 1}));
            things.add(new StringBuilder("built"));
            things.add(new Object[] {new boolean[] {true}, new char[] {'x'}, new Point[][] {{point}}, new float[] {1}});
            things.add(Collections.nCopies(2, Collections.singletonList(point)));
            byKind.put(Kind.FANCY, point);
            tree.put("b", this);
            tree.put("a", Kind.PLAIN);
            Node first = new Node();
            first.next = first;
            node = Optional.of(first);
            byRecord.put(point, first);
            List<Object> list = new ArrayList<>();
            link = new Link("outer", list);
            list.add(link);
            first.value = new Link(link, things);
        }

        void step() {
            steps++;
            letter++;
            grid[0][0] += byKind.keySet().iterator().next().weight();
        }

        void run() {
            for (Object thing : new ArrayList<>(things)) {
                if (thing instanceof Action act) {
                    act.run();
                }
            }
            empty.put(Kind.PLAIN, empty.size());
        }
    }

    private final ObjectEncoder encoder;
    private final ObjectDecoder decoder;
    private final PayloadCodec payloads;

    private SnapshotMain(TypeCatalog catalog) {
        encoder = new ObjectEncoder(catalog, CodecLimits.SNAPSHOT);
        decoder = new ObjectDecoder(catalog, CodecLimits.SNAPSHOT);
        payloads = new PayloadCodec(catalog, ModelReferences.none());
    }

    public static void main(String[] args) {
        print(CompiledModels.catalog(Root.class));
    }

    static void print(TypeCatalog catalog) {
        new SnapshotMain(catalog).printAll();
    }

    private void printAll() {
        State root = new State();
        root.fill();
        byte[] bytes = encoder.encode(root);
        System.out.println("state " + hex(bytes));
        State copy = decoder.decode(bytes, State.class);
        System.out.println("copy " + hash(copy).equals(hash(root)));
        for (int i = 0; i < 3; i++) {
            root.run();
            copy.run();
        }
        System.out.println("later " + hash(copy) + " " + hash(copy).equals(hash(root)));
        System.out.println("entered elsewhere " + hash(root.link) + " "
                + hash(decoder.decode(encoder.encode(root.link), Link.class)).equals(hash(root.link)));
        Node first = new Node();
        Node last = first;
        for (int i = 0; i < 100_000; i++) {
            last.next = new Node();
            last = last.next;
            last.value = new Link(i, null);
        }
        System.out.println("chain "
                + hash(decoder.decode(encoder.encode(first), Node.class)).equals(hash(first)));
        byte[] payload = payloads.encode(List.of(
                new Link("value", new ArrayList<>(List.of(Kind.FANCY, 1.5))), new byte[] {1}, new double[] {-0.0}));
        printStored();
        System.out.println("payload " + hex(payload) + " " + hex(payloads.encode(payloads.decode(payload))));
        printDamage(bytes);
    }

    /** Columns and deltas of both kinds, there and back: equal bytes are one file, whoever stores them. */
    private void printStored() {
        byte[] base = encoder.encode(numbersAndLinks(300, 0));
        byte[] target = encoder.encode(numbersAndLinks(300, 3));
        ImageColumns packing = ImageColumns.packing(base);
        while (packing.work(1000)) {}
        byte[] columns = packing.packed().orElseThrow();
        ImageColumns unpacking = ImageColumns.unpacking(columns, base.length);
        while (unpacking.work(1000)) {}
        SplitImage from = split(base);
        SplitImage to = split(target);
        byte[] delta = delta(base, target);
        byte[] referring = ReferenceDelta.make(from, to, delta(from.skeleton(), to.skeleton()));
        boolean back = Arrays.equals(unpacking.image(), base)
                && Arrays.equals(Delta.apply(base, delta, target.length), target)
                && Arrays.equals(
                        ReferenceDelta.apply(from, referring, target.length).join(), target);
        System.out.println("stored " + StateHash.of(columns) + " " + StateHash.of(delta) + " " + StateHash.of(referring)
                + " " + back);
    }

    private static SplitImage split(byte[] image) {
        ImageSplitter splitter = new ImageSplitter(image);
        while (splitter.work(1000)) {}
        return splitter.split().orElseThrow();
    }

    private static byte[] delta(byte[] base, byte[] target) {
        DeltaMaker maker = new DeltaMaker(base, target, Integer.MAX_VALUE);
        while (maker.work(1000)) {}
        return maker.delta().orElseThrow();
    }

    /** Lists of numbers of all kinds that refer to each other, and some more somewhere. */
    private static List<Object> numbersAndLinks(int count, int more) {
        List<Object> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<Object>(List.of(i, i / 100.0, -i * 0.125, 1.0 / (i + 1), i * 1e15, i % 7 == 0)));
        }
        List<Object> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            links.add(lists.get(i * 7919 % count));
        }
        for (int i = 0; i < more; i++) {
            lists.add(i * 90 + 10, new ArrayList<Object>(List.of("new", -0.0, i + 0.5)));
        }
        return new ArrayList<>(List.of(lists, links, new double[] {0.1, 2.5, -1e9, 1e300, Double.NaN, 3}));
    }

    private void printDamage(byte[] bytes) {
        int refused = 0;
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = bytes.clone();
                damaged[at] ^= (byte) (1 << bit);
                try {
                    decoder.decode(damaged, State.class);
                } catch (SnapshotException expected) {
                    refused++;
                }
            }
        }
        System.out.println("damaged " + refused + " of " + bytes.length * 8 + " refused");
    }

    private String hash(Object graph) {
        return StateHash.of(encoder.encode(graph));
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte value : bytes) {
            text.append(Character.forDigit(value >> 4 & 15, 16)).append(Character.forDigit(value & 15, 16));
        }
        return text.toString();
    }
}
