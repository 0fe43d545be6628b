package org.multisynq4j.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Why two versions of a model have different code hashes.
 *
 * @param oldHash the first version's code hash
 * @param newHash the second version's
 * @param changes each class, method or field that is not the same, in order of class and member; empty if the hashes are equal
 */
public record HashDiff(String oldHash, String newHash, List<Change> changes) {
    /** What happened to a part. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One difference.
     *
     * @param kind what happened to it
     * @param className binary name
     * @param member {@code method f(int)}, {@code field x}, {@code class} for the declaration itself; empty if the whole class came or went
     */
    public record Change(Kind kind, String className, String member) {
        @Override
        public String toString() {
            return kind.name().toLowerCase(Locale.ROOT) + " " + className + (member.isEmpty() ? "" : " " + member);
        }
    }

    /** Compares a root model in two scans. */
    public static HashDiff between(ModelScan before, ModelScan after) {
        List<Change> changes = new ArrayList<>();
        Map<String, SortedMap<String, String>> oldParts = before.hashParts();
        Map<String, SortedMap<String, String>> newParts = after.hashParts();
        for (String name : union(oldParts, newParts)) {
            if (!newParts.containsKey(name)) {
                changes.add(new Change(Kind.REMOVED, name, ""));
            } else if (!oldParts.containsKey(name)) {
                changes.add(new Change(Kind.ADDED, name, ""));
            } else {
                compare(name, oldParts.get(name), newParts.get(name), changes);
            }
        }
        return new HashDiff(before.codeHash(), after.codeHash(), Collections.unmodifiableList(changes));
    }

    /**
     * Compares a root model in two versions of an application.
     *
     * @param oldPath jars and class directories of the first version, the engine's included
     * @param newPath those of the second
     * @throws IllegalArgumentException if a path or the model is missing
     */
    public static HashDiff between(List<Path> oldPath, List<Path> newPath, String rootModel) {
        return between(
                ModelScan.of(rootModel, ClassFiles.of(oldPath)), ModelScan.of(rootModel, ClassFiles.of(newPath)));
    }

    private static void compare(
            String name, SortedMap<String, String> before, SortedMap<String, String> after, List<Change> changes) {
        for (String member : union(before, after)) {
            if (!after.containsKey(member)) {
                changes.add(new Change(Kind.REMOVED, name, member));
            } else if (!before.containsKey(member)) {
                changes.add(new Change(Kind.ADDED, name, member));
            } else if (!before.get(member).equals(after.get(member))) {
                changes.add(new Change(Kind.CHANGED, name, member));
            }
        }
    }

    private static TreeSet<String> union(Map<String, ?> a, Map<String, ?> b) {
        TreeSet<String> union = new TreeSet<>(a.keySet());
        union.addAll(b.keySet());
        return union;
    }

    /** For a person: the hashes and one line for each difference. */
    public String report() {
        StringBuilder text = new StringBuilder();
        if (oldHash.equals(newHash)) {
            return text.append("same code hash ").append(newHash).append('\n').toString();
        }
        text.append("old code hash ").append(oldHash).append('\n');
        text.append("new code hash ").append(newHash).append('\n');
        changes.forEach(change -> text.append(change).append('\n'));
        if (changes.isEmpty()) {
            text.append("the classes are the same; the root model's name or the engine's version differs\n");
        }
        return text.toString();
    }
}
