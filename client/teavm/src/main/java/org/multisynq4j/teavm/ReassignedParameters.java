package org.multisynq4j.teavm;

import java.util.BitSet;
import org.teavm.asm.Opcodes;
import org.teavm.asm.Type;
import org.teavm.asm.tree.AbstractInsnNode;
import org.teavm.asm.tree.IincInsnNode;
import org.teavm.asm.tree.InsnList;
import org.teavm.asm.tree.MethodNode;
import org.teavm.asm.tree.VarInsnNode;

/**
 * Copies parameters onto themselves at the beginning of methods that assign them and have exception handlers. For TeaVM the first assignment of a parameter begins its
 * life: if that is in a guarded block, the handler sees the new value even if what was called before the assignment threw.
 */
final class ReassignedParameters {
    private ReassignedParameters() {}

    /** True if the method was changed. */
    static boolean copy(MethodNode method) {
        if (method.tryCatchBlocks == null || method.tryCatchBlocks.isEmpty()) {
            return false;
        }
        BitSet assigned = assigned(method);
        InsnList copies = new InsnList();
        int slot = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
        for (Type type : Type.getArgumentTypes(method.desc)) {
            if (assigned.get(slot)) {
                copies.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
                copies.add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), slot));
            }
            slot += type.getSize();
        }
        if (copies.size() == 0) {
            return false;
        }
        method.instructions.insert(copies);
        return true;
    }

    private static BitSet assigned(MethodNode method) {
        BitSet slots = new BitSet();
        for (AbstractInsnNode each = method.instructions.getFirst(); each != null; each = each.getNext()) {
            if (each instanceof VarInsnNode use
                    && use.getOpcode() >= Opcodes.ISTORE
                    && use.getOpcode() <= Opcodes.ASTORE) {
                slots.set(use.var);
            } else if (each instanceof IincInsnNode increment) {
                slots.set(increment.var);
            }
        }
        return slots;
    }
}
