package org.multisynq4j.teavm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.teavm.asm.Handle;
import org.teavm.asm.Opcodes;
import org.teavm.asm.tree.AbstractInsnNode;
import org.teavm.asm.tree.ClassNode;
import org.teavm.asm.tree.InvokeDynamicInsnNode;
import org.teavm.asm.tree.MethodInsnNode;
import org.teavm.asm.tree.MethodNode;

/**
 * Finds the methods that may call themselves, by way of others too. Too many rather than too few: a call goes to every method of that name and signature, and other
 * people's code may call every lambda and every method that overrides one of theirs.
 */
final class CallCycles {
    /** All code that is not looked at. */
    private static final String OUTSIDE = "outside";

    /** Classes that call nothing back. */
    private static final Set<String> QUIET = Set.of(
            "java/lang/Math",
            "java/lang/StrictMath",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Double",
            "java/lang/Float",
            "java/lang/Character",
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Short");

    /** Classes that call back only what they are given. */
    private static final Set<String> TEXT = Set.of("java/lang/String", "java/lang/StringBuilder");

    private final Map<String, ClassNode> classes;
    private final ClassLoader loader;
    private final Map<String, Set<String>> calls = new TreeMap<>();
    private final Map<String, Set<String>> bySignature = new HashMap<>();

    private CallCycles(Map<String, ClassNode> classes, ClassLoader loader) {
        this.classes = classes;
        this.loader = loader;
    }

    /**
     * The methods that may be active more than once.
     *
     * @param classes by binary name, which is in the result too: {@code com.example.Tree.size()I}
     */
    static Set<String> of(Map<String, ClassNode> classes, ClassLoader loader) {
        CallCycles cycles = new CallCycles(classes, loader);
        cycles.collect();
        return cycles.find();
    }

    private void collect() {
        calls.put(OUTSIDE, new TreeSet<>());
        for (ClassNode each : classes.values()) {
            for (MethodNode method : each.methods) {
                // Private methods of nested classes and their own class are called as if they could be overridden.
                if ((method.access & Opcodes.ACC_STATIC) == 0 && !method.name.startsWith("<")) {
                    bySignature
                            .computeIfAbsent(method.name + method.desc, k -> new TreeSet<>())
                            .add(key(each, method));
                }
            }
        }
        for (ClassNode each : classes.values()) {
            Set<String> overridable = new HashSet<>();
            outsideMethods(each.name, overridable, new HashSet<>());
            for (MethodNode method : each.methods) {
                if (isOverridable(method) && overridable.contains(method.name + method.desc)) {
                    calls.get(OUTSIDE).add(key(each, method));
                }
                Set<String> called = calls.computeIfAbsent(key(each, method), k -> new TreeSet<>());
                for (AbstractInsnNode instruction : method.instructions) {
                    collect(instruction, called);
                }
            }
        }
    }

    private static boolean isOverridable(MethodNode method) {
        return (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0 && !method.name.startsWith("<");
    }

    private void collect(AbstractInsnNode instruction, Set<String> called) {
        if (instruction instanceof MethodInsnNode call) {
            boolean exact = call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
            call(call.owner, call.name, call.desc, exact, called);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            if (dynamic.bsm.getName().startsWith("makeConcat")
                    || dynamic.bsm.getOwner().endsWith("ObjectMethods")) {
                called.add(OUTSIDE);
            }
            for (Object argument : dynamic.bsmArgs) {
                if (argument instanceof Handle handle) {
                    boolean exact = handle.getTag() == Opcodes.H_INVOKESTATIC
                            || handle.getTag() == Opcodes.H_INVOKESPECIAL
                            || handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
                    call(handle.getOwner(), handle.getName(), handle.getDesc(), exact, calls.get(OUTSIDE));
                }
            }
        }
    }

    private void call(String owner, String name, String descriptor, boolean exact, Set<String> called) {
        if (exact) {
            for (String at = owner; at != null && classes.containsKey(binary(at)); ) {
                ClassNode node = classes.get(binary(at));
                if (node.methods.stream().anyMatch(m -> m.name.equals(name) && m.desc.equals(descriptor))) {
                    called.add(binary(at) + "." + name + descriptor);
                    return;
                }
                at = node.superName;
            }
        } else {
            called.addAll(bySignature.getOrDefault(name + descriptor, Set.of()));
        }
        boolean constructor = name.equals("<init>") && descriptor.equals("()V");
        boolean textOnly = TEXT.contains(owner) && !descriptor.contains("Object;") && !descriptor.contains("Iterable;");
        if (!QUIET.contains(owner) && !constructor && !textOnly) {
            called.add(OUTSIDE);
        }
    }

    /** Name and descriptor of everything the class inherits from code that is not looked at. */
    private void outsideMethods(String internalName, Set<String> found, Set<String> seen) {
        if (internalName == null || !seen.add(internalName)) {
            return;
        }
        ClassNode node = classes.get(binary(internalName));
        if (node == null) {
            node = OwnClasses.find(internalName, loader).orElse(null);
            if (node == null) {
                return;
            }
            node.methods.forEach(m -> found.add(m.name + m.desc));
        }
        outsideMethods(node.superName, found, seen);
        for (String each : node.interfaces) {
            outsideMethods(each, found, seen);
        }
    }

    /** What neither calls nor is called by a cycle is taken away until nothing more goes; between two cycles something may be left, which does no harm. */
    private Set<String> find() {
        Map<String, Integer> callers = new HashMap<>();
        calls.get(OUTSIDE).remove(OUTSIDE);
        calls.values().forEach(all -> all.retainAll(calls.keySet()));
        calls.values().forEach(all -> all.forEach(c -> callers.merge(c, 1, Integer::sum)));
        Map<String, Set<String>> left = new TreeMap<>(calls);
        Deque<String> going = new ArrayDeque<>(left.keySet());
        while (!going.isEmpty()) {
            String next = going.poll();
            Set<String> all = left.get(next);
            if (all != null && (all.isEmpty() || callers.getOrDefault(next, 0) == 0)) {
                left.remove(next);
                for (String called : all) {
                    callers.merge(called, -1, Integer::sum);
                    going.add(called);
                }
                left.forEach((caller, its) -> {
                    if (its.remove(next)) {
                        going.add(caller);
                    }
                });
            }
        }
        left.remove(OUTSIDE);
        return left.keySet();
    }

    private static String key(ClassNode owner, MethodNode method) {
        return binary(owner.name) + "." + method.name + method.desc;
    }

    private static String binary(String internalName) {
        return internalName.replace('/', '.');
    }
}
