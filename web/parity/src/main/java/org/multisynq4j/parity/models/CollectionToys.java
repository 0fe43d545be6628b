package org.multisynq4j.parity.models;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Things kept in collections. */
final class CollectionToys {
    private CollectionToys() {}

    /** Maps of thousands of entries. */
    static final class BigMaps extends Toy {
        private final Map<String, Long> byText = new LinkedHashMap<>();
        private final TreeMap<Long, String> byNumber = new TreeMap<>();
        private final Map<Integer, List<Integer>> lists = new LinkedHashMap<>();

        @Override
        void begin() {
            for (int i = 0; i < 2000; i++) {
                put(i * 7919L % 10007);
            }
        }

        private void put(long number) {
            String key = Long.toString(number, 36);
            byText.merge(key, number, Long::sum);
            byNumber.put(byText.get(key), key);
            lists.computeIfAbsent((int) (number % 97), k -> new ArrayList<>()).add((int) number);
        }

        @Override
        void tick() {
            for (int i = 0; i < 10; i++) {
                put(random(100_000));
            }
            while (byText.size() > 2500) {
                String first = byText.keySet().iterator().next();
                byNumber.remove(byText.remove(first));
            }
            while (byNumber.size() > 2500) {
                byNumber.pollFirstEntry();
            }
            List<Integer> list = lists.get(random(97));
            if (list != null && list.size() > 30) {
                list.subList(0, 20).clear();
            }
            Map.Entry<Long, String> near = byNumber.floorEntry((long) random(100_000));
            mix(near == null ? "none" : near.getValue());
            mix(byText.size() + byNumber.headMap(5000L, true).size());
        }
    }

    /** Sorts, in place and not, stable where keys tie. */
    static final class Sorting extends Toy {
        private record Card(int suit, int rank, String mark) implements Comparable<Card> {
            @Override
            public int compareTo(Card other) {
                return Integer.compare(rank, other.rank);
            }
        }

        private final List<Card> cards = new ArrayList<>();
        private int[] numbers = new int[0];

        @Override
        void begin() {
            for (int i = 0; i < 60; i++) {
                cards.add(new Card(i % 4, i * 5 % 13, "c" + i));
            }
        }

        @Override
        void tick() {
            shuffle(cards);
            Collections.sort(cards);
            mix(order());
            cards.sort(Comparator.comparingInt(Card::suit).reversed());
            mix(order());
            Card[] array = cards.toArray(new Card[0]);
            Arrays.sort(array, 10, 40, Comparator.comparing(Card::mark));
            Collections.addAll(cards, array);
            cards.subList(0, array.length).clear();
            mix(order());
            numbers = cards.stream().mapToInt(c -> c.rank * 31 ^ c.suit).toArray();
            Arrays.sort(numbers);
            mix(Arrays.binarySearch(numbers, random(400)));
            double[] doubles = {0.0, -0.0, Double.NaN, random(), -random(), Double.NEGATIVE_INFINITY};
            Arrays.sort(doubles);
            for (double each : doubles) {
                mix(each);
            }
        }

        private String order() {
            StringBuilder text = new StringBuilder();
            cards.forEach(card -> text.append(card.mark));
            return text.toString();
        }
    }

    /** A shop's inventory by kind. */
    static final class Inventory extends Toy {
        private enum Kind {
            APPLE,
            BREAD,
            CHEESE,
            DATES
        }

        private record Lot(Kind kind, int amount, double price) {}

        private final EnumMap<Kind, List<Lot>> lots = new EnumMap<>(Kind.class);
        private final Set<Kind> soldOut = EnumSet.noneOf(Kind.class);
        private double cash = 100;

        @Override
        void tick() {
            Kind kind = Kind.values()[random(4)];
            if (random(2) == 0) {
                Lot lot = new Lot(kind, random(1, 9), random() * 3);
                lots.computeIfAbsent(kind, k -> new ArrayList<>()).add(lot);
                soldOut.remove(kind);
                cash -= lot.amount * lot.price;
            } else {
                sell(kind, random(1, 12));
            }
            for (Map.Entry<Kind, List<Lot>> entry : lots.entrySet()) {
                mix(entry.getKey().name());
                mix(entry.getValue().size());
            }
            mix(cash);
            mix(EnumSet.complementOf(EnumSet.copyOf(soldOutOrAll())).size());
        }

        private Set<Kind> soldOutOrAll() {
            return soldOut.isEmpty() ? EnumSet.allOf(Kind.class) : soldOut;
        }

        private void sell(Kind kind, int wanted) {
            List<Lot> have = lots.getOrDefault(kind, new ArrayList<>());
            ListIterator<Lot> each = have.listIterator();
            int left = wanted;
            while (each.hasNext() && left > 0) {
                Lot lot = each.next();
                int taken = Math.min(left, lot.amount);
                left -= taken;
                cash += taken * lot.price * 1.25;
                if (taken == lot.amount) {
                    each.remove();
                } else {
                    each.set(new Lot(kind, lot.amount - taken, lot.price));
                }
            }
            if (have.isEmpty()) {
                lots.remove(kind);
                soldOut.add(kind);
            }
        }
    }

