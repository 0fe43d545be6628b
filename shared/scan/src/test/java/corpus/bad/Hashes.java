package corpus.bad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.multisynq4j.model.Model;

final class Hashes {
    enum Colour {
        RED
    }

    record Point(int x, int y) {}

    static class Thing {
        private int weight;
    }

    static class IdentityHash extends Model {
        int step() {
            return System.identityHashCode(this); // expect M4J108
        }
    }

    static class SameText extends Model {
        private String last;

        boolean step(String text) {
            boolean same = text == last; // expect M4J108
            last = text;
            return same;
        }
    }

    static class SameBox extends Model {
        boolean step(List<Integer> list, Object other) {
            Integer first = list.get(0);
            return first != other; // expect M4J108
        }
    }

    static class EnumHash extends Model {
        int step() {
            return Colour.RED.hashCode(); // expect M4J108
        }
    }

    static class RecordHash extends Model {
        int step() {
            return new Point(1, 2).hashCode(); // expect M4J108
        }
    }

    static class ObjectsHash extends Model {
        int step() {
            return Objects.hash(Colour.RED, 1); // expect M4J108
        }
    }

    static class ArrayText extends Model {
        String step() {
            return "a" + new int[1]; // expect M4J108
        }
    }

    static class DefaultText extends Model {
        private final Thing thing = new Thing();

        String step() {
            return "thing " + thing; // expect M4J108
        }
    }

    static class DeepHash extends Model {
        int step() {
            return Arrays.deepHashCode(new Object[] {Colour.RED}); // expect M4J108
        }
    }

    static class NewHashMap extends Model {
        private final Map<String, Integer> scores = new HashMap<>(); // expect M4J109

        int step() {
            return scores.size();
        }
    }

    static class NewHashSet extends Model {
        void step() {
            for (String each : new HashSet<>(List.of("a", "b"))) { // expect M4J109
                publish("a", each);
            }
        }
    }

    static class MapOf extends Model {
        void step() {
            Map.of("a", 1, "b", 2).forEach((k, v) -> publish("a", k)); // expect M4J109
        }
    }

    static class SetOf extends Model {
        int step() {
            return Set.of("a", "b").size(); // expect M4J109
        }
    }

    static class ToSet extends Model {
        int step(List<String> names) {
            return names.stream().collect(Collectors.toSet()).size(); // expect M4J109
        }
    }

    static class Grouping extends Model {
        int step(List<String> names) {
            return names.stream()
                    .collect(Collectors.groupingBy(String::length)) // expect M4J109
                    .size();
        }
    }

    static class Factory extends Model {
        int step(List<String> names) {
            return names.stream().collect(Collectors.toCollection(HashSet::new)).size(); // expect M4J109
        }
    }

    static class ByIdentity extends Model {
        boolean step() {
            return new IdentityHashMap<String, String>() == null; // expect M4J108
        }
    }

    static class Queue extends Model {
        private final List<Integer> order = new ArrayList<>();

        void step() {
            PriorityQueue<Integer> queue = new PriorityQueue<>(order); // expect M4J110
            order.add(queue.poll()); // expect M4J110
        }
    }
}
