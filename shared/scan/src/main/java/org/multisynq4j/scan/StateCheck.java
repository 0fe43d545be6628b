package org.multisynq4j.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Looks at the fields of everything that models hold: types that no snapshot can hold, transient fields, constructors. */
final class StateCheck {
    private static final Set<String> STORABLE = Set.of(
            "java/lang/Object",
            "java/lang/String",
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Short",
            "java/lang/Character",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double",
            "java/lang/Number",
            "java/lang/CharSequence",
            "java/lang/Comparable",
            "java/lang/Iterable",
            "java/lang/Enum",
            "java/lang/Record",
            "java/lang/StringBuilder",
            "java/lang/Void",
            "java/io/Serializable",
            "java/util/Collection",
            "java/util/List",
            "java/util/Set",
            "java/util/Map",
            "java/util/Map$Entry",
            "java/util/SortedMap",
            "java/util/SortedSet",
            "java/util/NavigableMap",
            "java/util/NavigableSet",
            "java/util/Queue",
            "java/util/Deque",
            "java/util/SequencedCollection",
            "java/util/SequencedMap",
            "java/util/SequencedSet",
            "java/util/Comparator",
            "java/util/Optional",
            "java/util/ArrayList",
            "java/util/LinkedList",
            "java/util/ArrayDeque",
            "java/util/LinkedHashMap",
            "java/util/LinkedHashSet",
            "java/util/TreeMap",
            "java/util/TreeSet",
            "java/util/EnumMap",
            "java/util/EnumSet",
            "java/util/BitSet",
            "java/util/AbstractList",
            "java/util/AbstractCollection",
            "java/util/AbstractMap",
            "java/util/AbstractSet");

    /** Making one is refused already where it is made. */
    private static final Set<String> REFUSED_WHERE_MADE = Set.of(
            "java/util/HashMap",
            "java/util/HashSet",
            "java/util/Hashtable",
            "java/util/IdentityHashMap",
            "java/util/PriorityQueue",
            "java/util/WeakHashMap",
            "java/util/Random");

    private final Reach reach;
    private final Library library;
    private final Scope scope;
    private final Findings findings;
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> setInStart;

    StateCheck(Reach reach, Library library, Scope scope, Findings findings) {
        this.reach = reach;
        this.library = library;
        this.scope = scope;
        this.findings = findings;
        setInStart = fieldsSetFromStart();
    }

    void run() {
        for (ClassNode node : reach.classes().values()) {
            if (library.isSubtype(node.name, Library.MODEL)) {
                meet(node.name, simple(node.name));
            }
        }
        for (String next = waiting.poll(); next != null; next = waiting.poll()) {
            visit(reach.classes().get(next));
        }
    }

    private void meet(String name, String path) {
        if (reach.classes().containsKey(name) && paths.putIfAbsent(name, path) == null) {
            waiting.add(name);
            // What a field of this type may hold: every reached class that extends or implements it.
            for (String each : reach.classes().keySet()) {
                if (library.supertypes(each).contains(name)) {
                    meet(each, path);
                }
            }
        }
    }

    private void visit(ClassNode node) {
        String path = paths.get(node.name);
        if (mustBeMade(node) && Library.method(node, "<init>", "()V").isEmpty()) {
            findings.addMember(Diagnostic.NO_CONSTRUCTOR, node, "<init>", path + " : " + Names.type(node.name));
        }
        if (isEnum(node)) {
            return;
        }
        for (FieldNode field : node.fields) {
            if ((field.access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) != 0) {
                continue;
            }
            if ((field.access & Opcodes.ACC_TRANSIENT) != 0) {
                transientField(node, field);
            } else {
                storedField(node, field, path + "." + field.name);
            }
        }
    }

