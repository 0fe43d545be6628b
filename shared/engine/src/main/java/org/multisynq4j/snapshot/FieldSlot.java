package org.multisynq4j.snapshot;

import java.lang.reflect.Field;

/** One stored field of a class, or one component of a record. */
final class FieldSlot {
    private final Field field;
    final String name;
    final Class<?> type;
    /** As in class files: Z B C S I J F D, or L for every reference. */
    final char code;

    FieldSlot(Field field) {
        this.field = field;
        this.name = field.getName();
        this.type = field.getType();
        this.code = codeOf(type);
        field.setAccessible(true);
    }

    Object get(Object target) {
        try {
            return field.get(target);
        } catch (IllegalAccessException e) {
            throw new SnapshotException("Field " + this + " cannot be read; open its package to the engine.", e);
        }
    }

    /** Stores a value whose type was checked. */
    void set(Object target, Object value) {
        try {
            field.set(target, value);
        } catch (IllegalAccessException e) {
            throw new SnapshotException(
                    "Field " + this + " cannot be written; open its package to the engine or make it non-final.", e);
        }
    }

    void check(Object value) {
        if (value != null && !TypeCheck.fits(type, value)) {
            throw new SnapshotException("A " + value.getClass().getName() + " is stored for field " + this + " of type "
                    + type.getName() + ": the data is damaged or was written by different code.");
        }
    }

    @Override
    public String toString() {
        return field.getDeclaringClass().getName() + "." + name;
    }

    private static char codeOf(Class<?> type) {
        if (!type.isPrimitive()) {
            return 'L';
        }
        if (type == boolean.class) {
            return 'Z';
        }
        if (type == long.class) {
            return 'J';
        }
        return (char) (type.getName().charAt(0) - 'a' + 'A');
    }
}
