package org.multisynq4j.client.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** State of every kind, for views to spoil. */
public final class GardenModel extends Model {
    public enum Colour {
        RED,
        GREEN,
        BLUE
    }

    public record Spot(double x, double y, String name) {}

    /** A tree of plain objects. */
    public static final class Branch {
        public int leaves = 3;
        public Branch left;
        public Branch right;

        static Branch grow(int depth) {
            Branch branch = new Branch();
            if (depth > 0) {
                branch.left = grow(depth - 1);
                branch.right = grow(depth - 1);
            }
            return branch;
        }
    }

    /** A model within the model. */
    public static final class Bed extends Model {
        public int plants = 5;
        public final List<Spot> spots = new ArrayList<>();
        public GardenModel garden;

        @Override
        protected void init(Options options, Persisted persisted) {
            spots.add(new Spot(1, 2, "first"));
            spots.add(new Spot(3, 4, "second"));
        }
    }

    public final List<String> notes = new ArrayList<>();
    public byte aByte = 1;
    public short aShort = 2;
    public char aChar = 'c';
    public int anInt = 4;
    public long aLong = 1L << 40;
    public float aFloat = 1.5f;
    public double aDouble = 2.5;
    public boolean aBoolean;
    public String text = "text";
    public Integer boxed = 7;
    public Colour colour = Colour.RED;
    public Spot spot = new Spot(0.5, 0.25, "spot");
    public Optional<String> maybe = Optional.of("there");
    public StringBuilder builder = new StringBuilder("built");
    public final byte[] bytes = {1, 2, 3};
    public final int[] ints = {1, 2, 3};
    public final long[] longs = {1, 2, 3};
    public final double[] doubles = {1, 2, 3};
    public final float[] floats = {1, 2, 3};
    public final char[] chars = {'a', 'b'};
    public final boolean[] booleans = {true, false};
    public final String[] texts = {"a", "b"};
    public final int[][] grid = {{1, 2}, {3, 4}};
    public final List<Integer> arrayList = new ArrayList<>(List.of(1, 2, 3));
    public final List<Integer> linkedList = new LinkedList<>(List.of(1, 2, 3));
    public final ArrayDeque<Integer> deque = new ArrayDeque<>(List.of(1, 2, 3));
    public final Map<String, Integer> map = new LinkedHashMap<>();
    public final Set<String> set = new LinkedHashSet<>(List.of("a"));
    public final TreeMap<Integer, String> treeMap = new TreeMap<>();
    public final TreeSet<Integer> treeSet = new TreeSet<>(List.of(1, 2));
    public final EnumMap<Colour, Integer> enumMap = new EnumMap<>(Colour.class);
    public final EnumSet<Colour> enumSet = EnumSet.of(Colour.RED);
    public final BitSet bits = new BitSet();
    public final Branch tree = Branch.grow(4);
    public final List<Spot> spots = new ArrayList<>();
    public Object self;
    public Bed bed;
    public Bed other;

    @Override
    protected void init(Options options, Persisted persisted) {
        map.put("a", 1);
        map.put("b", 2);
        treeMap.put(1, "one");
        enumMap.put(Colour.GREEN, 2);
        bits.set(5);
        for (int i = 0; i < 10; i++) {
            spots.add(new Spot(i, i, "spot " + i));
        }
        self = spots.get(3);
        bed = create(Bed.class);
        other = create(Bed.class);
        bed.garden = this;
        subscribe("garden", "note", (String note) -> notes.add(note));
        subscribe("garden", "count", this::count);
        every(200, () -> aLong += Arrays.stream(ints).sum());
    }

    private void count(int by) {
        anInt += by;
        if (anInt % 2 == 0) {
            aDouble += random();
        }
    }
}
