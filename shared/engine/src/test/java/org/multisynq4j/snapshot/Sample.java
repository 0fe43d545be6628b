package org.multisynq4j.snapshot;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Types for the tests of the codec, and one object that has everything. */
final class Sample {
    private Sample() {}

    interface Step extends Serializable {
        void run();
    }

    interface Mapper extends Serializable {
        int map(int x);
    }

    enum Kind {
        RED,
        GREEN {
            @Override
            int weight() {
                return 7;
            }
        };

        int weight() {
            return 1;
        }
    }

    record Point(double x, int n, String tag, Point next) {}

    record Holder(Object value, List<Object> list) {}

    record Copying(List<Object> list, double[] numbers) {
        Copying {
            list = new ArrayList<>(list);
            numbers = numbers.clone();
        }
    }

    record Strict(int n) {
        Strict {
            if (n < 0) {
                throw new IllegalArgumentException("n is negative");
            }
        }
    }

    abstract static class Base {
        private int secret = 5;
        protected String name = "base";

        int secret() {
            return secret;
        }

        void bump() {
            secret++;
        }
    }

    static final class Node {
        Node next;
        Object value;
    }

    /** Equal by its number, which comes after {@code a} in the encoding. */
    static final class Task implements Comparable<Task> {
        Object a;
        int number;

        @Override
        public int compareTo(Task other) {
            return Integer.compare(number, other.number);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Task task && task.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(number);
        }
    }

    static final class ByLength implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            return Integer.compare(a.length(), b.length());
        }
    }

    static final class NoConstructor {
        final int n;

        NoConstructor(int n) {
            this.n = n;
        }
    }

    static class Meta {
        Object meta;
    }

    static final class Line {
        Object meta = new Date(0);
    }

    static final class Chat {
        final List<Meta> lines = new ArrayList<>();
    }

    static final class ExtendsList extends ArrayList<String> {
        private static final long serialVersionUID = 1;
    }

    /** One of the many small objects that large states are made of. */
    static final class Small {
        boolean z;
        byte b;
        short s;
        char c;
        int i;
        long j;
        float f;
        double d;
        double e;
        Kind kind;
        String text;
        Object other;
    }

    static class Everything extends Base {
        static int ignoredStatic = 4;
        transient int ignoredTransient = 3;
        private final int fixed;
        boolean z;
        byte b;
        short s;
        char c;
        int i;
        long j;
        float f;
        double d;
        Boolean boxZ;
        Byte boxB;
        Short boxS;
        Character boxC;
        Integer boxI;
        Long boxJ;
        Float boxF;
        Double boxD;
        String text;
        Object nothing = "replaced by null";
        Kind kind;
        Point point;
        Everything self;
        Object shared1;
        Object shared2;
        boolean[] booleans;
        byte[] bytes;
        short[] shorts;
        char[] chars;
        int[] ints;
        long[] longs;
        float[] floats;
        double[] doubles;
        String[] strings;
        Point[] points;
        int[][] grid;
        Object[] mixed;
        List<?>[] lists;
        List<Object> arrayList;
        LinkedList<Object> linkedList;
        ArrayDeque<Object> deque;
        Map<Object, Object> map;
        LinkedHashSet<Object> set;
        TreeMap<Object, Object> treeMap;
        TreeSet<String> reversed;
        TreeSet<String> byLength;
        EnumMap<Kind, Integer> enumMap;
        EnumMap<Kind, Integer> emptyEnumMap;
        EnumSet<Kind> enumSet;
        EnumSet<Kind> emptyEnumSet;
        BitSet bits;
        Optional<Object> some;
        Optional<Object> none;
        List<Object> immutable;
        List<Object> emptyImmutable;
        StringBuilder builder;
        List<Step> steps = new ArrayList<>();
        Mapper mapper;

        private Everything() {
            fixed = 1;
        }

        static Everything make(int k) {
            Everything e = new Everything();
            e.fill(k);
            return e;
        }

        private void fill(int k) {
            bump();
            name = "näme 𝄞 " + k;
            z = true;
            b = (byte) -k;
            s = (short) (-300 * k);
            c = (char) (0xFF00 + k);
            i = Integer.MIN_VALUE + k;
            j = Long.MIN_VALUE + k;
            f = 0.1f * k;
            d = -0.0;
            boxZ = false;
            boxB = 1;
            boxS = 2;
            boxC = 'x';
            boxI = 1 << 20;
            boxJ = 1L << 40;
            boxF = Float.NaN;
            boxD = Double.NaN;
            text = "text";
            nothing = null;
            kind = Kind.GREEN;
            point = new Point(1.5 * k, k, "p", new Point(0, 0, null, null));
            self = this;
            shared1 = point.next();
            shared2 = shared1;
            booleans = new boolean[] {true, false, true};
            bytes = new byte[] {1, -1, 127};
            shorts = new short[] {1, -1, Short.MIN_VALUE};
            chars = new char[] {'a', '\ud800', '\uffff'};
            ints = new int[] {0, -1, Integer.MAX_VALUE};
            longs = new long[] {0, -1, Long.MAX_VALUE};
            floats = new float[] {0, -0.0f, Float.MIN_VALUE};
            doubles = new double[] {0, -0.0, Double.MAX_VALUE};
            strings = new String[] {"one", null, "text"};
            points = new Point[] {point, null};
            grid = new int[][] {{1, 2}, {}, null, {3}};
            mixed = new Object[] {1, "one", null, Kind.RED, new int[] {1}};
            lists = new List<?>[] {new ArrayList<>(List.of(1)), List.of(2, 3)};
            arrayList = new ArrayList<>(java.util.Arrays.asList(1, null, "two", point));
            linkedList = new LinkedList<>(arrayList);
            deque = new ArrayDeque<>(List.of("front", "back"));
            map = new LinkedHashMap<>();
            map.put("z", 1);
            map.put("a", 2);
            map.put(null, null);
            map.put(Kind.RED, point);
            map.put(new Point(1, 2, "key", null), "record key");
            set = new LinkedHashSet<>(List.of("z", "a", 5L));
            treeMap = new TreeMap<>();
            treeMap.put("b", 1);
            treeMap.put("a", this);
            reversed = new TreeSet<>(Comparator.reverseOrder());
            reversed.addAll(List.of("a", "b", "c"));
            byLength = new TreeSet<>(new ByLength());
            byLength.addAll(List.of("ccc", "a", "bb"));
            enumMap = new EnumMap<>(Map.of(Kind.GREEN, 2));
            emptyEnumMap = new EnumMap<>(Kind.class);
            enumSet = EnumSet.allOf(Kind.class);
            emptyEnumSet = EnumSet.noneOf(Kind.class);
            bits = new BitSet();
            bits.set(3);
            bits.set(77);
            some = Optional.of(point);
            none = Optional.empty();
            immutable = List.of("i", 1, point);
            emptyImmutable = List.of();
            builder = new StringBuilder("built");
            int captured = k;
            String capturedText = "captured" + k;
            steps.add(this::bump);
            steps.add(() -> {
                i += captured;
                text += capturedText;
            });
            steps.add(() -> {
                Point p = point;
                steps.add(() -> j ^= p.n());
            });
            steps.add(steps.get(1));
            mapper = x -> x + 1;
        }

        void run() {
            for (Step step : new ArrayList<>(steps)) {
                step.run();
            }
            i = mapper.map(i);
            fixedSum += fixed;
        }

        int fixedSum;
    }
}
