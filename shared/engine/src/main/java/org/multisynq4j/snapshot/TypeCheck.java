package org.multisynq4j.snapshot;

/** Whether a value fits a type. */
public final class TypeCheck {
    private TypeCheck() {}

    /**
     * As {@code type.isInstance(value)}, which in TeaVM's Wasm GC ends the program if {@code type} is an array whose elements' class is nowhere tested itself.
     */
    public static boolean fits(Class<?> type, Object value) {
        Class<?> needed = type;
        Class<?> actual = value.getClass();
        if (needed == actual || needed == Object.class) {
            return true;
        }
        while (needed.isArray()) {
            if (!actual.isArray()) {
                return false;
            }
            needed = needed.getComponentType();
            actual = actual.getComponentType();
            if (needed == actual) {
                return true;
            }
        }
        return !needed.isPrimitive() && !actual.isPrimitive() && needed.isAssignableFrom(actual);
    }
}
