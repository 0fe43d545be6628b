package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.CastInstruction;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.PutFieldInstruction;

/**
 * Uses what a caller or a called method ignores. Otherwise, once the one is inlined into the other, what computed the value goes with it, though it might fail.
 */
final class IgnoredValues implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (!Targets.isOurs(cls.getName())) {
            return;
        }
        for (MethodHolder method : cls.getMethods()) {
            Program program = method.getProgram();
            if (program != null && program.basicBlockCount() > 0) {
                results(program, context.getHierarchy());
                stored(program, context.getHierarchy());
                arguments(program, method, context.getHierarchy());
            }
        }
    }

    private static void results(Program program, ClassHierarchy hierarchy) {
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction each : block) {
                if (each instanceof InvokeInstruction call
                        && call.getReceiver() == null
                        && mayBeOurs(call.getMethod().getClassName())
                        && JavaValues.is(call.getMethod().getReturnType(), hierarchy)) {
                    call.setReceiver(program.createVariable());
                    call.insertNext(
                            use(call, call.getReceiver(), call.getMethod().getReturnType()));
                }
            }
        }
    }

    /** Functional interfaces are the platform's, what implements them is ours. */
    private static boolean mayBeOurs(String className) {
        return Targets.isOurs(className) || className.startsWith("java.util.function.");
    }

    /** A cast whose value goes into an object: if the object does not leave the method, fields that nobody reads are not written. */
    private static void stored(Program program, ClassHierarchy hierarchy) {
        Set<Variable> stored = new HashSet<>();
        List<CastInstruction> casts = new ArrayList<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction each : block) {
                if (each instanceof CastInstruction cast) {
                    casts.add(cast);
                } else if (each instanceof PutFieldInstruction put && put.getInstance() != null) {
                    stored.add(put.getValue());
                } else if (each instanceof InvokeInstruction call
                        && call.getMethod().getName().equals("<init>")) {
                    stored.addAll(call.getArguments());
                }
            }
        }
        for (CastInstruction each : casts) {
            if (stored.contains(each.getReceiver()) && JavaValues.is(each.getTargetType(), hierarchy)) {
                each.insertNext(use(each, each.getReceiver(), each.getTargetType()));
            }
        }
    }

    private static void arguments(Program program, MethodHolder method, ClassHierarchy hierarchy) {
        if (method.hasModifier(ElementModifier.NATIVE)) {
            return;
        }
        boolean[] used = Usage.of(program);
        for (int i = 0; i < method.parameterCount(); i++) {
            Variable parameter = program.variableAt(i + 1);
            if (!used[i + 1] && JavaValues.is(method.parameterType(i), hierarchy)) {
                Instruction first = program.basicBlockAt(0).getFirstInstruction();
                first.insertPrevious(use(first, parameter, method.parameterType(i)));
            }
        }
    }

    private static InvokeInstruction use(Instruction at, Variable value, ValueType type) {
        return Calls.of(at, "use", null, ValueType.VOID, List.of(value), Failing.known(type));
    }
}
