package org.multisynq4j.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Finds {@code finally} blocks that may end otherwise than by throwing what they interrupted: by return, break or continue. */
final class Swallowing {
    private Swallowing() {}

    /** Whether from the handler of everything a return can be reached without a throw on the way. */
    static boolean by(TryCatchBlockNode block) {
        Set<AbstractInsnNode> seen = new HashSet<>();
        Deque<AbstractInsnNode> waiting = new ArrayDeque<>();
        waiting.add(block.handler);
        while (!waiting.isEmpty()) {
            AbstractInsnNode next = waiting.poll();
            while (next != null && seen.add(next)) {
                int code = next.getOpcode();
                if (code >= Opcodes.IRETURN && code <= Opcodes.RETURN) {
                    return true;
                }
                if (next instanceof JumpInsnNode jump) {
                    waiting.add(jump.label);
                } else if (next instanceof TableSwitchInsnNode choice) {
                    cases(choice.labels, choice.dflt, waiting);
                } else if (next instanceof LookupSwitchInsnNode choice) {
                    cases(choice.labels, choice.dflt, waiting);
                }
                next = endsHere(code) ? null : next.getNext();
            }
        }
        return false;
    }

    private static void cases(Iterable<LabelNode> labels, LabelNode otherwise, Deque<AbstractInsnNode> waiting) {
        labels.forEach(waiting::add);
        waiting.add(otherwise);
    }

    private static boolean endsHere(int code) {
        return code == Opcodes.ATHROW
                || code == Opcodes.GOTO
                || code == Opcodes.TABLESWITCH
                || code == Opcodes.LOOKUPSWITCH;
    }
}
