package org.multisynq4j.scan;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

/**
 * Finds the engine's own classes that appear in snapshots: those that implement {@code Stored} with their
 * superclasses, the base class of models, records, and classes whose handlers may be stored.
 *
 * <p>They are found by the names that class files mention, starting where all replicated state starts, because a class path cannot be listed reliably.
 */
final class StoredTypes {
    static final String STORED = "org/multisynq4j/snapshot/Stored";
    static final String DESERIALIZE = "$deserializeLambda$";
    private static final String DESERIALIZE_TYPE = "(Ljava/lang/invoke/SerializedLambda;)Ljava/lang/Object;";
    private static final List<String> STARTS = List.of(Library.MODEL, "org/multisynq4j/vm/World");
    private static final List<String> PACKAGES =
            List.of("org/multisynq4j/model/", "org/multisynq4j/vm/", "org/multisynq4j/snapshot/");

    private final Library library;
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private StoredTypes(Library library) {
        this.library = library;
    }

    /** Binary names. */
    static SortedSet<String> of(Library library) {
        StoredTypes search = new StoredTypes(library);
        STARTS.forEach(search::meet);
        SortedSet<String> found = new TreeSet<>();
        for (String next = search.waiting.poll(); next != null; next = search.waiting.poll()) {
            String name = next;
            library.find(name).ifPresent(node -> {
                search.visit(node);
                if (search.isStored(node)) {
                    found.add(Names.type(name));
                    library.supertypes(name).stream()
                            .filter(StoredTypes::isOurs)
                            .forEach(s -> found.add(Names.type(s)));
                }
            });
        }
        return Collections.unmodifiableSortedSet(found);
    }

    private boolean isStored(ClassNode node) {
        return node.name.equals(Library.MODEL)
                || (!node.name.equals(STORED) && library.isSubtype(node.name, STORED))
                || node.recordComponents != null
                || Library.method(node, DESERIALIZE, DESERIALIZE_TYPE).isPresent();
    }

    private void visit(ClassNode node) {
        meet(node.superName);
        node.interfaces.forEach(this::meet);
        Mentions mentions = Mentions.ofTypes(this::meet);
        for (FieldNode field : node.fields) {
            mentions.descriptor(field.desc);
            mentions.signature(field.signature);
        }
        node.methods.forEach(mentions::method);
        if (node.permittedSubclasses != null) {
            node.permittedSubclasses.forEach(this::meet);
        }
    }

    private static boolean isOurs(String name) {
        return PACKAGES.stream().anyMatch(name::startsWith);
    }

    private void meet(String name) {
        if (isOurs(name) && seen.add(name)) {
            waiting.add(name);
        }
    }
}
