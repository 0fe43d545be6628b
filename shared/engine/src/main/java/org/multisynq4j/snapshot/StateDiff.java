package org.multisynq4j.snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds where two replicas' states part: the first difference in the order of the encoding. Not thread-safe. */
public final class StateDiff {
    private final Parts parts;

    /**
     * A place where two graphs differ.
     *
     * @param path from the root, as in the codec's messages
     * @param left what the first graph has there, shortened
     * @param right what the second graph has there, shortened
     */
    public record Difference(String path, String left, String right) {
        @Override
        public String toString() {
            return path + ": " + left + " against " + right;
        }
    }

    private record Pair(Pair container, String step, Object left, Object right) {}

    public StateDiff(TypeCatalog catalog) {
        parts = new Parts(new TypeRegistry(catalog));
    }

    /** The first difference between two graphs the codec can store; empty if they have the same encoding. */
    public Optional<Difference> first(Object left, Object right) {
        return first(left, right, any -> Optional.empty());
    }

    /**
     * As {@link #first(Object, Object)}, but does not look into objects that have a name: below the root they are compared by it.
     *
     * @param names what an object is known by in both graphs
     */
    public Optional<Difference> first(Object left, Object right, Function<Object, Optional<String>> names) {
        IdentityTable leftNumbers = new IdentityTable();
        IdentityTable rightNumbers = new IdentityTable();
        Deque<Pair> waiting = new ArrayDeque<>();
        waiting.push(new Pair(null, Paths.rootName(left), left, right));
        while (!waiting.isEmpty()) {
            Pair pair = waiting.pop();
            Object a = pair.left();
            Object b = pair.right();
            if (a == null && b == null) {
                continue;
            }
            if (a == null || b == null || !parts.sameKind(a, b)) {
                return difference(pair, Parts.shown(a), Parts.shown(b));
            }
            if (parts.isLeaf(a)) {
                if (!a.equals(b) && !parts.sameText(a, b)) {
                    return difference(pair, Parts.shown(a), Parts.shown(b));
                }
                continue;
            }
            Optional<String> name = pair.container() == null ? Optional.empty() : names.apply(a);
            if (name.isPresent()) {
                String other = names.apply(b).orElse("one without a name");
                if (!name.get().equals(other)) {
                    return difference(pair, name.get(), other);
                }
                continue;
            }
            if (parts.hasIdentity(a)) {
                int leftNumber = leftNumbers.findOrAdd(a);
                int rightNumber = rightNumbers.findOrAdd(b);
                if (leftNumber != rightNumber) {
                    return difference(pair, met(leftNumber), met(rightNumber));
                }
                if (leftNumber >= 0) {
                    continue;
                }
            }
            List<Parts.Part> leftParts = parts.of(a);
            List<Parts.Part> rightParts = parts.of(b);
            if (leftParts.size() != rightParts.size()) {
                return difference(pair, leftParts.size() + " parts", rightParts.size() + " parts");
            }
            for (int i = leftParts.size() - 1; i >= 0; i--) {
                waiting.push(new Pair(
                        pair,
                        leftParts.get(i).step(),
                        leftParts.get(i).value(),
                        rightParts.get(i).value()));
            }
        }
        return Optional.empty();
    }

    private static String met(int number) {
        return number < 0 ? "an object met here first" : "object " + number + " again";
    }

    private static Optional<Difference> difference(Pair pair, String left, String right) {
        int steps = 0;
        for (Pair at = pair; at.container() != null; at = at.container()) {
            steps++;
        }
        String[] names = new String[steps];
        Pair at = pair;
        for (int i = steps - 1; i >= 0; i--) {
            names[i] = at.step();
            at = at.container();
        }
        Paths.Builder path = new Paths.Builder(at.step(), steps);
        for (String name : names) {
            if (path.shows()) {
                path.add(name);
            }
        }
        return Optional.of(new Difference(path.toString(), left, right));
    }
}
