package org.multisynq4j.scan;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Finds a {@code count()} of a stream before which the JVM may leave {@code map} or {@code sorted} out, with all that they do: where it knows the number of elements. It does not behind
 * {@code filter} and its kind. What is not known of a stream, as of a parameter, is taken for the worst.
 */
final class LeftOutWork {
    private static final String STREAMS = "java/util/stream/";
    /** Behind these nobody knows how many elements there are. */
    private static final Set<String> COUNTED_ONE_BY_ONE = Set.of(
            "distinct",
            "dropWhile",
            "filter",
            "flatMap",
            "takeWhile",
            "flatMapToInt",
            "flatMapToLong",
            "flatMapToDouble");

    private static final Set<String> DO_NOTHING =
            Set.of("asDoubleStream", "asLongStream", "boxed", "limit", "parallel", "sequential", "skip", "unordered");
    private static final Set<String> SOURCES = Set.of(
            "build",
            "chars",
            "codePoints",
            "empty",
            "generate",
            "iterate",
            "lines",
            "of",
            "ofNullable",
            "parallelStream",
            "range",
            "rangeClosed",
            "stream");

    private final MethodNode method;
    private final Frame<SourceValue>[] frames;
    private final Set<AbstractInsnNode> seen = new HashSet<>();

    LeftOutWork(MethodNode method, Frame<SourceValue>[] frames) {
        this.method = method;
        this.frames = frames;
    }

    static boolean isCount(MethodInsnNode call) {
        return call.owner.startsWith(STREAMS) && call.name.equals("count") && call.desc.equals("()J");
    }

    /** Whether something may be left out. */
    boolean before(MethodInsnNode count) {
        return isLeftOut(receiver(count), false);
    }

    private boolean isLeftOut(SourceValue stream, boolean works) {
        return stream.insns.isEmpty() || stream.insns.stream().anyMatch(each -> isLeftOut(each, works));
    }

    private boolean isLeftOut(AbstractInsnNode at, boolean works) {
        if (!seen.add(at)) {
            return true; // a variable that changes in a loop
        }
        Frame<SourceValue> frame = frames[method.instructions.indexOf(at)];
        if (at instanceof VarInsnNode variable && variable.getOpcode() == Opcodes.ALOAD) {
            return isLeftOut(frame.getLocal(variable.var), works);
        } else if (at.getOpcode() == Opcodes.ASTORE || at.getOpcode() == Opcodes.CHECKCAST) {
            return isLeftOut(frame.getStack(frame.getStackSize() - 1), works);
        } else if (!(at instanceof MethodInsnNode call) || !call.owner.startsWith("java/")) {
            return true;
        } else if (SOURCES.contains(call.name)) {
            return works;
        } else if (call.owner.startsWith(STREAMS) && call.name.equals("concat")) {
            int top = frame.getStackSize() - 1;
            return isLeftOut(frame.getStack(top), works) || isLeftOut(frame.getStack(top - 1), works);
        } else if (!call.owner.startsWith(STREAMS) || call.getOpcode() == Opcodes.INVOKESTATIC) {
            return true;
        } else {
            return !COUNTED_ONE_BY_ONE.contains(call.name)
                    && isLeftOut(receiver(call), works || !DO_NOTHING.contains(call.name));
        }
    }

    private SourceValue receiver(MethodInsnNode call) {
        Frame<SourceValue> frame = frames[method.instructions.indexOf(call)];
        return frame.getStack(frame.getStackSize() - 1 - Type.getArgumentTypes(call.desc).length);
    }
}
