package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teavm.asm.tree.ClassNode;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ClassReader;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.ReferenceCache;
import org.teavm.model.optimization.GlobalValueNumbering;
import org.teavm.model.optimization.UnusedVariableElimination;
import org.teavm.model.transformation.NoSuchFieldCatchElimination;
import org.teavm.parsing.Parser;

/**
 * Keeps what may fail although nobody uses its result. TeaVM throws it away when it has read a class file, before plugins see the class, so all own classes are read
 * here once more, before TeaVM comes to them; methods that lost something get the program they would have had if the result were used.
 *
 * <p>Methods with exception handlers get the one they would have had if TeaVM knew that a handler may come in the middle of a block: it takes a value computed there
 * for known in the handler, though what was called before it may have thrown. {@link TrySplitter} says how it learns that.
 */
final class UnusedResults implements ClassHolderTransformer {
    private final ClassLoader loader;
    private boolean done;

    UnusedResults(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (done || context.getEntryPoint() == null) {
            return;
        }
        done = true;
        for (Map.Entry<String, ClassNode> each :
                OwnClasses.of(context.getEntryPoint(), loader).entrySet()) {
            // Before transformers have run: TeaVM copies a class from here when it first needs it.
            ClassReader source = context.getHierarchy().getClassSource().get(each.getKey());
            if (source != null) {
                if (!(source instanceof ClassHolder holder)) {
                    throw new IllegalStateException(
                            "TeaVM reads classes from a cache; build without incremental and cacheDirectory");
                }
                keep(each.getValue(), holder, context.getHierarchy());
            }
        }
    }

    private static void keep(ClassNode file, ClassHolder holder, ClassHierarchy hierarchy) {
        file.methods.forEach(ReassignedParameters::copy);
        for (MethodHolder read :
                new Parser(new ReferenceCache()).parseClass(file).getMethods()) {
            Program program = read.getProgram();
            MethodHolder method = holder.getMethod(read.getDescriptor());
            if (program == null || method == null) {
                continue;
            }
            boolean split = TrySplitter.split(program);
            boolean kept = keep(program, read, hierarchy);
            if (split || kept) {
                // What TeaVM does with each class that it has read.
                new NoSuchFieldCatchElimination().apply(program);
                new GlobalValueNumbering(true).optimize(program);
                new UnusedVariableElimination().optimize(read, program);
                method.setProgram(program);
            }
        }
    }

    /** Adds a use to each instruction that may fail and would go. */
    private static boolean keep(Program program, MethodHolder method, ClassHierarchy hierarchy) {
        if (program.basicBlockCount() == 0) {
            return false;
        }
        boolean[] used = Usage.withParameters(program, method.parameterCount());
        List<Failing> unused = new ArrayList<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction each : block) {
                Failing.of(each, method, hierarchy)
                        .filter(f -> !used[f.result().getIndex()])
                        .ifPresent(unused::add);
            }
        }
        unused.forEach(Failing::use);
        return !unused.isEmpty();
    }
}