    private boolean mustBeMade(ClassNode node) {
        return (node.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0
                && node.recordComponents == null
                && !isEnum(node)
                && !library.isSubtype(node.name, "java/lang/Throwable")
                && !node.superName.equals("java/lang/Record");
    }

    private boolean isEnum(ClassNode node) {
        return library.isSubtype(node.name, "java/lang/Enum");
    }

    private void storedField(ClassNode node, FieldNode field, String path) {
        Set<String> reported = new HashSet<>();
        Mentions mentions = Mentions.ofTypes(name -> {
            Optional<Diagnostic> problem = problemOf(name);
            if (problem.isPresent() && reported.add(name)) {
                findings.addField(problem.get(), node, field, path + " : " + Names.type(name));
            }
            meet(name, path);
        });
        mentions.descriptor(field.desc);
        mentions.signature(field.signature);
    }

    private Optional<Diagnostic> problemOf(String name) {
        if (scope.isForbiddenToModels(name)) {
            return Optional.of(Diagnostic.VIEW_CODE);
        }
        if (!Scope.isPlatform(name) || STORABLE.contains(name) || REFUSED_WHERE_MADE.contains(name)) {
            return Optional.empty();
        }
        boolean function = name.startsWith("java/util/function/") || name.equals("java/lang/Runnable");
        return Optional.of(function ? Diagnostic.UNSTORABLE_LAMBDA : Diagnostic.UNSTORABLE_FIELD);
    }

    private void transientField(ClassNode node, FieldNode field) {
        String key = node.name + "." + field.name;
        if (!setInStart.contains(key) && isRead(node, field)) {
            findings.addField(Diagnostic.TRANSIENT_NOT_REBUILT, node, field, simple(node.name) + "." + field.name);
        }
    }

    private boolean isRead(ClassNode node, FieldNode field) {
        for (MethodId id : reach.methods()) {
            for (AbstractInsnNode each : code(id)) {
                if (each instanceof FieldInsnNode get
                        && get.getOpcode() == Opcodes.GETFIELD
                        && get.name.equals(field.name)
                        && (get.owner.equals(node.name) || library.isSubtype(get.owner, node.name))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The fields written by the models' {@code start()} and by whatever it calls, by name and descriptor. */
    private Set<String> fieldsSetFromStart() {
        Set<String> written = new HashSet<>();
        Set<MethodId> seen = new HashSet<>();
        Deque<MethodId> calls = new ArrayDeque<>();
        for (MethodId id : reach.methods()) {
            if (id.name().equals("start")
                    && id.descriptor().equals("()V")
                    && library.isSubtype(id.owner(), Library.MODEL)) {
                calls.add(id);
            }
        }
        for (MethodId next = calls.poll(); next != null; next = calls.poll()) {
            if (!seen.add(next)) {
                continue;
            }
            for (AbstractInsnNode each : code(next)) {
                if (each instanceof FieldInsnNode put && put.getOpcode() == Opcodes.PUTFIELD) {
                    declaringClass(put).ifPresent(owner -> written.add(owner + "." + put.name));
                } else if (each instanceof MethodInsnNode call) {
                    for (MethodId id : reach.methods()) {
                        if (id.name().equals(call.name)
                                && id.descriptor().equals(call.desc)
                                && (!call.name.equals("<init>") || id.owner().equals(call.owner))) {
                            calls.add(id);
                        }
                    }
                }
            }
        }
        return written;
    }

    private Optional<String> declaringClass(FieldInsnNode put) {
        String at = put.owner;
        while (at != null) {
            Optional<ClassNode> node = library.find(at);
            if (node.isEmpty() || node.get().fields.stream().anyMatch(f -> f.name.equals(put.name))) {
                return node.map(n -> n.name);
            }
            at = node.get().superName;
        }
        return Optional.empty();
    }

    private Iterable<AbstractInsnNode> code(MethodId id) {
        Optional<MethodNode> method = Library.method(reach.classes().get(id.owner()), id.name(), id.descriptor());
        return method.orElseThrow().instructions;
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
    }
}
