package org.multisynq4j.teavm;

import java.util.ArrayList;
import java.util.List;
import org.teavm.model.Instruction;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/** Makes calls of what is compiled into the program, of {@link Exact} above all. */
final class Calls {
    private static final String EXACT = Exact.class.getName();

    private Calls() {}

    /** A call of {@link Exact} to stand at or before the instruction; {@code receiver} is null if the result is not used, as TeaVM has it. */
    static InvokeInstruction of(
            Instruction at,
            String name,
            Variable receiver,
            ValueType result,
            List<Variable> values,
            ValueType... types) {
        return of(at, EXACT, name, receiver, result, values, types);
    }

    /** The same of another class. */
    static InvokeInstruction of(
            Instruction at,
            String owner,
            String name,
            Variable receiver,
            ValueType result,
            List<Variable> values,
            ValueType... types) {
        List<ValueType> signature = new ArrayList<>(List.of(types));
        signature.add(result);
        InvokeInstruction call = new InvokeInstruction();
        call.setType(InvocationType.SPECIAL);
        call.setMethod(new MethodReference(owner, name, signature.toArray(ValueType[]::new)));
        call.setArguments(values.toArray(Variable[]::new));
        call.setReceiver(receiver);
        call.setLocation(at.getLocation());
        return call;
    }
}
