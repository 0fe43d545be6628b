package org.multisynq4j.teavm;

import org.teavm.asm.Opcodes;
import org.teavm.asm.tree.ClassNode;
import org.teavm.asm.tree.FieldInsnNode;
import org.teavm.asm.tree.FrameNode;
import org.teavm.asm.tree.InsnList;
import org.teavm.asm.tree.InsnNode;
import org.teavm.asm.tree.JumpInsnNode;
import org.teavm.asm.tree.LabelNode;
import org.teavm.asm.tree.MethodInsnNode;
import org.teavm.asm.tree.MethodNode;
import org.teavm.asm.tree.TypeInsnNode;
import org.teavm.asm.tree.VarInsnNode;
import org.teavm.ast.optimization.Optimizer;

/**
 * Evaluates a call's arguments before it is noticed that there is nothing to call. TeaVM writes {@code nothing.equals(next())} as one expression in which the check of
 * {@code nothing} comes first, so that {@code next()} was not called, and a failure of its own was another than on the JVM.
 *
 * <p>What joins statements into one expression asks whether an operand is free of side effects, and takes the check of a null for that. It is changed to say no.
 */
final class LateNullChecks {
    private static final String AST = "org/teavm/ast/";
    private static final String VISITOR = AST + "optimization/OptimizingVisitor";

    private LateNullChecks() {}

    static void install() {
        ChangedClass.define(Optimizer.class, VISITOR, LateNullChecks::change);
    }

    private static void change(ClassNode visitor) {
        MethodNode question = visitor.methods.stream()
                .filter(m -> m.name.equals("isSideEffectFree") && m.desc.equals("(L" + AST + "Expr;)Z"))
                .findFirst()
                .orElseThrow(() -> ChangedClass.unknown("question for side effects"));
        question.instructions.insert(nullCheckHasSideEffect());
    }

    /** {@code if (expr instanceof UnaryExpr unary && unary.getOperation() == NULL_CHECK) return false}. */
    private static InsnList nullCheckHasSideEffect() {
        LabelNode others = new LabelNode();
        InsnList added = new InsnList();
        added.add(new VarInsnNode(Opcodes.ALOAD, 1));
        added.add(new TypeInsnNode(Opcodes.INSTANCEOF, AST + "UnaryExpr"));
        added.add(new JumpInsnNode(Opcodes.IFEQ, others));
        added.add(new VarInsnNode(Opcodes.ALOAD, 1));
        added.add(new TypeInsnNode(Opcodes.CHECKCAST, AST + "UnaryExpr"));
        String operation = "L" + AST + "UnaryOperation;";
        added.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, AST + "UnaryExpr", "getOperation", "()" + operation));
        added.add(new FieldInsnNode(Opcodes.GETSTATIC, AST + "UnaryOperation", "NULL_CHECK", operation));
        added.add(new JumpInsnNode(Opcodes.IF_ACMPNE, others));
        added.add(new InsnNode(Opcodes.ICONST_0));
        added.add(new InsnNode(Opcodes.IRETURN));
        added.add(others);
        added.add(new FrameNode(Opcodes.F_SAME, 0, null, 0, null));
        return added;
    }
}
