package org.multisynq4j.snapshot;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the codec knows of one class; made once per class by {@link TypeRegistry}. */
final class TypeInfo {
    private static final FieldSlot[] NO_FIELDS = {};
    private static final Object[] NO_ARGUMENTS = {};
    /** Of no object. */
    static final TypeInfo NONE = simple(void.class, Tag.UNSUPPORTED);

    final Class<?> type;
    final String name;
    final int tag;
    /** Levels of the hierarchy that have stored fields, base class first; a record has one level. */
    final Level[] levels;
    /** All fields of all levels. */
    final FieldSlot[] fields;
    /** Without arguments for an object, canonical for a record, else null. */
    private final Constructor<?> constructor;

    /** Read from here, a static field costs a look whether its class was initialised, each time. */
    private final Object[] noArguments = NO_ARGUMENTS;
    /** Of a lambda's class. */
    private final Method writeReplace;
    /** Why objects of this class cannot be stored. */
    final String refusal;

    private Map<String, Object> constants;

    /** Which encoding gave {@link #number} and {@link #constantNumbers}; those of others are void. */
    Object numberedBy = NONE;

    int number;
    /** The string numbers of an enum's constants, 0 where none was given yet. */
    int[] constantNumbers = {};

    /** One class of a hierarchy with its fields in order. */
    record Level(String className, FieldSlot[] fields) {}

    private TypeInfo(
            Class<?> type,
            int tag,
            Level[] levels,
            FieldSlot[] fields,
            Constructor<?> constructor,
            Method writeReplace,
            String refusal) {
        this.type = type;
        this.name = type.getName();
        this.tag = tag;
        this.levels = levels;
        this.fields = fields;
        this.constructor = constructor;
        this.writeReplace = writeReplace;
        this.refusal = refusal;
    }

    static TypeInfo simple(Class<?> type, int tag) {
        return new TypeInfo(type, tag, new Level[0], NO_FIELDS, null, null, "");
    }

    static TypeInfo unsupported(Class<?> type, String refusal) {
        return new TypeInfo(type, Tag.UNSUPPORTED, new Level[0], NO_FIELDS, null, null, refusal);
    }

    static TypeInfo lambda(Class<?> type, Method writeReplace) {
        return new TypeInfo(type, Tag.LAMBDA, new Level[0], NO_FIELDS, null, writeReplace, "");
    }

    static TypeInfo structured(Class<?> type, int tag, Level[] levels, Constructor<?> constructor) {
        int count = 0;
        for (Level level : levels) {
            count += level.fields().length;
        }
        FieldSlot[] all = new FieldSlot[count];
        int at = 0;
        for (Level level : levels) {
            for (FieldSlot field : level.fields()) {
                all[at++] = field;
            }
        }
        return new TypeInfo(type, tag, levels, all, constructor, null, "");
    }

    /** An object of a plain class. */
    Object construct() {
        try {
            return FieldAccess.construct(constructor, noArguments);
        } catch (ReflectiveOperationException e) {
            throw notMade(e);
        }
    }

    Object construct(Object[] components) {
        try {
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw notMade(e);
        }
    }

    private SnapshotException notMade(ReflectiveOperationException e) {
        return e instanceof InvocationTargetException
                ? new SnapshotException(
                        "The constructor of " + name + " failed with " + e.getCause() + ".", e.getCause())
                : new SnapshotException("No object of " + name + " could be made: " + e + ".", e);
    }

    Object replacement(Object lambda) {
        try {
            return writeReplace.invoke(lambda);
        } catch (ReflectiveOperationException e) {
            throw new SnapshotException("The lambda " + name + " does not tell what it is made of: " + e + ".", e);
        }
    }

    Object constant(String constantName) {
        if (constants == null) {
            constants = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
        }
        Object constant = constants.get(constantName);
        if (constant == null) {
            throw new SnapshotException(
                    "Enum " + name + " has no constant " + constantName + ": the data was written by different code.");
        }
        return constant;
    }
}
