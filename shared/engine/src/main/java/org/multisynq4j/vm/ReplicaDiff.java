package org.multisynq4j.vm;

import java.util.Map;
import java.util.Optional;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.StateDiff;
import org.multisynq4j.snapshot.TypeCatalog;

/** Compares two replicas model by model, in the order of their births: what a developer wrote comes before what follows from it, as the random state. */
final class ReplicaDiff {
    private static final String NOTHING = "no such model";

    private final StateDiff diff;

    ReplicaDiff(TypeCatalog catalog) {
        diff = new StateDiff(catalog);
    }

    Optional<ReplicaDifference> first(World left, World right) {
        for (Map.Entry<String, Model> entry : left.models().entrySet()) {
            Model model = entry.getValue();
            Model other = right.models().get(entry.getKey());
            if (other == null) {
                return missing(model, "this model", NOTHING);
            }
            Optional<StateDiff.Difference> found = diff.first(model, other, ReplicaDiff::id);
            if (found.isPresent()) {
                StateDiff.Difference first = found.get();
                return Optional.of(new ReplicaDifference(describe(model), first.path(), first.left(), first.right()));
            }
        }
        for (Map.Entry<String, Model> entry : right.models().entrySet()) {
            if (!left.models().containsKey(entry.getKey())) {
                return missing(entry.getValue(), NOTHING, "this model");
            }
        }
        return diff.first(left, right)
                .map(first -> new ReplicaDifference("engine", first.path(), first.left(), first.right()));
    }

    private static Optional<ReplicaDifference> missing(Model model, String left, String right) {
        return Optional.of(new ReplicaDifference(describe(model), simpleName(model), left, right));
    }

    private static Optional<String> id(Object part) {
        return part instanceof Model model ? Optional.of(model.id()) : Optional.empty();
    }

    private static String describe(Model model) {
        return simpleName(model) + " " + model.id();
    }

    private static String simpleName(Model model) {
        String name = model.getClass().getName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
