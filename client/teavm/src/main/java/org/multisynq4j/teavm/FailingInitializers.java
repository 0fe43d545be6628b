package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.List;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.TryCatchBlock;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.RaiseInstruction;

/**
 * Makes what a static initialiser throws the error that it is on the JVM: the class cannot be used, and no model can catch that. TeaVM lets the exception itself out, and at the
 * next use the class is half made.
 */
final class FailingInitializers implements ClassHolderTransformer {
    private static final MethodDescriptor INITIALIZER = new MethodDescriptor("<clinit>", ValueType.VOID);
    private static final ValueType THROWABLE = ValueType.object("java.lang.Throwable");

    private final BuildScan scan;

    FailingInitializers(BuildScan scan) {
        this.scan = scan;
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        MethodHolder initializer = type.getMethod(INITIALIZER);
        if (initializer != null
                && initializer.getProgram() != null
                && context.getEntryPoint() != null
                && scan.isModelCode(type.getName(), context.getEntryPoint())) {
            guard(initializer.getProgram());
        }
    }

    private static void guard(Program program) {
        List<BasicBlock> guarded = new ArrayList<>();
        program.getBasicBlocks().forEach(guarded::add);
        BasicBlock handler = program.createBasicBlock();
        Variable thrown = program.createVariable();
        handler.setExceptionVariable(thrown);
        RaiseInstruction raise = new RaiseInstruction();
        raise.setException(program.createVariable());
        handler.add(raise);
        raise.insertPrevious(
                Calls.of(raise, "initializerFailed", raise.getException(), THROWABLE, List.of(thrown), THROWABLE));
        for (BasicBlock each : guarded) {
            TryCatchBlock last = new TryCatchBlock();
            last.setHandler(handler);
            each.getTryCatchBlocks().add(last);
        }
    }
}
