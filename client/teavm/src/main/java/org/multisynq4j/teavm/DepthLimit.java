package org.multisynq4j.teavm;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.multisynq4j.scan.ModelScan;
import org.teavm.asm.tree.ClassNode;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.TryCatchBlock;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ExitInstruction;
import org.teavm.model.instructions.JumpInstruction;
import org.teavm.model.util.BasicBlockSplitter;

/**
 * Lets a recursion of a model that does not end throw {@code StackOverflowError}, which is an error of that model; the browser's own error passes through WebAssembly
 * as if nothing could catch it, and comes at another depth each time.
 *
 * <p>Each method that may call itself counts. A method that returns, and a handler that catches, set the counter to what it was in that method, so exceptions need
 * no help on their way; what is left of one that left the program is cleared when the engine goes on.
 */
final class DepthLimit implements ClassHolderTransformer {
    private static final String ENGINE = "org.multisynq4j.vm.VirtualMachine";
    /** Where the engine goes on from outside. */
    private static final String OUTERMOST = "advance";

    private final BuildScan build;
    private final ClassLoader loader;
    private final Set<String> classes = new HashSet<>();
    private Set<String> recursive = Set.of();
    private boolean ready;

    DepthLimit(BuildScan build, ClassLoader loader) {
        this.build = build;
        this.loader = loader;
    }

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (!Targets.isOurs(cls.getName()) || context.getEntryPoint() == null) {
            return;
        }
        if (!ready) {
            ready = true;
            find(context.getEntryPoint());
        }
        if (classes.contains(cls.getName())) {
            for (MethodHolder method : cls.getMethods()) {
                if (method.getProgram() != null && method.getProgram().basicBlockCount() > 0) {
                    limit(
                            method,
                            cls.getName().equals(ENGINE) && method.getName().equals(OUTERMOST));
                }
            }
        }
    }

    private void find(String entryPoint) {
        Map<String, ClassNode> reached = new TreeMap<>();
        for (ModelScan scan : build.scans(entryPoint)) {
            for (String name : scan.hashInputs().keySet()) {
                OwnClasses.find(name.replace('.', '/'), loader).ifPresent(node -> reached.put(name, node));
            }
        }
        recursive = CallCycles.of(reached, loader);
        classes.addAll(reached.keySet());
        classes.add(ENGINE);
    }

    private void limit(MethodHolder method, boolean outermost) {
        Program program = method.getProgram();
        boolean counts = recursive.contains(method.getOwnerName() + "." + method.getDescriptor());
        Set<BasicBlock> handlers = new LinkedHashSet<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            for (TryCatchBlock each : block.getTryCatchBlocks()) {
                handlers.add(each.getHandler());
            }
        }
        if (!counts && handlers.isEmpty() && !outermost) {
            return;
        }
        Variable before = program.createVariable();
        Instruction first = unguardedStart(program);
        for (BasicBlock block : program.getBasicBlocks()) {
            if (handlers.contains(block) && block.getFirstInstruction() != null) {
                set(block.getFirstInstruction(), counts ? "caughtIn" : "leave", before);
            }
            if (counts && block.getLastInstruction() instanceof ExitInstruction exit) {
                set(exit, "leave", before);
            }
        }
        String start = outermost ? "outermost" : counts ? "enter" : "depth";
        first.insertPrevious(Calls.of(first, start, before, ValueType.INTEGER, List.of()));
    }

    private static void set(Instruction at, String name, Variable before) {
        at.insertPrevious(Calls.of(at, name, null, ValueType.VOID, List.of(before), ValueType.INTEGER));
    }

    /** The first instruction, after it was made sure that no handler of the method itself guards it. */
    private static Instruction unguardedStart(Program program) {
        BasicBlock block = program.basicBlockAt(0);
        if (!block.getTryCatchBlocks().isEmpty()) {
            BasicBlockSplitter splitter = new BasicBlockSplitter(program);
            BasicBlock rest = splitter.split(block, null);
            JumpInstruction jump = new JumpInstruction();
            jump.setTarget(rest);
            block.add(jump);
            block.getTryCatchBlocks().clear();
            splitter.fixProgram();
        }
        return program.basicBlockAt(0).getFirstInstruction();
    }
}
