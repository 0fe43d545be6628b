package org.multisynq4j.teavm;

import java.lang.reflect.Field;
import org.teavm.backend.javascript.spi.InjectedBy;
import org.teavm.runtime.reflect.FieldInfo;

/**
 * What {@link CodecShortcuts} puts in the place of {@code FieldAccess} and {@code DoubleBits} of the snapshot codec. Runs in JavaScript only. Nothing is checked here: the
 * codec passes fields of the object's class and values of the field's type.
 */
public final class NativeFields {
    /** Always false, but the compiler does not know: through the calls behind it, it sees which objects come out of fields and go into them. */
    private static boolean plainly;

    private NativeFields() {}

    public static Object get(Field field, FieldInfo info, Object target) throws IllegalAccessException {
        return plainly ? field.get(target) : read(info, target);
    }

    public static void set(Field field, FieldInfo info, Object target, Object value) throws IllegalAccessException {
        if (plainly) {
            field.set(target, value);
        } else {
            write(info, target, value);
        }
    }

    public static int getInt(Field field, FieldInfo info, Object target) {
        return readInt(info, target);
    }

    public static void setInt(Field field, FieldInfo info, Object target, int value) {
        write(info, target, value);
    }

    public static boolean getBoolean(Field field, FieldInfo info, Object target) {
        return readBoolean(info, target);
    }

    public static void setBoolean(Field field, FieldInfo info, Object target, boolean value) {
        write(info, target, value);
    }

    public static double getDouble(Field field, FieldInfo info, Object target) {
        return readDouble(info, target);
    }

    public static void setDouble(Field field, FieldInfo info, Object target, double value) {
        write(info, target, value);
    }

    public static int high(double value) {
        return highBits(value);
    }

    public static int low(double value) {
        return lowBits(value);
    }

    public static double of(int high, int low) {
        return ofBits(high, low);
    }

    @InjectedBy(NativeFieldsInjector.class)
    private static native Object read(FieldInfo info, Object target);

    @InjectedBy(NativeFieldsInjector.class)
    private static native int readInt(FieldInfo info, Object target);

    @InjectedBy(NativeFieldsInjector.class)
    private static native boolean readBoolean(FieldInfo info, Object target);

    @InjectedBy(NativeFieldsInjector.class)
    private static native double readDouble(FieldInfo info, Object target);

    @InjectedBy(NativeFieldsInjector.class)
    private static native void write(FieldInfo info, Object target, Object value);

    @InjectedBy(NativeFieldsInjector.class)
    private static native void write(FieldInfo info, Object target, int value);

    @InjectedBy(NativeFieldsInjector.class)
    private static native void write(FieldInfo info, Object target, boolean value);

    @InjectedBy(NativeFieldsInjector.class)
    private static native void write(FieldInfo info, Object target, double value);

    @InjectedBy(NativeFieldsInjector.class)
    private static native int highBits(double value);

    @InjectedBy(NativeFieldsInjector.class)
    private static native int lowBits(double value);

    @InjectedBy(NativeFieldsInjector.class)
    private static native double ofBits(int high, int low);
}
