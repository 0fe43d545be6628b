package org.multisynq4j.teavm;

import java.util.List;
import java.util.Optional;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ElementModifier;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ArrayElementType;
import org.teavm.model.instructions.ArrayLengthInstruction;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.CastInstruction;
import org.teavm.model.instructions.CloneArrayInstruction;
import org.teavm.model.instructions.ConstructArrayInstruction;
import org.teavm.model.instructions.ConstructMultiArrayInstruction;
import org.teavm.model.instructions.GetElementInstruction;
import org.teavm.model.instructions.GetFieldInstruction;
import org.teavm.model.instructions.NumericOperandType;

/** An instruction that may throw, and that the compiler believes to do nothing but compute its result. */
record Failing(Instruction at, Variable result, ValueType type) {
    private static final ValueType OBJECT = ValueType.object("java.lang.Object");

    static Optional<Failing> of(Instruction at, MethodHolder method, ClassHierarchy hierarchy) {
        if (at instanceof GetFieldInstruction x) {
            boolean ofThis = x.getInstance() != null
                    && x.getInstance().getIndex() == 0
                    && !method.hasModifier(ElementModifier.STATIC);
            return ofThis || !JavaValues.is(x.getFieldType(), hierarchy)
                    ? Optional.empty()
                    : Optional.of(new Failing(at, x.getReceiver(), known(x.getFieldType())));
        } else if (at instanceof ArrayLengthInstruction x) {
            return Optional.of(new Failing(at, x.getReceiver(), ValueType.INTEGER));
        } else if (at instanceof GetElementInstruction x) {
            return Optional.of(new Failing(at, x.getReceiver(), known(x.getType())));
        } else if (at instanceof CastInstruction x) {
            return JavaValues.is(x.getTargetType(), hierarchy)
                    ? Optional.of(new Failing(at, x.getReceiver(), OBJECT))
                    : Optional.empty();
        } else if (at instanceof CloneArrayInstruction x) {
            return Optional.of(new Failing(at, x.getReceiver(), OBJECT));
        } else if (at instanceof ConstructArrayInstruction x) {
            return Optional.of(new Failing(at, x.getReceiver(), OBJECT));
        } else if (at instanceof ConstructMultiArrayInstruction x) {
            return Optional.of(new Failing(at, x.getReceiver(), OBJECT));
        } else if (at instanceof BinaryInstruction x
                && (x.getOperation() == BinaryOperation.DIVIDE || x.getOperation() == BinaryOperation.MODULO)) {
            if (x.getOperandType() == NumericOperandType.INT) {
                return Optional.of(new Failing(at, x.getReceiver(), ValueType.INTEGER));
            } else if (x.getOperandType() == NumericOperandType.LONG) {
                return Optional.of(new Failing(at, x.getReceiver(), ValueType.LONG));
            }
        }
        return Optional.empty();
    }

    /** Adds a use of the result that no optimisation sees through. */
    void use() {
        at.insertNext(Calls.of(at, "use", null, ValueType.VOID, List.of(result), type));
    }

    /** The type under which {@link Exact} can use it. */
    static ValueType known(ValueType type) {
        if (!(type instanceof ValueType.Primitive)) {
            return OBJECT;
        }
        return type == ValueType.LONG || type == ValueType.FLOAT || type == ValueType.DOUBLE ? type : ValueType.INTEGER;
    }

    private static ValueType known(ArrayElementType type) {
        return switch (type) {
            case CHAR, BYTE, SHORT, INT -> ValueType.INTEGER;
            case LONG -> ValueType.LONG;
            case FLOAT -> ValueType.FLOAT;
            case DOUBLE -> ValueType.DOUBLE;
            case OBJECT -> OBJECT;
        };
    }
}
