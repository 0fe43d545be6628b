package org.multisynq4j.teavm;

import java.util.List;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * Gives the methods of the snapshot codec that are called for every field and number bodies that use what JavaScript is fast at ({@link NativeFields}). In WebAssembly
 * those for fields leave out looking whether the object has that field ({@link DirectFields}), which are six calls for each: much, in code that runs for the first time.
 */
final class CodecShortcuts implements ClassHolderTransformer {
    static final String FIELDS = "org.multisynq4j.snapshot.FieldAccess";
    static final String BITS = "org.multisynq4j.snapshot.DoubleBits";

    /** Stays as it is. */
    static final String CONSTRUCT = "construct";

    /** Of TeaVM's class of fields. */
    static final String INFO = "fieldInfo";

    static final ValueType INFO_TYPE = ValueType.object("org.teavm.runtime.reflect.FieldInfo");

    private final boolean js;

    CodecShortcuts(boolean js) {
        this.js = js;
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        boolean fields = type.getName().equals(FIELDS);
        if (!fields && !(js && type.getName().equals(BITS))) {
            return;
        }
        for (MethodHolder method : List.copyOf(type.getMethods())) {
            if (method.hasModifier(ElementModifier.STATIC)
                    && !method.getName().startsWith("<")
                    && !method.getName().equals(CONSTRUCT)) {
                fill(method, fields, context);
            }
        }
    }

    /** Passes all arguments on, and, behind a field, what TeaVM knows of it. */
    private void fill(MethodHolder method, boolean field, ClassHolderTransformerContext context) {
        ProgramEmitter body = ProgramEmitter.create(method, context.getHierarchy());
        int count = method.parameterCount();
        ValueEmitter[] arguments = new ValueEmitter[field ? count + 1 : count];
        for (int i = 0; i < count; i++) {
            arguments[field && i > 0 ? i + 1 : i] = body.var(i + 1, method.parameterType(i));
        }
        if (field) {
            arguments[1] = arguments[0].getField(INFO, INFO_TYPE);
        }
        String bodies = (js ? NativeFields.class : DirectFields.class).getName();
        if (method.getResultType() == ValueType.VOID) {
            body.invoke(bodies, method.getName(), arguments);
            body.exit();
        } else {
            body.invoke(bodies, method.getName(), method.getResultType(), arguments)
                    .returnValue();
        }
    }
}
