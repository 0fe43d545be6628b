package org.multisynq4j.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a root model can reach: classes, and of those the methods.
 *
 * <p>A class is reached when reached code, or the fields and signatures of a reached class, name it; so is every class that a reached sealed type permits. Of a
 * model class every method counts. Of another class those count that reached code calls, by name and descriptor for virtual calls (the receiver's class is not
 * followed), its static initialiser, and whatever the platform may call behind our back: methods of a class with a platform or engine supertype, and {@code
 * equals}, {@code hashCode}, {@code toString}, {@code compareTo}. None of this looks into the JDK, so the answer does not depend on which JDK asks.
 */
final class Reach {
    private static final Set<String> CALLED_BY_ANYBODY =
            Set.of("<clinit>", "equals", "hashCode", "toString", "compareTo");
    private static final Set<String> HARMLESS_SUPERTYPES = Set.of(
            Library.OBJECT,
            "java/lang/Record",
            "java/lang/Enum",
            "java/lang/Comparable",
            "java/lang/constant/Constable",
            "java/io/Serializable",
            "java/lang/Cloneable");

    private final Library library;
    private final Scope scope;
    private final SortedMap<String, ClassNode> classes = new TreeMap<>();
    private final SortedSet<MethodId> methods = new TreeSet<>();
    private final SortedMap<String, String> missing = new TreeMap<>();
    private final Set<String> called = new HashSet<>();
    private final Deque<MethodId> waiting = new ArrayDeque<>();
    private String from = "";

    private Reach(Library library, Scope scope) {
        this.library = library;
        this.scope = scope;
    }

    static Reach of(Library library, Scope scope, String root) {
        Reach reach = new Reach(library, scope);
        reach.from = root;
        reach.reachClass(root);
        for (MethodId next = reach.waiting.poll(); next != null; next = reach.waiting.poll()) {
            reach.follow(next);
        }
        return reach;
    }

    /** The application classes, by internal name. */
    SortedMap<String, ClassNode> classes() {
        return classes;
    }

    /** The application methods that may run as model code. */
    SortedSet<MethodId> methods() {
        return methods;
    }

    /** Application classes without a class file, each with the class that names it first. */
    SortedMap<String, String> missing() {
        return missing;
    }

    private void follow(MethodId id) {
        from = id.owner();
        ClassNode owner = classes.get(id.owner());
        Library.method(owner, id.name(), id.descriptor()).ifPresent(new Follower()::method);
    }

    private void reachClass(String name) {
        if (classes.containsKey(name) || missing.containsKey(name) || !scope.isApplication(name)) {
            return;
        }
        Optional<ClassNode> found = library.find(name);
        if (found.isEmpty()) {
            missing.put(name, from);
            return;
        }
        ClassNode node = found.get();
        classes.put(name, node);
        String reachedFrom = from;
        from = name;
        Follower follower = new Follower();
        reachClass(node.superName);
        node.interfaces.forEach(this::reachClass);
        follower.signature(node.signature);
        for (FieldNode field : node.fields) {
            if (!isStatic(field)) {
                follower.descriptor(field.desc);
                follower.signature(field.signature);
            }
        }
        if (node.permittedSubclasses != null) {
            node.permittedSubclasses.forEach(this::reachClass);
        }
        for (MethodNode method : node.methods) {
            if (runsUnasked(node, method) || (isVirtual(method) && called.contains(method.name + method.desc))) {
                reachMethod(node, method);
            }
        }
        from = reachedFrom;
    }

    /** Static fields are only looked at where reached code uses them. */
    private static boolean isStatic(FieldNode field) {
        return (field.access & Opcodes.ACC_STATIC) != 0;
    }

    private boolean runsUnasked(ClassNode node, MethodNode method) {
        if (method.name.equals("$deserializeLambda$")) {
            return false;
        }
        if (CALLED_BY_ANYBODY.contains(method.name) || library.isSubtype(node.name, Library.MODEL)) {
            return true;
        }
        return isVirtual(method) && (method.access & Opcodes.ACC_PRIVATE) == 0 && hasForeignSupertype(node.name);
    }

    private boolean hasForeignSupertype(String name) {
        for (String each : library.supertypes(name)) {
            if (!scope.isApplication(each) && !HARMLESS_SUPERTYPES.contains(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVirtual(MethodNode method) {
        return (method.access & Opcodes.ACC_STATIC) == 0 && !method.name.startsWith("<");
    }

    private void reachMethod(ClassNode owner, MethodNode method) {
        MethodId id = new MethodId(owner.name, method.name, method.desc);
        if (methods.add(id)) {
            waiting.add(id);
        }
    }

    private void reachCall(int tag, String owner, String name, String descriptor) {
        String start =
                owner.startsWith("[") ? Type.getType(owner).getElementType().getInternalName() : owner;
        boolean virtual = tag == Opcodes.H_INVOKEVIRTUAL || tag == Opcodes.H_INVOKEINTERFACE;
        if (virtual && called.add(name + descriptor)) {
            for (ClassNode each : new ArrayList<>(classes.values())) {
                Library.method(each, name, descriptor).filter(Reach::isVirtual).ifPresent(m -> reachMethod(each, m));
            }
        }
        if (!scope.isApplication(start)) {
            return;
        }
        List<String> candidates = new ArrayList<>(List.of(start));
        candidates.addAll(library.supertypes(start));
        for (String candidate : candidates) {
            ClassNode node = classes.get(candidate);
            Optional<MethodNode> method = node == null ? Optional.empty() : Library.method(node, name, descriptor);
            if (method.isPresent()) {
                reachMethod(node, method.get());
                return;
            }
        }
    }

    private final class Follower extends Mentions {
        @Override
        void type(String internalName) {
            reachClass(internalName);
        }

        @Override
        void call(int tag, String owner, String name, String descriptor) {
            reachCall(tag, owner, name, descriptor);
        }
    }
}
