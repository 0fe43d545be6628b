package org.multisynq4j.snapshot;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;

/**
 * Reads and writes fields whose class and type were checked, and makes objects. This is most of what the codec does, so the TeaVM plugin gives these methods other
 * bodies in JavaScript, which go to the property itself, without boxes and without looking again whether the object has that field: {@link #get} and {@link #set} are
 * for fields of references only.
 */
final class FieldAccess {
    private static final Object[] NO_ARGUMENTS = {};

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

    /** Calls a constructor without arguments. */
    static Object construct(Constructor<?> constructor)
            throws InstantiationException, IllegalAccessException, InvocationTargetException {
        return constructor.newInstance(NO_ARGUMENTS);
    }
}
