package org.multisynq4j.teavm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * JavaScript: gives handlers a full stack or memory as the error that it is on the JVM. One that could take it as {@code RuntimeException} only, lets it pass; but not to
 * another handler of the same {@code try}.
 */
final class NativeErrorHandlers implements ClassHolderTransformer {
    /** Under these TeaVM's wrapper of a native error is caught. */
    private static final Set<String> CATCH_WRAPPERS = Set.of("java.lang.RuntimeException", "java.lang.Exception");
    /** Under these a {@code StackOverflowError} is; what catches anything only to throw it again needs no help. */
    private static final Set<String> CATCH_ERRORS = Set.of(
            "java.lang.Throwable", "java.lang.Error", "java.lang.VirtualMachineError", "java.lang.StackOverflowError");

    private static final String ERRORS = NativeErrors.class.getName();
    private static final ValueType THROWABLE = ValueType.object("java.lang.Throwable");

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (!Targets.isOurs(cls.getName())) {
            return;
        }
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() != null) {
                transform(method.getProgram());
            }
        }
    }

    private static void transform(Program program) {
        Map<BasicBlock, Set<String>> handlers = new HashMap<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            for (TryCatchBlock each : block.getTryCatchBlocks()) {
                if (each.getExceptionType() != null) {
                    handlers.computeIfAbsent(each.getHandler(), k -> new HashSet<>())
                            .add(each.getExceptionType());
                }
            }
        }
        // In the order of the program, so that every build is the same.
        for (BasicBlock block : program.getBasicBlocks()) {
            Set<String> types = handlers.getOrDefault(block, Set.of());
            if (types.stream().anyMatch(CATCH_WRAPPERS::contains) || types.contains("java.lang.Throwable")) {
                translate(block, types.stream().anyMatch(CATCH_ERRORS::contains));
            }
        }
    }

    private static void translate(BasicBlock handler, boolean takesErrors) {
        Variable caught = handler.getExceptionVariable();
        Instruction first = handler.getFirstInstruction();
        if (takesErrors) {
            if (caught != null) {
                Variable wrapped = handler.getProgram().createVariable();
                handler.setExceptionVariable(wrapped);
                first.insertPrevious(Calls.of(first, ERRORS, "seen", caught, THROWABLE, List.of(wrapped), THROWABLE));
            }
            return;
        }
        if (caught == null) {
            caught = handler.getProgram().createVariable();
            handler.setExceptionVariable(caught);
        }
        first.insertPrevious(Calls.of(first, ERRORS, "pass", null, ValueType.VOID, List.of(caught), THROWABLE));
    }
}
