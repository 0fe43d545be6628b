package org.multisynq4j.scan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Looks at where the values in one method come from: changes of what a static field holds, and lambdas that are kept. */
final class FlowCheck {
    private static final Set<String> CHANGES = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "append",
            "clear",
            "computeIfAbsent",
            "compute",
            "computeIfPresent",
            "delete",
            "deleteCharAt",
            "flip",
            "insert",
            "merge",
            "offer",
            "offerFirst",
            "offerLast",
            "poll",
            "pollFirst",
            "pollLast",
            "pop",
            "push",
            "put",
            "putAll",
            "putIfAbsent",
            "remove",
            "removeAll",
            "removeFirst",
            "removeIf",
            "removeLast",
            "replace",
            "replaceAll",
            "retainAll",
            "reverse",
            "set",
            "setCharAt",
            "setLength",
            "sort");

    private static final Set<String> KEEPERS =
            Set.of("add", "addFirst", "addLast", "offer", "push", "put", "putIfAbsent", "set");

    private static final Set<String> HELD_BY_VALUE = Set.of(
            "java/lang/String",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Short",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Double",
            "java/lang/Float");

    private static final Set<String> TEXT_OF_OBJECT = Set.of(
            "java/lang/String.valueOf(Ljava/lang/Object;)",
            "java/util/Objects.toString(Ljava/lang/Object;)",
            "java/lang/StringBuilder.append(Ljava/lang/Object;)",
            "java/lang/StringBuffer.append(Ljava/lang/Object;)");

    private final Library library;
    private final Findings findings;
    private final ClassNode owner;
    private final MethodNode method;
    private final Texts texts;
    private Frame<SourceValue>[] frames;

    FlowCheck(Library library, Findings findings, ClassNode owner, MethodNode method) {
        this.library = library;
        this.findings = findings;
        this.owner = owner;
        this.method = method;
        texts = new Texts(library);
    }

    void run() {
        if (method.instructions.size() == 0) {
            return;
        }
        try {
            frames = new Analyzer<>(new SourceInterpreter()).analyze(owner.name, method);
        } catch (AnalyzerException e) {
            throw new IllegalStateException(
                    "the code of " + Names.type(owner.name) + "." + method.name
                            + " cannot be analysed; was it made by javac?",
                    e);
        }
        for (int i = 0; i < frames.length; i++) {
            AbstractInsnNode each = method.instructions.get(i);
            if (frames[i] != null && each.getOpcode() >= 0) {
                instruction(each, frames[i]);
            }
        }
    }

    private void instruction(AbstractInsnNode at, Frame<SourceValue> frame) {
        int opcode = at.getOpcode();
        if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
            change(at, fromTop(frame, 2));
        } else if (at instanceof FieldInsnNode put && opcode == Opcodes.PUTFIELD) {
            change(at, fromTop(frame, 1));
            if (isStored(put)) {
                lambda(at, fromTop(frame, 0), "keeps a lambda in " + put.name);
            }
        } else if (opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE) {
            compared(at, frame);
        } else if (at instanceof MethodInsnNode call) {
            if (opcode != Opcodes.INVOKESTATIC) {
                call(call, frame);
            }
            if (TEXT_OF_OBJECT.contains(
                    call.owner + "." + call.name + call.desc.substring(0, call.desc.indexOf(')') + 1))) {
                text(call, fromTop(frame, 0));
            }
        }
    }

    /** Snapshots hold strings and boxed numbers by value: which of two equal ones it is, a restored model does not know. */
    private void compared(AbstractInsnNode at, Frame<SourceValue> frame) {
        for (int depth = 0; depth < 2; depth++) {
            for (Type type : new Origins(method, frames).typesOf(fromTop(frame, depth))) {
                if (type.getSort() == Type.OBJECT && HELD_BY_VALUE.contains(type.getInternalName())) {
                    String name = Names.type(type.getInternalName());
                    findings.add(Diagnostic.IDENTITY, owner, method, at, "compares a " + name + " by ==", "use equals");
                    return;
                }
            }
        }
    }

    /** The compiler turns an object that is joined to a text into such a call first. */
    private void text(MethodInsnNode call, SourceValue value) {
        for (Type type : new Origins(method, frames).typesOf(value)) {
            texts.problemOf(type)
                    .ifPresent(d -> findings.add(d, owner, method, call, "makes a text of a " + type.getClassName()));
        }
    }

    private void call(MethodInsnNode call, Frame<SourceValue> frame) {
        int arguments = Type.getArgumentTypes(call.desc).length;
        boolean library = call.owner.startsWith("java/util/") || call.owner.startsWith("java/lang/StringBu");
        if (!library) {
            return;
        }
        if (LeftOutWork.isCount(call) && new LeftOutWork(method, frames).before(call)) {
            findings.add(
                    Diagnostic.LIBRARY,
                    owner,
                    method,
                    call,
                    "counts a stream where map or sorted may be left out",
                    "leave them out, or put filter(...) behind them; count in the expression that makes the stream");
        }
        SourceValue receiver = fromTop(frame, arguments);
        if (CHANGES.contains(call.name)) {
            change(call, receiver);
        }
        if (KEEPERS.contains(call.name) && arguments > 0 && comesFromStoredField(receiver)) {
            lambda(call, fromTop(frame, 0), "keeps a lambda");
        }
    }

    /** In a static initialiser a class may fill what it has just made. */
    private void change(AbstractInsnNode at, SourceValue target) {
        if (method.name.equals("<clinit>")) {
            return;
        }
        for (AbstractInsnNode source : target.insns) {
            if (source instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC) {
                findings.add(
                        Diagnostic.MUTABLE_STATIC,
                        owner,
                        method,
                        at,
                        "changes what " + Names.type(field.owner) + "." + field.name + " holds");
                return;
            }
        }
    }

    private void lambda(AbstractInsnNode at, SourceValue value, String what) {
        for (AbstractInsnNode source : value.insns) {
            if (source instanceof InvokeDynamicInsnNode dynamic
                    && dynamic.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                    && dynamic.bsm.getName().equals("metafactory")) {
                String type = Type.getReturnType(dynamic.desc).getClassName();
                findings.add(Diagnostic.UNSTORABLE_LAMBDA, owner, method, at, what + " as " + type);
                return;
            }
        }
    }

    private boolean comesFromStoredField(SourceValue value) {
        for (AbstractInsnNode source : value.insns) {
            if (source instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETFIELD && isStored(field)) {
                return true;
            }
        }
        return false;
    }

    private boolean isStored(FieldInsnNode field) {
        Optional<FieldNode> declared = library.find(field.owner)
                .flatMap(n ->
                        n.fields.stream().filter(f -> f.name.equals(field.name)).findFirst());
        return declared.filter(f -> (f.access & (Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC)) == 0)
                .isPresent();
    }

    private static SourceValue fromTop(Frame<SourceValue> frame, int depth) {
        int index = frame.getStackSize() - 1 - depth;
        return index < 0 ? new SourceValue(1, Set.copyOf(List.of())) : frame.getStack(index);
    }
}
