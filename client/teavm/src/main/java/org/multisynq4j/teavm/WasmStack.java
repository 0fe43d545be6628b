package org.multisynq4j.teavm;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.instructions.InvokeInstruction;

/** WebAssembly: sends the engine's {@code StackGuard.run} to {@link NativeStack}. */
final class WasmStack implements ClassHolderTransformer {
    static final String GUARD = "org.multisynq4j.vm.StackGuard";

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (!Targets.isOurs(cls.getName())) {
            return;
        }
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() != null) {
                for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                    for (Instruction each : block) {
                        if (each instanceof InvokeInstruction call
                                && call.getMethod().getClassName().equals(GUARD)) {
                            call.setMethod(new MethodReference(
                                    NativeStack.class.getName(),
                                    call.getMethod().getDescriptor()));
                        }
                    }
                }
            }
        }
    }
}
