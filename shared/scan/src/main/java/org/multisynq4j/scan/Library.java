package org.multisynq4j.scan;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Parsed class files, each read once. */
final class Library {
    static final String OBJECT = "java/lang/Object";
    static final String MODEL = "org/multisynq4j/model/Model";

    private final ClassFiles files;
    private final Map<String, Optional<ClassNode>> parsed = new HashMap<>();
    private final Map<String, Set<String>> supertypes = new HashMap<>();

    Library(ClassFiles files) {
        this.files = files;
    }

    /** The class file, parsed; empty if there is none or it is newer than the parser. */
    Optional<ClassNode> find(String name) {
        return parsed.computeIfAbsent(name, n -> files.find(n).map(bytes -> parse(n, bytes)));
    }

    private static ClassNode parse(String name, byte[] bytes) {
        ClassNode node = new ClassNode();
        // Of the platform's classes only the members are looked at, and their code is long.
        new ClassReader(bytes).accept(node, Scope.isPlatform(name) ? ClassReader.SKIP_CODE : ClassReader.SKIP_FRAMES);
        return node;
    }

    /** All supertypes of the class that have class files or names, nearest first, without itself. */
    Set<String> supertypes(String name) {
        Set<String> known = supertypes.get(name);
        if (known == null) {
            known = new LinkedHashSet<>();
            collectSupertypes(name, known);
            supertypes.put(name, Collections.unmodifiableSet(known));
        }
        return known;
    }

    private void collectSupertypes(String name, Set<String> found) {
        find(name).ifPresent(node -> {
            if (node.superName != null && found.add(node.superName)) {
                collectSupertypes(node.superName, found);
            }
            for (String each : node.interfaces) {
                if (found.add(each)) {
                    collectSupertypes(each, found);
                }
            }
        });
    }

    boolean isSubtype(String name, String supertype) {
        return name.equals(supertype) || supertypes(name).contains(supertype);
    }

    static Optional<MethodNode> method(ClassNode node, String name, String descriptor) {
        return node.methods.stream()
                .filter(m -> m.name.equals(name) && m.desc.equals(descriptor))
                .findFirst();
    }
}
