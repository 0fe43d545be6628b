package org.multisynq4j.snapshot;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;

/**
 * Reads and writes fields whose class and type were checked, and makes objects. This is most of what the codec does, so the TeaVM plugin gives these methods other
 * bodies in browsers, which go to the field itself without looking again whether the object has it, in JavaScript also without boxes: {@link #get} and {@link #set} are
 * for fields of references only. No static field here: in WebAssembly each call would look whether the class was initialised.
 */
final class FieldAccess {
    private FieldAccess() {}

    static Object get(Field field, Object target) throws IllegalAccessException {
        return field.get(target);
    }

    static void set(Field field, Object target, Object value) throws IllegalAccessException {
        field.set(target, value);
    }

    static int getInt(Field field, Object target) throws IllegalAccessException {
        return (Integer) field.get(target);
    }

    static void setInt(Field field, Object target, int value) throws IllegalAccessException {
        field.set(target, value);
    }

    static boolean getBoolean(Field field, Object target) throws IllegalAccessException {
        return (Boolean) field.get(target);
    }

    static void setBoolean(Field field, Object target, boolean value) throws IllegalAccessException {
        field.set(target, value);
    }

    static double getDouble(Field field, Object target) throws IllegalAccessException {
        return (Double) field.get(target);
    }

    static void setDouble(Field field, Object target, double value) throws IllegalAccessException {
        field.set(target, value);
    }

    /** Calls a constructor. */
    static Object construct(Constructor<?> constructor, Object[] arguments)
            throws InstantiationException, IllegalAccessException, InvocationTargetException {
        return constructor.newInstance(arguments);
    }
}
