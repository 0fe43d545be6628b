package org.multisynq4j.parity.models;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.multisynq4j.model.Action;
import org.multisynq4j.model.Handler;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** Things made of objects that know each other. */
final class ObjectToys {
    private ObjectToys() {}

    /** A web of nodes with cycles and shared parts, thousands deep. */
    static final class Web extends Toy {
        private static final class Node {
            private int value;
            private Node next;
            private Node other;
            private List<Node> friends = new ArrayList<>();
        }

        private Node first = new Node();

        @Override
        void begin() {
            Node at = first;
            for (int i = 0; i < 3000; i++) {
                at.next = new Node();
                at.next.value = i;
                at.other = first;
                at = at.next;
            }
            at.next = first;
        }

        @Override
        void tick() {
            Node at = first;
            for (int i = random(200); i >= 0; i--) {
                at = i % 17 == 3 ? at.other == null ? first : at.other : at.next;
            }
            Node made = new Node();
            made.value = at.value * 31 + random(10);
            made.next = at.next.next;
            made.other = at;
            made.friends = random(3) == 0 ? at.friends : new ArrayList<>(List.of(at, first));
            at.next = made;
            if (made.friends.size() < 20) {
                made.friends.add(made);
            }
            first = first.next;
            mix(made.value);
            mix(made.friends.indexOf(first));
        }
    }

    /** A closed family of shapes, told apart by patterns. */
    static final class Shapes extends Toy {
        private sealed interface Shape permits Circle, Box, Group {}

        private record Circle(double radius) implements Shape {}

        private record Box(double width, double height) implements Shape {}

        private record Group(List<Shape> parts) implements Shape {}

        private final List<Shape> shapes = new ArrayList<>();

        @Override
        void tick() {
            Shape made =
                    switch (random(3)) {
                        case 0 -> new Circle(random() * 4);
                        case 1 -> new Box(random(), random(10));
                        default -> new Group(List.copyOf(shapes.subList(0, Math.min(3, shapes.size()))));
                    };
            shapes.add(random(shapes.size() + 1), made);
            if (shapes.size() > 30) {
                shapes.removeIf(s -> s instanceof Group g && depth(g) > 4);
                shapes.subList(0, Math.min(4, shapes.size())).clear();
            }
            double total = 0;
            for (Shape each : shapes) {
                total += area(each);
            }
            mix(total);
            mix(shapes.contains(new Circle(0)) || made.equals(shapes.get(0)));
        }

        private static double area(Shape shape) {
            if (shape instanceof Circle c && c.radius > 1) {
                return Math.PI * c.radius * c.radius;
            } else if (shape instanceof Box box) {
                return box.width * box.height;
            } else if (shape instanceof Group group) {
                double sum = 0;
                for (Shape part : group.parts) {
                    sum += area(part) / 2;
                }
                return sum;
            }
            return 1;
        }

        private static int depth(Shape shape) {
            if (!(shape instanceof Group group)) {
                return 0;
            }
            int most = 0;
            for (Shape part : group.parts) {
                most = Math.max(most, depth(part));
            }
            return most + 1;
        }
    }

    /** Lambdas and method references kept in collections, capturing each other. */
    static final class Lambdas extends Toy {
        @FunctionalInterface
        private interface Operation extends Serializable {
            double apply(double x);
        }

        private final Map<String, Operation> operations = new LinkedHashMap<>();
        private final List<Action> actions = new ArrayList<>();
        private Handler<Integer> handler = this::add;
        private double value = 1;
        private int count;

        @Override
        void begin() {
            operations.put("half", x -> x / 2);
            operations.put("sqrt", Math::sqrt);
            operations.put("mine", this::twist);
        }

        private double twist(double x) {
            return x * 3 - (value - x) + count;
        }

        private void add(int by) {
            count += by;
        }

        @Override
        void tick() {
            List<Operation> list = new ArrayList<>(operations.values());
            Operation one = list.get(random(list.size()));
            Operation two = list.get(random(list.size()));
            double factor = random();
            if (operations.size() < 25) {
                Operation made = random(2) == 0 ? x -> one.apply(x * factor) % 100 : x -> factor + two.apply(x) * 0.1;
                operations.put("o" + count, made);
            } else {
                operations.keySet().removeIf(k -> k.startsWith("o"));
            }
            value = one.apply(Math.abs(value)) % 1e6;
            actions.add(() -> handler.handle((int) (factor * 10)));
            if (actions.size() > 6) {
                actions.remove(0).run();
            }
            if (count % 5 == 4) {
                int captured = count;
                handler = by -> add(by + captured % 3);
            }
            mix(value);
            mix(count);
        }
    }

