package org.multisynq4j.teavm;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Lets constructors take arrays through reflection: on Wasm GC, TeaVM 0.15 ends the program when it tests an argument against the class of an array of primitives
 * (a record with a {@code byte[]} could not be decoded). The test goes to the engine's own, which needs no help for arrays.
 */
final class ArrayArguments implements ClassHolderTransformer {
    private static final MethodReference FITS = new MethodReference(
            "org.multisynq4j.snapshot.TypeCheck",
            "fits",
            ValueType.object("java.lang.Class"),
            ValueType.object("java.lang.Object"),
            ValueType.BOOLEAN);

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (!cls.getName().equals("java.lang.reflect.Executable")) {
            return;
        }
        for (MethodHolder method : cls.getMethods()) {
            if (method.getName().equals("validateArgs") && method.getProgram() != null) {
                for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                    for (Instruction each : block) {
                        redirect(each);
                    }
                }
            }
        }
    }

    private static void redirect(Instruction instruction) {
        if (instruction instanceof InvokeInstruction call
                && call.getMethod().getName().equals("isInstance")) {
            Variable type = call.getInstance();
            Variable value = call.getArguments().get(0);
            call.setInstance(null);
            call.setArguments(type, value);
            call.setType(InvocationType.SPECIAL);
            call.setMethod(FITS);
        }
    }
}