    /** Queues, linked lists and rings. */
    static final class Queues extends Toy {
        private final ArrayDeque<Integer> ring = new ArrayDeque<>();
        private final LinkedList<String> linked = new LinkedList<>();
        private final LinkedHashSet<Integer> recent = new LinkedHashSet<>();

        @Override
        void tick() {
            int n = random(1000);
            ring.offerLast(n);
            if (ring.size() > 20) {
                mix(ring.pollFirst() + ring.peekLast());
            }
            linked.add(linked.size() / 2, "n" + n);
            if (linked.size() > 25) {
                linked.removeFirstOccurrence(linked.get(random(25)));
                Collections.rotate(linked, 3);
                Collections.swap(linked, 0, 5);
            }
            if (!recent.add(n % 50)) {
                recent.remove(n % 50);
                recent.add(n % 50);
            }
            Iterator<Integer> down = ring.descendingIterator();
            while (down.hasNext()) {
                mix(down.next());
            }
            recent.forEach(this::mix);
            mix(String.join(",", linked));
        }
    }

    /** Sets of bits. */
    static final class Bits extends Toy {
        private final BitSet a = new BitSet();
        private BitSet b = BitSet.valueOf(new long[] {0x123456789ABCDEFL, -1L});

        @Override
        void tick() {
            int n = random(300);
            a.set(n, n + random(40));
            a.flip(random(200), 220);
            a.clear(random(300));
            if (random(5) == 0) {
                a.and(b);
            }
            if (random(7) == 0) {
                b.xor(a);
            }
            if (random(11) == 0) {
                b.andNot(a);
            }
            if (random(13) == 0) {
                b = BitSet.valueOf(a.toByteArray());
            }
            b.or(a.get(10, 60));
            mix(a.cardinality() * 1000 + b.length());
            for (int at = b.nextSetBit(0); at >= 0; at = b.nextSetBit(at + 1)) {
                mix(at);
            }
            mix(a.intersects(b));
        }
    }

    /** Views of trees. */
    static final class Trees extends Toy {
        private final TreeMap<Integer, String> map = new TreeMap<>();
        private final TreeSet<String> set = new TreeSet<>((Comparator<String> & Serializable)
                (a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length());

        @Override
        void tick() {
            int n = random(500);
            map.put(n, "v" + n);
            set.add(Integer.toString(n * n, 7));
            NavigableMap<Integer, String> middle = map.subMap(100, true, 400, false);
            if (middle.size() > 40) {
                map.pollLastEntry();
                map.pollFirstEntry();
            }
            if (set.size() > 60) {
                set.pollFirst();
                set.pollLast();
            }
            mix(map.ceilingKey(Math.min(n, map.lastKey())) + map.firstKey());
            mix(String.valueOf(set.lower("444")) + set.higher("55") + set.floor("6") + set.ceiling("1111"));
            for (String each : set.descendingSet()) {
                mix(each);
            }
            middle.descendingMap().tailMap(200, false).forEach((k, v) -> mix(k));
        }
    }

    /** Streams over everything. */
    static final class Streams extends Toy {
        private record Item(String name, int size) {}

        private final List<Item> items = new ArrayList<>();

        @Override
        void tick() {
            items.add(new Item("i" + random(30), random(100)));
            if (items.size() > 50) {
                items.remove(0);
            }
            Map<String, List<Item>> groups =
                    items.stream().collect(Collectors.groupingBy(Item::name, TreeMap::new, Collectors.toList()));
            groups.forEach((name, list) -> mix(name + list.size()));
            mix(items.stream().mapToInt(Item::size).filter(s -> s % 3 != 0).sum());
            mix(items.stream().map(Item::name).distinct().sorted().collect(Collectors.joining(",", "<", ">")));
            mix(IntStream.rangeClosed(1, 20).boxed().skip(3).limit(10).reduce(1, (x, y) -> x * 31 + y));
            mix(items.stream().flatMap(i -> Stream.of(i.name, i.name + "!")).anyMatch(n -> n.equals("i7!")));
            mix(items.stream()
                    .max(Comparator.comparingInt(Item::size))
                    .map(Item::name)
                    .orElse(""));
            Map<Boolean, Long> halves =
                    items.stream().collect(Collectors.partitioningBy(i -> i.size > 50, Collectors.counting()));
            mix(halves.get(true) * 1000 + halves.get(false));
            mix(items.stream()
                    .collect(Collectors.toMap(Item::name, Item::size, Math::max, LinkedHashMap::new))
                    .size());
            mix(Stream.iterate(1L, x -> x * 6364136223846793005L + 1)
                    .limit(5)
                    .mapToLong(x -> x)
                    .sum());
        }
    }
}