    /** Recursion on a tree of records. */
    static final class Recursion extends Toy {
        private record Tree(Tree left, int key, Tree right) {
            static Tree add(Tree tree, int key) {
                if (tree == null) {
                    return new Tree(null, key, null);
                }
                if (key < tree.key) {
                    return new Tree(add(tree.left, key), tree.key, tree.right);
                }
                return key > tree.key ? new Tree(tree.left, tree.key, add(tree.right, key)) : tree;
            }

            static int height(Tree tree) {
                return tree == null ? 0 : 1 + Math.max(height(tree.left), height(tree.right));
            }

            static long fold(Tree tree, long sum) {
                return tree == null ? sum : fold(tree.right, fold(tree.left, sum) * 31 + tree.key);
            }
        }

        private Tree tree;
        private int size;

        @Override
        void tick() {
            tree = size++ > 300 ? null : Tree.add(tree, random(1000));
            size = tree == null ? 0 : size;
            mix(Tree.height(tree));
            mix(Tree.fold(tree, 7));
            mix(ackermann(2, size % 9));
            mix(fibonacci(size % 15));
        }

        private static int ackermann(int m, int n) {
            return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
        }

        private static int fibonacci(int n) {
            return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
        }
    }

    /** A traffic light for each crossing, by enums with bodies. */
    static final class Lights extends Toy {
        private enum Light {
            RED(3) {
                @Override
                Light next() {
                    return GREEN;
                }
            },
            GREEN(2) {
                @Override
                Light next() {
                    return AMBER;
                }
            },
            AMBER(1) {
                @Override
                Light next() {
                    return valueOf("RED");
                }
            };

            private final int rounds;

            Light(int rounds) {
                this.rounds = rounds;
            }

            abstract Light next();
        }

        private final Light[] lights = new Light[10];
        private final TreeMap<Light, Integer> counts = new TreeMap<>();
        private int round;

        @Override
        void tick() {
            round++;
            for (int i = 0; i < lights.length; i++) {
                Light light = lights[i] == null ? Light.values()[random(3)] : lights[i];
                lights[i] = (round + i) % light.rounds == 0 ? light.next() : light;
                counts.merge(lights[i], 1, Integer::sum);
                switch (lights[i]) {
                    case RED -> mix(i);
                    case GREEN -> mix(lights[i].name());
                    default -> mix(lights[i].name().compareTo("RED") * 10 + lights[i].ordinal());
                }
            }
            counts.forEach((k, v) -> mix(k + "=" + v));
        }
    }

    /** Models that make and destroy models, and have methods that the engine's class also has, but not for them. */
    static final class Colony extends Toy {
        private record Start(int energy, String parent) {}

        static final class Ant extends Model {
            private int energy;
            private String parent = "";
            private Optional<Ant> child = Optional.empty();

            @Override
            protected void init(Options options, Persisted persisted) {
                Start start = options.as(Start.class);
                energy = start.energy;
                parent = start.parent;
                subscribe("colony", "feed", (Integer food) -> energy += food);
                future(100, this::live);
            }

            boolean isAlive() {
                return energy > 5;
            }

            void adopt(String name) {
                parent = name;
            }

            void retire() {
                energy -= 2;
            }

            private void live() {
                energy -= random(4);
                if (!isAlive()) {
                    adopt("old age");
                    retire();
                }
                if (energy > 25 && child.isEmpty()) {
                    child = Optional.of(create(Ant.class, new Start(energy / 2, id())));
                    energy /= 2;
                    publish("colony", "born", child.get().id());
                }
                if (energy <= 0) {
                    publish("colony", "died", id());
                    destroy();
                } else {
                    future(100, this::live);
                }
            }
        }

        private final Map<String, Ant> ants = new LinkedHashMap<>();

        @Override
        void begin() {
            subscribe(
                    "colony",
                    "born",
                    (String ant) -> ants.put(ant, getModel(ant, Ant.class).orElseThrow()));
            subscribe("colony", "died", (String ant) -> ants.remove(ant));
        }

        @Override
        void tick() {
            if (ants.size() < 3) {
                Ant ant = create(Ant.class, new Start(20, "queen"));
                ants.put(ant.id(), ant);
            }
            if (random(10) == 0 && ants.size() < 40) {
                publish("colony", "feed", random(10));
            }
            ants.forEach((name, ant) -> mix(name + ant.energy + ant.parent));
        }
    }
}
