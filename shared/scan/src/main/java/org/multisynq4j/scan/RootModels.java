package org.multisynq4j.scan;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the root models of a program: each concrete model class of which code outside models, reachable from the main class, holds a class literal, as in {@code
 * Join.app(…).model(ChatModel.class)}.
 */
public final class RootModels {
    private final Library library;
    private final Scope scope;
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final SortedSet<String> roots = new TreeSet<>();

    private RootModels(Library library, Scope scope) {
        this.library = library;
        this.scope = scope;
    }

    /** The binary names of the root models that the program with this main class uses. */
    public static SortedSet<String> of(String mainClass, ClassFiles files) {
        String main = mainClass.replace('.', '/');
        Library library = new Library(files);
        RootModels search = new RootModels(library, new Scope(main, library));
        search.meet(main);
        for (String next = search.waiting.poll(); next != null; next = search.waiting.poll()) {
            search.library.find(next).ifPresent(search::visit);
        }
        return Collections.unmodifiableSortedSet(search.roots);
    }

    private void visit(ClassNode node) {
        meet(node.superName);
        node.interfaces.forEach(this::meet);
        Mentions mentions = Mentions.ofTypes(this::meet);
        for (FieldNode field : node.fields) {
            mentions.descriptor(field.desc);
        }
        boolean isModel = library.isSubtype(node.name, Library.MODEL);
        for (MethodNode method : node.methods) {
            mentions.method(method);
            if (!isModel) {
                collectLiterals(method);
            }
        }
    }

    private void collectLiterals(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LdcInsnNode ldc
                    && ldc.cst instanceof Type type
                    && type.getSort() == Type.OBJECT
                    && isConcreteModel(type.getInternalName())) {
                roots.add(type.getClassName());
            }
        }
    }

    private boolean isConcreteModel(String name) {
        return scope.isApplication(name)
                && library.isSubtype(name, Library.MODEL)
                && library.find(name)
                        .filter(n -> (n.access & Opcodes.ACC_ABSTRACT) == 0)
                        .isPresent();
    }

    private void meet(String name) {
        if (scope.isApplicationOrView(name) && seen.add(name)) {
            waiting.add(name);
        }
    }
}
