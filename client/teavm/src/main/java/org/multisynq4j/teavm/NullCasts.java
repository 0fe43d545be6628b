package org.multisynq4j.teavm;

import java.util.function.Predicate;
import org.teavm.asm.Opcodes;
import org.teavm.asm.tree.AbstractInsnNode;
import org.teavm.asm.tree.ClassNode;
import org.teavm.asm.tree.FieldInsnNode;
import org.teavm.asm.tree.InsnList;
import org.teavm.asm.tree.InsnNode;
import org.teavm.asm.tree.JumpInsnNode;
import org.teavm.asm.tree.LdcInsnNode;
import org.teavm.asm.tree.MethodInsnNode;
import org.teavm.asm.tree.MethodNode;
import org.teavm.asm.tree.TypeInsnNode;
import org.teavm.asm.tree.VarInsnNode;
import org.teavm.backend.wasm.generate.methods.WasmGCGenerationUtil;

/**
 * Lets null pass each cast in WebAssembly. Where the value's class is known and not related to the wanted one, {@code (Integer) (Object) text}, TeaVM writes no cast but the
 * exception, though the value may be null.
 *
 * <p>What a value's class is known to be comes out only when WebAssembly is written, after all optimisations: a program written otherwise could not keep it. So the writer is
 * changed: instead of the exception it writes the cast that it writes for a value of class Object.
 */
final class NullCasts {
    private static final String METHODS = "org/teavm/backend/wasm/generate/methods/";
    private static final String CLASSES = "org/teavm/backend/wasm/generate/classes/";
    private static final String WRITER = METHODS + "WasmGCInstructionGenerationVisitor";
    private static final String CONTEXT = METHODS + "WasmGCGenerationContext";
    private static final String TYPE = "org/teavm/backend/wasm/model/WasmType";

    private NullCasts() {}

    static void install() {
        ChangedClass.define(WasmGCGenerationUtil.class, WRITER, NullCasts::change);
    }

    private static void change(ClassNode writer) {
        MethodNode cast = writer.methods.stream()
                .filter(m -> m.name.equals("visit") && m.desc.equals("(Lorg/teavm/ast/CastExpr;)V"))
                .findFirst()
                .orElseThrow(() -> ChangedClass.unknown("writer of casts"));
        AbstractInsnNode first = cast.instructions.getFirst();
        int type = stored(find(first, i -> isCast(i, TYPE)));
        int reference = stored(find(first, i -> isCast(i, TYPE + "$Reference")));
        // if (!source.isSupertypeOf(target)) { generateThrowCce(builder); … return; }
        AbstractInsnNode failure = find(first, i -> isCall(i, "generateThrowCce"));
        AbstractInsnNode test = failure;
        while (!isCall(test, "isSupertypeOf")) {
            test = test.getPrevious();
        }
        if (!(test.getNext() instanceof JumpInsnNode related) || related.getOpcode() != Opcodes.IFNE) {
            throw ChangedClass.unknown("test of a cast's classes");
        }
        InsnList added = new InsnList();
        added.add(new VarInsnNode(Opcodes.ALOAD, 0));
        added.add(new FieldInsnNode(Opcodes.GETFIELD, WRITER, "context", "L" + CONTEXT + ";"));
        String classes = CLASSES + "WasmGCClassInfoProvider";
        added.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, CONTEXT, "classInfoProvider", "()L" + classes + ";"));
        added.add(new LdcInsnNode("java.lang.Object"));
        String info = CLASSES + "WasmGCClassInfo";
        added.add(new MethodInsnNode(
                Opcodes.INVOKEINTERFACE, classes, "getClassInfo", "(Ljava/lang/String;)L" + info + ";"));
        added.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, info, "getType", "()L" + TYPE + "$CompositeReference;"));
        added.add(new InsnNode(Opcodes.DUP));
        added.add(new VarInsnNode(Opcodes.ASTORE, type));
        added.add(new VarInsnNode(Opcodes.ASTORE, reference));
        added.add(new JumpInsnNode(Opcodes.GOTO, related.label));
        cast.instructions.insert(related, added);
        remove(cast, added(related));
    }

    /** The first instruction behind what was added. */
    private static AbstractInsnNode added(AbstractInsnNode from) {
        return find(from, i -> i.getOpcode() == Opcodes.GOTO).getNext();
    }

    /** Takes away what cannot be reached any more, which the verifier would not accept. */
    private static void remove(MethodNode method, AbstractInsnNode from) {
        AbstractInsnNode each = from;
        boolean isLast;
        do {
            AbstractInsnNode next = each.getNext();
            isLast = each.getOpcode() == Opcodes.RETURN;
            if (each.getOpcode() >= 0) {
                method.instructions.remove(each);
            }
            each = next;
        } while (!isLast);
    }

    private static AbstractInsnNode find(AbstractInsnNode from, Predicate<AbstractInsnNode> wanted) {
        for (AbstractInsnNode each = from; each != null; each = each.getNext()) {
            if (wanted.test(each)) {
                return each;
            }
        }
        throw ChangedClass.unknown("instruction that Multisynq4J changes in " + WRITER);
    }

    private static boolean isCast(AbstractInsnNode each, String type) {
        return each instanceof TypeInsnNode x && x.getOpcode() == Opcodes.CHECKCAST && x.desc.equals(type);
    }

    private static boolean isCall(AbstractInsnNode each, String name) {
        return each instanceof MethodInsnNode x && x.name.equals(name);
    }

    private static int stored(AbstractInsnNode value) {
        return find(value, i -> i.getOpcode() == Opcodes.ASTORE) instanceof VarInsnNode x ? x.var : -1;
    }
}
