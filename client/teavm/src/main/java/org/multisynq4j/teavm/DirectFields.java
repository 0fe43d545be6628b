package org.multisynq4j.teavm;

import java.lang.reflect.Field;
import org.teavm.runtime.reflect.FieldInfo;

/**
 * What {@link CodecShortcuts} puts in the place of {@code FieldAccess} of the snapshot codec in WebAssembly. Nothing is checked here: the codec passes fields of the object's
 * class and values of the field's type.
 */
public final class DirectFields {
    /** Always false, but the compiler does not know: through the calls behind it, it sees which objects come out of fields and go into them. */
    private static boolean plainly;

    private DirectFields() {}

    public static Object get(Field field, FieldInfo info, Object target) throws IllegalAccessException {
        return plainly ? field.get(target) : info.read(target);
    }

    public static void set(Field field, FieldInfo info, Object target, Object value) throws IllegalAccessException {
        if (plainly) {
            field.set(target, value);
        } else {
            info.write(target, value);
        }
    }

    public static int getInt(Field field, FieldInfo info, Object target) throws IllegalAccessException {
        return (Integer) get(field, info, target);
    }

    public static void setInt(Field field, FieldInfo info, Object target, int value) throws IllegalAccessException {
        set(field, info, target, value);
    }

    public static boolean getBoolean(Field field, FieldInfo info, Object target) throws IllegalAccessException {
        return (Boolean) get(field, info, target);
    }

    public static void setBoolean(Field field, FieldInfo info, Object target, boolean value)
            throws IllegalAccessException {
        set(field, info, target, value);
    }

    public static double getDouble(Field field, FieldInfo info, Object target) throws IllegalAccessException {
        return (Double) get(field, info, target);
    }

    public static void setDouble(Field field, FieldInfo info, Object target, double value)
            throws IllegalAccessException {
        set(field, info, target, value);
    }
}
