package corpus.good;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.multisynq4j.model.Action;
import org.multisynq4j.model.Deterministic;
import org.multisynq4j.model.FutureMessage;
import org.multisynq4j.model.Handler;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.Topic;

final class Structure {
    static final Topic<Shape> ADD = Topic.of("shapes", "add", Shape.class);

    sealed interface Shape permits Circle, Square {
        default double area() {
            if (this instanceof Circle circle) {
                return circle.radius() * circle.radius() * Math.PI;
            }
            return ((Square) this).side() * ((Square) this).side();
        }
    }

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {
        Square {
            if (side < 0) {
                throw new IllegalArgumentException("side " + (int) side);
            }
        }
    }

    interface Rule extends Serializable {
        int apply(int x);
    }

    static class Sealed extends Model {
        private final List<Shape> shapes = new ArrayList<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribe(ADD, this::add);
            subscribe("shapes", "clear", shapes::clear);
        }

        private void add(Shape shape) {
            shapes.add(shape);
        }
    }

    static class Lambdas extends Model {
        private final List<Action> actions = new ArrayList<>();
        private Handler<String> handler = this::log;
        private Rule rule = x -> x + 1;

        void step(int by) {
            actions.add(() -> log("by " + by));
            future(5, handler, "x");
            rule.apply(1);
            actions.forEach(Action::run);
        }
    }

    static class Futures extends Model {
        private FutureMessage next;

        void step() {
            if (next != null) {
                next.cancel();
            }
            next = future(Duration.ofMillis(20), this::step);
            every(100, () -> publish("a", "b"));
        }
    }

    static class Tree extends Model {
        private Node root = new Node();

        int step() {
            return root.depth();
        }
    }

    static class Node {
        private Node left;
        private Node right;

        int depth() {
            return 1 + Math.max(left == null ? 0 : left.depth(), right == null ? 0 : right.depth());
        }
    }

    static class Transients extends Model {
        private final List<Integer> values = new ArrayList<>();
        private transient int sum;
        private transient Supplier<String> text;

        @Override
        protected void start() {
            rebuild();
        }

        private void rebuild() {
            sum = values.stream().mapToInt(Integer::intValue).sum();
            text = () -> "sum " + sum;
        }

        String step() {
            return text.get();
        }
    }

    static class LocalFunctions extends Model {
        int step(int x) {
            IntUnaryOperator twice = y -> 2 * y;
            Runnable tell = () -> publish("a", "b", x);
            tell.run();
            return twice.applyAsInt(x);
        }
    }

    static class Children extends Model {
        private Child child;

        @Override
        protected void init(Options options, Persisted persisted) {
            child = create(Child.class);
            beWellKnownAs("parent");
        }

        boolean step() {
            return child.parent().isPresent()
                    && getModel(child.id(), Child.class).isPresent();
        }
    }

    static class Child extends Model {
        java.util.Optional<Model> parent() {
            return wellKnownModel("parent");
        }
    }

    static class Failing extends Model {
        int step(String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new Refused("not a number: " + text);
            }
        }

        String told(String text) {
            try {
                return String.valueOf(step(text));
            } catch (Refused e) {
                return e.getMessage();
            } finally {
                log("told");
            }
        }
    }

    static class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    static class Exempt extends Model {
        @Deterministic("only logged")
        void step() {
            log("took " + System.nanoTime());
            future(5, () -> log("took " + System.nanoTime()));
        }
    }

    static class Generic<T extends Comparable<T>> extends Model {
        private final List<T> items = new ArrayList<>();

        T step() {
            T best = items.get(0);
            for (T each : items) {
                best = each.compareTo(best) > 0 ? each : best;
            }
            return best;
        }
    }

    static class Constants extends Model {
        private static final String NAME = "constants";
        private static final List<String> WORDS = List.of("a", "b");

        String step() {
            return NAME + WORDS.get(0) + Outer.LIMIT;
        }
    }

    /** Only its constant is reached; what its main method does is no matter of the model. */
    static final class Outer {
        static final int LIMIT = WORDS();

        private static int WORDS() {
            return 3;
        }

        public static void main(String[] args) {
            System.out.println(System.currentTimeMillis());
        }
    }

    static class Saving extends Model {
        private final List<String> lines = new ArrayList<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            if (persisted.isPresent()) {
                lines.addAll(persisted.as(Saved.class).lines());
            }
            persistSession(() -> new Saved(1, lines));
        }
    }

    record Saved(int version, List<String> lines) {}

    static class ThreeDimensional extends Model {
        private final int[][][] cells = new int[2][3][4];
        private final boolean[] marks = {true, false};
        private final Shape[] shapes = {new Circle(1)};

        int step() {
            cells[1][2][3]++;
            marks[0] ^= true;
            shapes[0] = new Square(2);
            return cells.length;
        }
    }

    static class Anonymous extends Model {
        int step(List<String> names) {
            names.sort(new java.util.Comparator<String>() {
                @Override
                public int compare(String a, String b) {
                    return a.length() - b.length();
                }
            });
            return names.size();
        }
    }

    static class Interfaces extends Model implements Comparable<Interfaces> {
        private int rank;

        @Override
        public int compareTo(Interfaces other) {
            return Integer.compare(rank, other.rank);
        }
    }

    /** What it interrupts goes on. */
    static class Finally extends Model {
        private int steps;

        int step(int[] numbers) {
            int sum = 0;
            for (int each : numbers) {
                try {
                    sum += 100 / each;
                } finally {
                    for (int i = 0; i < each; i++) {
                        steps += i % 2 == 0 ? 1 : 2;
                        if (steps > 1000) {
                            break;
                        }
                    }
                    try {
                        steps /= each;
                    } catch (ArithmeticException e) {
                        steps = 0;
                    }
                }
            }
            return sum;
        }
    }
}
