package org.multisynq4j.teavm;

import org.teavm.model.ClassHierarchy;
import org.teavm.model.ValueType;

/** Tells values of Java from objects of JavaScript, which cannot be handed on as an {@code Object}. */
final class JavaValues {
    private JavaValues() {}

    /** Whether the type is one of values, and not of JavaScript objects, or arrays of these. */
    static boolean is(ValueType type, ClassHierarchy hierarchy) {
        ValueType element = type;
        while (element instanceof ValueType.Array array) {
            element = array.getItemType();
        }
        return type != ValueType.VOID
                && !(element instanceof ValueType.Object object
                        && hierarchy.isSuperType("org.teavm.jso.JSObject", object.getClassName(), false));
    }
}
