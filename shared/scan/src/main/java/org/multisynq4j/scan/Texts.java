package org.multisynq4j.scan;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/** Tells whether a value of a static type has the same text everywhere, as far as the type tells. */
final class Texts {
    private static final String TO_STRING = "()Ljava/lang/String;";

    private final Library library;

    Texts(Library library) {
        this.library = library;
    }

    Optional<Diagnostic> problemOf(Type type) {
        return problemOf(type, new HashSet<>());
    }

    private Optional<Diagnostic> problemOf(Type type, Set<String> visited) {
        return switch (type.getSort()) {
            case Type.DOUBLE, Type.FLOAT -> Optional.of(Diagnostic.NUMBER_TEXT);
            case Type.ARRAY -> Optional.of(Diagnostic.IDENTITY);
            case Type.OBJECT -> ofObject(type.getInternalName(), visited);
            default -> Optional.empty();
        };
    }

    private Optional<Diagnostic> ofObject(String name, Set<String> visited) {
        if (name.equals("java/lang/Double") || name.equals("java/lang/Float")) {
            return Optional.of(Diagnostic.NUMBER_TEXT);
        }
        if (!visited.add(name)) {
            return Optional.empty();
        }
        Optional<ClassNode> found = library.find(name);
        if (Scope.isPlatform(name)) {
            return ofPlatform(name, found);
        }
        if (found.isEmpty() || (found.get().access & Opcodes.ACC_INTERFACE) != 0) {
            return Optional.empty();
        }
        ClassNode node = found.get();
        if (node.recordComponents != null && hasSynthesisedText(node)) {
            for (RecordComponentNode component : node.recordComponents) {
                Optional<Diagnostic> problem = problemOf(Type.getType(component.descriptor), visited);
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return Optional.empty();
        }
        return definesText(node) ? Optional.empty() : Optional.of(Diagnostic.IDENTITY);
    }

    /** What an interface or {@code Object} holds is not known here. */
    private Optional<Diagnostic> ofPlatform(String name, Optional<ClassNode> found) {
        if (name.equals(Library.OBJECT) || found.isEmpty() || (found.get().access & Opcodes.ACC_INTERFACE) != 0) {
            return Optional.empty();
        }
        Optional<Diagnostic> rule = CallRules.get().refusal(name, library.supertypes(name), "toString", TO_STRING);
        if (rule.isPresent()) {
            return rule;
        }
        PlatformUse text = new PlatformUse(PlatformUse.Kind.MEMBER, name, "toString", TO_STRING);
        return ComparedMembers.get().has(text, library.supertypes(name))
                ? Optional.empty()
                : Optional.of(Diagnostic.NOT_COMPARED);
    }

    private boolean definesText(ClassNode node) {
        if (Library.method(node, "toString", TO_STRING).isPresent()) {
            return true;
        }
        for (String each : library.supertypes(node.name)) {
            boolean own = library.find(each)
                    .filter(n -> !each.equals(Library.OBJECT))
                    .flatMap(n -> Library.method(n, "toString", TO_STRING))
                    .isPresent();
            // Of the platform's classes only Object has a text that says nothing; an abstract class's subclasses are
            // unknown.
            if (own || (Scope.isPlatform(each) && !each.equals(Library.OBJECT) && !isInterface(each))) {
                return true;
            }
        }
        return (node.access & Opcodes.ACC_ABSTRACT) != 0;
    }

    private boolean isInterface(String name) {
        return name.equals("java/io/Serializable")
                || name.equals("java/lang/Comparable")
                || name.equals("java/lang/Cloneable")
                || library.find(name)
                        .map(n -> (n.access & Opcodes.ACC_INTERFACE) != 0)
                        .orElse(true);
    }

    /** The compiler's {@code toString} of a record is one call of a method made by {@code ObjectMethods}. */
    static boolean hasSynthesisedText(ClassNode record) {
        Optional<MethodNode> method = Library.method(record, "toString", TO_STRING);
        return method.isPresent() && isSynthesised(method.get());
    }

    static boolean isSynthesised(MethodNode method) {
        for (var each : method.instructions) {
            if (each instanceof InvokeDynamicInsnNode dynamic
                    && dynamic.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")) {
                return true;
            }
        }
        return false;
    }
}
