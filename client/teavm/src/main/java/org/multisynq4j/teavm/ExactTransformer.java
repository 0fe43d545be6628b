package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.CastNumberInstruction;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.LongConstantInstruction;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.instructions.NumericOperandType;

/** Replaces the instructions whose result TeaVM gets wrong by calls of {@link Exact}. */
final class ExactTransformer implements ClassHolderTransformer {
    private final boolean js;
    private final BuildScan scan;

    ExactTransformer(boolean js, BuildScan scan) {
        this.js = js;
        this.scan = scan;
    }

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (!Targets.needsExactArithmetic(cls.getName())) {
            return;
        }
        // What interfaces extend makes a program 1.5 kB larger; the client is known not to ask.
        boolean asks = context.getEntryPoint() != null && scan.isModelCode(cls.getName(), context.getEntryPoint());
        Optional<ClassHierarchy> hierarchy = asks ? Optional.of(context.getHierarchy()) : Optional.empty();
        boolean errors = Targets.needsArrayErrors(cls.getName());
        for (MethodHolder method : cls.getMethods()) {
            Program program = method.getProgram();
            if (program != null) {
                Map<Variable, Number> constants = constants(program);
                transform(
                        program,
                        constants,
                        errors ? Optional.of(new ArrayErrors(program, constants, hierarchy)) : Optional.empty());
            }
        }
    }

    private void transform(Program program, Map<Variable, Number> constants, Optional<ArrayErrors> arrays) {
        List<Instruction> instructions = new ArrayList<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            block.forEach(instructions::add);
        }
        for (Instruction each : instructions) {
            arithmetic(each, constants);
            arrays.ifPresent(a -> a.check(each));
        }
    }

    /** Integer constants; programs are in single-assignment form, so a variable has one. */
    private static Map<Variable, Number> constants(Program program) {
        Map<Variable, Number> constants = new HashMap<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction each : block) {
                if (each instanceof IntegerConstantInstruction x) {
                    constants.put(x.getReceiver(), x.getConstant());
                } else if (each instanceof LongConstantInstruction x) {
                    constants.put(x.getReceiver(), x.getConstant());
                }
            }
        }
        return constants;
    }

    private void arithmetic(Instruction at, Map<Variable, Number> constants) {
        if (at instanceof BinaryInstruction x) {
            Number divisor = constants.get(x.getSecondOperand());
            boolean safeDivisor = divisor != null && divisor.longValue() != 0 && divisor.longValue() != -1;
            ValueType type = type(x.getOperandType());
            binary(x.getOperandType(), x.getOperation(), safeDivisor)
                    .ifPresent(name -> replace(
                            at,
                            name,
                            x.getReceiver(),
                            type,
                            List.of(x.getFirstOperand(), x.getSecondOperand()),
                            type,
                            type));
        } else if (at instanceof NegateInstruction x && !js && isFloating(x.getOperandType())) {
            ValueType type = type(x.getOperandType());
            String name = x.getOperandType() == NumericOperandType.DOUBLE ? "dneg" : "fneg";
            replace(at, name, x.getReceiver(), type, List.of(x.getOperand()), type);
        } else if (at instanceof CastNumberInstruction x && js) {
            cast(x);
        }
    }

    private void cast(CastNumberInstruction x) {
        NumericOperandType from = x.getSourceType();
        List<Variable> value = List.of(x.getValue());
        switch (x.getTargetType()) {
            case INT -> {
                if (isFloating(from)) {
                    replace(x, "d2i", x.getReceiver(), ValueType.INTEGER, value, ValueType.DOUBLE);
                }
            }
            case LONG -> {
                if (isFloating(from)) {
                    replace(x, "d2l", x.getReceiver(), ValueType.LONG, value, ValueType.DOUBLE);
                }
            }
            case FLOAT -> {
                if (from == NumericOperandType.LONG) {
                    replace(x, "l2f", x.getReceiver(), ValueType.FLOAT, value, ValueType.LONG);
                } else if (from != NumericOperandType.FLOAT) {
                    replace(x, "d2f", x.getReceiver(), ValueType.FLOAT, value, ValueType.DOUBLE);
                }
            }
            case DOUBLE -> {}
        }
    }

    private Optional<String> binary(NumericOperandType type, BinaryOperation operation, boolean safeDivisor) {
        String prefix =
                switch (type) {
                    case INT -> "i";
                    case LONG -> "l";
                    case FLOAT -> "f";
                    case DOUBLE -> "d";
                };
        if (!isFloating(type)) {
            return switch (operation) {
                case DIVIDE -> safeDivisor ? Optional.empty() : Optional.of(prefix + "div");
                case MODULO -> safeDivisor ? Optional.empty() : Optional.of(prefix + "rem");
                default -> Optional.empty();
            };
        }
        if (!js) {
            return operation == BinaryOperation.MODULO ? Optional.of(prefix + "mod") : Optional.empty();
        }
        return switch (operation) {
            case ADD -> Optional.of(prefix + "add");
            case SUBTRACT -> Optional.of(prefix + "sub");
            case MULTIPLY -> Optional.of(prefix + "mul");
            case DIVIDE -> Optional.of(prefix + "div");
            case MODULO -> Optional.of(prefix + "rem");
            default -> Optional.empty();
        };
    }

    private static void replace(
            Instruction at,
            String name,
            Variable receiver,
            ValueType result,
            List<Variable> values,
            ValueType... types) {
        at.replace(Calls.of(at, name, receiver, result, values, types));
    }

    private static boolean isFloating(NumericOperandType type) {
        return type == NumericOperandType.DOUBLE || type == NumericOperandType.FLOAT;
    }

    private static ValueType type(NumericOperandType type) {
        return switch (type) {
            case INT -> ValueType.INTEGER;
            case LONG -> ValueType.LONG;
            case FLOAT -> ValueType.FLOAT;
            case DOUBLE -> ValueType.DOUBLE;
        };
    }
}
