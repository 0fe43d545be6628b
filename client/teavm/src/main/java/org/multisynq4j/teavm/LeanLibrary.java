package org.multisynq4j.teavm;

import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/** Turns floating-point numbers into text by {@link NumberText}, so that TeaVM's tables for it stay out of the programs. */
final class LeanLibrary implements ClassHolderTransformer {
    static final String BUILDER = "java.lang.AbstractStringBuilder";

    /** Through which TeaVM's library sends every number that becomes text. */
    static final String INSERT = "insert";

    private static final ValueType BUILDER_TYPE = ValueType.object(BUILDER);
    private static final ValueType STRING_TYPE = ValueType.object("java.lang.String");

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!type.getName().equals(BUILDER)) {
            return;
        }
        for (ValueType number : new ValueType[] {ValueType.DOUBLE, ValueType.FLOAT}) {
            MethodHolder method = type.getMethod(new MethodDescriptor(INSERT, ValueType.INTEGER, number, BUILDER_TYPE));
            if (method == null) {
                throw new IllegalStateException(BUILDER + " has no " + INSERT + " of " + number
                        + "; TeaVM's library has changed, so change this");
            }
            ProgramEmitter body = ProgramEmitter.create(method, context.getHierarchy());
            ValueEmitter text = body.invoke(NumberText.class.getName(), "of", STRING_TYPE, body.var(2, number));
            body.var(0, BUILDER_TYPE)
                    .invokeVirtual(INSERT, BUILDER_TYPE, body.var(1, ValueType.INTEGER), text)
                    .returnValue();
        }
    }
}
