package org.multisynq4j.snapshot;

import java.lang.reflect.Field;

/** One stored field of a class, or one component of a record. */
final class FieldSlot {
    private final Field field;
    final String name;
    final Class<?> type;
    /** As in class files: Z B C S I J F D, or L for every reference. */
    final char code;
    /** What the value met last was; most fields hold one kind of thing. */
    TypeInfo lastMet = TypeInfo.NONE;

    private Class<?> lastFit = void.class;

    FieldSlot(Field field) {
        this.field = field;
        this.name = field.getName();
        this.type = field.getType();
        this.code = codeOf(type);
        field.setAccessible(true);
    }

    Object get(Object target) {
        try {
            return code == 'L' ? FieldAccess.get(field, target) : field.get(target);
        } catch (IllegalAccessException e) {
            throw unreadable(e);
        }
    }

    private SnapshotException unreadable(IllegalAccessException e) {
        return new SnapshotException("Field " + this + " cannot be read; open its package to the engine.", e);
    }

    /** Stores a value whose type was checked. */
    void set(Object target, Object value) {
        try {
            if (code == 'L') {
                FieldAccess.set(field, target, value);
            } else {
                field.set(target, value);
            }
        } catch (IllegalAccessException e) {
            throw unwritable(e);
        }
    }

    private SnapshotException unwritable(IllegalAccessException e) {
        return new SnapshotException(
                "Field " + this + " cannot be written; open its package to the engine or make it non-final.", e);
    }

    /** Writes the value of a primitive field. */
    void write(ByteWriter out, Object target) {
        try {
            switch (code) {
                case 'D' -> out.writeDouble(FieldAccess.getDouble(field, target));
                case 'I' -> out.writeSigned(FieldAccess.getInt(field, target));
                case 'Z' -> out.writeBoolean(FieldAccess.getBoolean(field, target));
                default -> Primitives.write(out, code, field.get(target));
            }
        } catch (IllegalAccessException e) {
            throw unreadable(e);
        }
    }

    /** Reads the value of a primitive field. */
    void read(ByteReader in, Object target) {
        try {
            switch (code) {
                case 'D' -> FieldAccess.setDouble(field, target, in.readDouble());
                case 'I' -> FieldAccess.setInt(field, target, in.readSigned());
                case 'Z' -> FieldAccess.setBoolean(field, target, in.readBoolean());
                default -> field.set(target, Primitives.read(in, code));
            }
        } catch (IllegalAccessException e) {
            throw unwritable(e);
        }
    }

    void check(Object value) {
        if (value == null || value.getClass() == lastFit) {
            return;
        }
        if (!TypeCheck.fits(type, value)) {
            throw new SnapshotException("A " + value.getClass().getName() + " is stored for field " + this + " of type "
                    + type.getName() + ": the data is damaged or was written by different code.");
        }
        lastFit = value.getClass();
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
