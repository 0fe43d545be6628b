package corpus.good;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.multisynq4j.model.Model;

final class Collections {
    enum Suit {
        HEARTS,
        SPADES
    }

    record Card(Suit suit, int value) {}

    static class Linked extends Model {
        private final Map<String, List<Integer>> map = new LinkedHashMap<>();
        private final Set<String> set = new LinkedHashSet<>();

        void step() {
            map.computeIfAbsent("a", k -> new ArrayList<>()).add(1);
            set.add("b");
            map.forEach((k, v) -> publish("x", k, v));
        }
    }

    static class Trees extends Model {
        private final TreeMap<Integer, String> map = new TreeMap<>(Comparator.reverseOrder());
        private final TreeSet<String> set = new TreeSet<>();

        String step() {
            set.add("b");
            return map.firstKey() + set.first();
        }
    }

    static class Enums extends Model {
        private final EnumMap<Suit, Integer> map = new EnumMap<>(Suit.class);
        private final EnumSet<Suit> set = EnumSet.noneOf(Suit.class);

        int step() {
            set.add(Suit.HEARTS);
            set.addAll(EnumSet.of(Suit.HEARTS, Suit.SPADES));
            map.merge(Suit.SPADES, 1, Integer::sum);
            return switch (Suit.valueOf("HEARTS")) {
                case HEARTS -> 1;
                case SPADES -> map.size();
            };
        }
    }

    static class Queues extends Model {
        private final Deque<Card> deck = new ArrayDeque<>();
        private final LinkedList<Card> hand = new LinkedList<>();
        private final BitSet used = new BitSet();

        void step() {
            hand.addFirst(deck.poll());
            used.set(3);
        }
    }

    static class Counts extends Model {
        long step(List<Integer> list) {
            Stream<Integer> odd = list.stream().map(x -> x + 1).filter(x -> x % 2 != 0);
            return odd.map(x -> x + 1).skip(1).count()
                    + list.stream().limit(3).count()
                    + Stream.concat(list.stream(), Stream.of(1)).count()
                    + "text".chars().map(c -> c + 1).distinct().boxed().count();
        }
    }

    static class Streams extends Model {
        private List<Card> cards = List.of(new Card(Suit.HEARTS, 3));

        int step() {
            Map<Suit, List<Card>> bySuit =
                    cards.stream().collect(Collectors.groupingBy(Card::suit, LinkedHashMap::new, Collectors.toList()));
            cards = cards.stream().sorted(Comparator.comparingInt(Card::value)).toList();
            return bySuit.size() + IntStream.range(0, 5).sum();
        }
    }

    static class Optionals extends Model {
        private Optional<Card> best = Optional.empty();

        int step() {
            return best.map(Card::value).orElse(0);
        }
    }

    static class Sorting extends Model {
        private final List<Card> cards = new ArrayList<>();

        void step() {
            cards.sort(Comparator.comparing(Card::suit).thenComparing(Card::value));
            Card[] array = cards.toArray(new Card[0]);
            Arrays.sort(array, Comparator.comparingInt(Card::value));
        }
    }

    static class SmallMaps extends Model {
        int step() {
            return Map.of("a", 1).size() + Set.of("a").size() + Map.of().size();
        }
    }

    static class Equality extends Model {
        private final List<Card> cards = new ArrayList<>();

        boolean step() {
            return cards.contains(new Card(Suit.HEARTS, 1)) && cards.equals(List.of());
        }
    }

    static class Custom extends Model {
        private final Set<Key> keys = new LinkedHashSet<>();

        void step() {
            keys.add(new Key());
        }
    }

    static class Key {
        private String name = "";

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.name.equals(name);
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hash(name);
        }
    }
}
