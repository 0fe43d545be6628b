package org.multisynq4j.teavm;

import java.util.Set;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Sends calls of {@code java.lang.StrictMath}, and of the methods of {@code java.lang.Math} that must give the same result but do not in a browser, to the engine's
 * implementation (if that lacks the method, TeaVM refuses the build and names it); and raw bits of floating-point numbers to canonical ones.
 */
final class MathRedirect implements ClassHolderTransformer {
    private static final String ENGINE_MATH = "org.multisynq4j.math.StrictMathJava";
    /** Right in TeaVM as they are, and faster than any port. */
    private static final Set<String> EXACT =
            Set.of("abs", "ceil", "floor", "getExponent", "max", "min", "nextDown", "nextUp", "signum", "sqrt");
    /** Same on every JVM, wrong or missing in TeaVM. */
    private static final Set<String> SHARED = Set.of(
            "IEEEremainder",
            "absExact",
            "fma",
            "multiplyFull",
            "multiplyHigh",
            "nextAfter",
            "rint",
            "round",
            "scalb",
            "toDegrees",
            "toRadians",
            "ulp");

    /** Of {@code Integer} and {@code Long}: they must fail on 0. */
    private static final Set<String> UNSIGNED = Set.of("divideUnsigned", "remainderUnsigned");

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (!Targets.isOurs(cls.getName()) || cls.getName().equals(ENGINE_MATH)) {
            return;
        }
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() != null) {
                for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                    for (Instruction each : block) {
                        if (each instanceof InvokeInstruction call) {
                            redirect(call);
                        }
                    }
                }
            }
        }
    }

    private static void redirect(InvokeInstruction call) {
        MethodReference called = call.getMethod();
        String name = called.getName();
        switch (called.getClassName()) {
            case "java.lang.StrictMath" -> {
                if (!EXACT.contains(name) && !name.equals("random")) {
                    toEngine(call);
                } else {
                    call.setMethod(new MethodReference("java.lang.Math", called.getDescriptor()));
                }
            }
            case "java.lang.Math" -> {
                if (SHARED.contains(name)) {
                    toEngine(call);
                }
            }
            case "java.lang.Double" -> {
                if (name.equals("doubleToRawLongBits")) {
                    call.setMethod(new MethodReference("java.lang.Double", "doubleToLongBits", called.getSignature()));
                }
            }
            case "java.lang.Float" -> {
                if (name.equals("floatToRawIntBits")) {
                    call.setMethod(new MethodReference("java.lang.Float", "floatToIntBits", called.getSignature()));
                }
            }
            case "java.lang.Integer", "java.lang.Long" -> {
                if (UNSIGNED.contains(name)) {
                    call.setMethod(new MethodReference(Exact.class.getName(), called.getDescriptor()));
                }
            }
            default -> {}
        }
    }

    private static void toEngine(InvokeInstruction call) {
        call.setMethod(new MethodReference(ENGINE_MATH, call.getMethod().getDescriptor()));
    }
}
