package org.multisynq4j.scan;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Finds the static types of a value by following it back through copies to where it was made or read. */
final class Origins {
    private final MethodNode method;
    private final Frame<SourceValue>[] frames;
    private final Set<AbstractInsnNode> visited = new HashSet<>();

    Origins(MethodNode method, Frame<SourceValue>[] frames) {
        this.method = method;
        this.frames = frames;
    }

    /** The types, as far as the code tells them; parameters tell theirs. */
    Set<Type> typesOf(SourceValue value) {
        Set<Type> types = new LinkedHashSet<>();
        for (AbstractInsnNode source : value.insns) {
            if (visited.add(source)) {
                collect(source, types);
            }
        }
        return types;
    }

    private void collect(AbstractInsnNode source, Set<Type> types) {
        Frame<SourceValue> frame = frames[method.instructions.indexOf(source)];
        if (source instanceof TypeInsnNode made) {
            Type type = Type.getObjectType(made.desc);
            types.add(made.getOpcode() == Opcodes.ANEWARRAY ? Type.getType("[" + type.getDescriptor()) : type);
        } else if (source.getOpcode() == Opcodes.NEWARRAY || source.getOpcode() == Opcodes.MULTIANEWARRAY) {
            types.add(Type.getType("[I"));
        } else if (source instanceof FieldInsnNode read) {
            types.add(Type.getType(read.desc));
        } else if (source instanceof MethodInsnNode call) {
            types.add(Type.getReturnType(call.desc));
        } else if (source instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD) {
            SourceValue held = frame.getLocal(load.var);
            if (held.insns.isEmpty()) {
                parameter(load.var, types);
            } else {
                types.addAll(typesOf(held));
            }
        } else if (source.getOpcode() == Opcodes.ASTORE || source.getOpcode() == Opcodes.DUP) {
            SourceValue held = frame.getStack(frame.getStackSize() - 1);
            if (held.insns.isEmpty()) {
                caught(source, types);
            } else {
                types.addAll(typesOf(held));
            }
        }
    }

    /** What a handler begins with was made by no instruction. */
    private void caught(AbstractInsnNode first, Set<Type> types) {
        AbstractInsnNode at = first.getPrevious();
        while (at != null && at.getOpcode() < 0) {
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                if (block.handler == at && block.type != null) {
                    types.add(Type.getObjectType(block.type));
                }
            }
            at = at.getPrevious();
        }
    }

    private void parameter(int variable, Set<Type> types) {
        int at = (method.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        for (Type type : Type.getArgumentTypes(method.desc)) {
            if (at == variable) {
                types.add(type);
            }
            at += type.getSize();
        }
    }
}
