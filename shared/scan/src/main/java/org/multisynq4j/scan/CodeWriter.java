package org.multisynq4j.scan;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes a method's code so that equal behaviour written by the same compiler gives equal bytes, whatever its debug information. */
final class CodeWriter {
    private final DataOutputStream out;
    private final Map<LabelNode, Integer> positions = new IdentityHashMap<>();

    CodeWriter(DataOutputStream out) {
        this.out = out;
    }

    void code(MethodNode method) throws IOException {
        int count = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LabelNode label) {
                positions.put(label, count);
            } else if (insn.getOpcode() >= 0) {
                count++;
            }
        }
        out.writeInt(count);
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() >= 0) {
                out.writeByte(insn.getOpcode());
                operands(insn);
            }
        }
        if (method.tryCatchBlocks != null) {
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                labels(List.of(block.start, block.end, block.handler));
                text(block.type == null ? "" : block.type);
            }
        }
    }

    private void operands(AbstractInsnNode insn) throws IOException {
        if (insn instanceof IntInsnNode x) {
            out.writeInt(x.operand);
        } else if (insn instanceof VarInsnNode x) {
            out.writeInt(x.var);
        } else if (insn instanceof TypeInsnNode x) {
            text(x.desc);
        } else if (insn instanceof FieldInsnNode x) {
            texts(x.owner, x.name, x.desc);
        } else if (insn instanceof MethodInsnNode x) {
            texts(x.owner, x.name, x.desc);
        } else if (insn instanceof InvokeDynamicInsnNode x) {
            texts(x.name, x.desc);
            constant(x.bsm);
            out.writeInt(x.bsmArgs.length);
            for (Object argument : x.bsmArgs) {
                constant(argument);
            }
        } else if (insn instanceof JumpInsnNode x) {
            labels(List.of(x.label));
        } else if (insn instanceof LdcInsnNode x) {
            constant(x.cst);
        } else if (insn instanceof IincInsnNode x) {
            out.writeInt(x.var);
            out.writeInt(x.incr);
        } else if (insn instanceof TableSwitchInsnNode x) {
            out.writeInt(x.min);
            out.writeInt(x.max);
            labels(x.labels);
            labels(List.of(x.dflt));
        } else if (insn instanceof LookupSwitchInsnNode x) {
            for (int key : x.keys) {
                out.writeInt(key);
            }
            labels(x.labels);
            labels(List.of(x.dflt));
        } else if (insn instanceof MultiANewArrayInsnNode x) {
            text(x.desc);
            out.writeInt(x.dims);
        }
    }

    private void labels(List<LabelNode> labels) throws IOException {
        out.writeInt(labels.size());
        for (LabelNode label : labels) {
            out.writeInt(positions.get(label));
        }
    }

    /** A constant with its type: floating-point numbers by their bits, so that 0.0 and -0.0 differ. */
    void constant(Object value) throws IOException {
        if (value instanceof Integer x) {
            out.writeByte('I');
            out.writeInt(x);
        } else if (value instanceof Long x) {
            out.writeByte('J');
            out.writeLong(x);
        } else if (value instanceof Float x) {
            out.writeByte('F');
            out.writeInt(Float.floatToRawIntBits(x));
        } else if (value instanceof Double x) {
            out.writeByte('D');
            out.writeLong(Double.doubleToRawLongBits(x));
        } else if (value instanceof String x) {
            out.writeByte('S');
            text(x);
        } else if (value instanceof Type x) {
            out.writeByte('T');
            text(x.getDescriptor());
        } else if (value instanceof Handle x) {
            out.writeByte('H');
            out.writeInt(x.getTag());
            texts(x.getOwner(), x.getName(), x.getDesc());
        } else if (value instanceof ConstantDynamic x) {
            out.writeByte('C');
            texts(x.getName(), x.getDescriptor());
            constant(x.getBootstrapMethod());
            for (int i = 0; i < x.getBootstrapMethodArgumentCount(); i++) {
                constant(x.getBootstrapMethodArgument(i));
            }
        } else {
            throw new UncheckedIOException(new IOException("unknown constant " + value.getClass()));
        }
    }

    private void texts(String... texts) throws IOException {
        for (String each : texts) {
            text(each);
        }
    }

    /** With its length, because a constant may be longer than {@code writeUTF} can write. */
    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
