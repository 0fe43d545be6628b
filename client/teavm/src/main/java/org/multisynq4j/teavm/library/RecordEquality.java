package org.multisynq4j.teavm.library;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.teavm.model.BasicBlockReader;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ClassReader;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHandle;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReader;
import org.teavm.model.RuntimeConstant;
import org.teavm.model.ValueType;
import org.teavm.model.VariableReader;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.model.instructions.AbstractInstructionReader;

/**
 * The equality that the compiler gives a record: floating-point components as {@code Double.compare} has them, so that 0.0 is not −0.0 and NaN is itself; TeaVM
 * compares them with {@code ==}.
 */
final class RecordEquality {
    private static final String BOOTSTRAP = "java.lang.runtime.ObjectMethods";
    private static final ValueType OBJECT = ValueType.object("java.lang.Object");
    private static final ValueType CLASS = ValueType.object("java.lang.Class");
    private static final MethodDescriptor EQUALS = new MethodDescriptor("equals", OBJECT, ValueType.BOOLEAN);
    /** Among the arguments of the bootstrap method, after the class and the names. */
    private static final int FIRST_COMPONENT = 2;

    private RecordEquality() {}

    static void repair(ClassHolder type, ClassHolderTransformerContext context) {
        if (!"java.lang.Record".equals(type.getParent())) {
            return;
        }
        // TeaVM has replaced the dynamic call by now; the class as it was read still has it.
        ClassReader original = context.getHierarchy().getClassSource().get(type.getName());
        MethodReader equals = original == null ? null : original.getMethod(EQUALS);
        if (equals == null || equals.getProgram() == null) {
            return;
        }
        AtomicReference<List<RuntimeConstant>> arguments = new AtomicReference<>();
        for (BasicBlockReader block : equals.getProgram().getBasicBlocks()) {
            block.readAllInstructions(new AbstractInstructionReader() {
                @Override
                public void invokeDynamic(
                        VariableReader receiver,
                        VariableReader instance,
                        MethodDescriptor method,
                        List<? extends VariableReader> values,
                        MethodHandle bootstrap,
                        List<RuntimeConstant> constants) {
                    if (bootstrap.getClassName().equals(BOOTSTRAP)) {
                        arguments.set(constants);
                    }
                }
            });
        }
        if (arguments.get() != null) {
            write(arguments.get(), type, context);
        }
    }

    private static void write(
            List<RuntimeConstant> arguments, ClassHolder type, ClassHolderTransformerContext context) {
        MethodHolder method = type.getMethod(EQUALS);
        ValueType record = ValueType.object(type.getName());
        ProgramEmitter body = ProgramEmitter.create(method, context.getHierarchy());
        ValueEmitter self = body.var(0, record);
        ValueEmitter other = body.var(1, OBJECT);
        body.when(self.isSame(other)).thenDo(() -> body.constant(1).returnValue());
        body.when(other.isNull()).thenDo(() -> body.constant(0).returnValue());
        body.when(other.invokeSpecial("getClass", CLASS).isNotSame(body.constant(record)))
                .thenDo(() -> body.constant(0).returnValue());
        ValueEmitter that = other.cast(record);
        for (RuntimeConstant argument : arguments.subList(FIRST_COMPONENT, arguments.size())) {
            MethodHandle component = argument.getMethodHandle();
            ValueType kind = component.getValueType();
            ValueEmitter mine = self.getField(component.getName(), kind);
            ValueEmitter theirs = that.getField(component.getName(), kind);
            if (!(kind instanceof ValueType.Primitive)) {
                mine = mine.cast(OBJECT);
                theirs = theirs.cast(OBJECT);
            }
            ValueEmitter same = body.invoke(RecordParts.class.getName(), "same", ValueType.BOOLEAN, mine, theirs);
            body.when(same.isFalse()).thenDo(() -> body.constant(0).returnValue());
        }
        body.constant(1).returnValue();
    }
}
