package org.multisynq4j.teavm;

import org.teavm.asm.Opcodes;
import org.teavm.asm.tree.AbstractInsnNode;
import org.teavm.asm.tree.ClassNode;
import org.teavm.asm.tree.FieldInsnNode;
import org.teavm.asm.tree.InsnList;
import org.teavm.asm.tree.InsnNode;
import org.teavm.asm.tree.MethodNode;
import org.teavm.asm.tree.VarInsnNode;
import org.teavm.model.optimization.MethodOptimization;

/**
 * Keeps what may fail inside its loop. TeaVM's loop-invariant motion takes an instruction that may throw out of a loop that is sure to come to it, and so before what
 * the loop does ahead of it: {@code while (true) { count++; nothing.length(); }} failed with {@code count} untouched.
 *
 * <p>TeaVM offers no way to leave a pass out, and no program in front of it can be written so that inlining does not undo it. So the class with which that pass asks what
 * may be moved is changed: what may throw may not be moved.
 */
final class StayingChecks {
    private static final String ANALYZER = "org/teavm/model/optimization/LoopInvariantAnalyzer";

    private StayingChecks() {}

    static void install() {
        ChangedClass.define(MethodOptimization.class, ANALYZER, StayingChecks::change);
    }

    /** At the end of each {@code visit(…Instruction)}: {@code canMove = canMove & !sideEffect}. */
    private static void change(ClassNode analyzer) {
        for (MethodNode method : analyzer.methods) {
            if (method.name.equals("visit") && (method.access & Opcodes.ACC_ABSTRACT) == 0) {
                for (AbstractInsnNode each : method.instructions.toArray()) {
                    if (each.getOpcode() == Opcodes.RETURN) {
                        method.instructions.insertBefore(each, mayNotFail());
                    }
                }
            }
        }
    }

    private static InsnList mayNotFail() {
        InsnList added = new InsnList();
        added.add(new VarInsnNode(Opcodes.ALOAD, 0));
        read("canMove", added);
        read("sideEffect", added);
        added.add(new InsnNode(Opcodes.ICONST_1));
        added.add(new InsnNode(Opcodes.IXOR));
        added.add(new InsnNode(Opcodes.IAND));
        added.add(new FieldInsnNode(Opcodes.PUTFIELD, ANALYZER, "canMove", "Z"));
        return added;
    }

    private static void read(String field, InsnList added) {
        added.add(new VarInsnNode(Opcodes.ALOAD, 0));
        added.add(new FieldInsnNode(Opcodes.GETFIELD, ANALYZER, field, "Z"));
    }
}
