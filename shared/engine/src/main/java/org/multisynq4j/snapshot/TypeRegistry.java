package org.multisynq4j.snapshot;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Classes by object and by name, each examined once. */
final class TypeRegistry {
    private final TypeCatalog catalog;
    // Never iterated, so its order does not matter.
    private final Map<Class<?>, TypeInfo> byClass = new HashMap<>();

    private final Set<Class<?>> checkedArrays = new HashSet<>();

    TypeRegistry(TypeCatalog catalog) {
        this.catalog = catalog;
    }

    TypeInfo of(Object value) {
        Class<?> type = value.getClass();
        TypeInfo known = byClass.get(type);
        if (known == null) {
            known = examine(type, value);
            byClass.put(type, known);
        }
        return known;
    }

    /** The same, tried first with what the value probably is. */
    TypeInfo of(Object value, TypeInfo guess) {
        return value.getClass() == guess.type ? guess : of(value);
    }

    /** A class of the application named by data. */
    TypeInfo named(String binaryName) {
        return ofClass(classNamed(binaryName));
    }

    Class<?> classNamed(String binaryName) {
        return catalog.find(binaryName)
                .orElseThrow(() -> new SnapshotException("Class " + binaryName
                        + " is not part of this application: the data is damaged or was written by different code."));
    }

    /** Refuses an array whose elements' class no reader would find. */
    void checkArray(Class<?> array) {
        if (checkedArrays.contains(array)) {
            return;
        }
        Class<?> element = array;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (JdkTypes.elementType(element.getName()).isEmpty() && !isCatalogued(element)) {
            throw new SnapshotException(
                    "an array of " + element.getName()
                            + " cannot be stored, because that type is not among the application's; use Object[] or an ArrayList.");
        }
        checkedArrays.add(array);
    }

    TypeInfo ofClass(Class<?> type) {
        TypeInfo known = byClass.get(type);
        if (known == null) {
            known = type.isEnum() ? TypeInfo.simple(type, Tag.ENUM) : application(type);
            byClass.put(type, known);
        }
        return known;
    }

    /** The enum class among the application's for which an empty map accepts a constant: an empty map does not tell its key type. */
    Optional<TypeInfo> enumAcceptedBy(java.util.EnumMap<?, ?> empty) {
        for (Class<?> type : catalog.classes()) {
            if (type.isEnum() && type.getEnumConstants().length > 0 && accepts(empty, type)) {
                return Optional.of(ofClass(type));
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static boolean accepts(java.util.EnumMap<?, ?> empty, Class<?> type) {
        try {
            java.util.EnumMap copy = new java.util.EnumMap(empty);
            copy.put((Enum) type.getEnumConstants()[0], null);
            return true;
        } catch (ClassCastException otherType) {
            return false;
        }
    }

    private TypeInfo examine(Class<?> type, Object value) {
        int tag = JdkTypes.tagOf(value);
        if (tag != Tag.UNSUPPORTED) {
            return TypeInfo.simple(type, tag);
        }
        if (value instanceof Enum<?> constant) {
            Class<?> declaring = constant.getDeclaringClass();
            if (isCatalogued(declaring)) {
                return ofClass(declaring);
            }
        } else if (isCatalogued(type)) {
            return application(type);
        } else if (value instanceof Serializable && !type.getName().startsWith("java.")) {
            Optional<Method> writeReplace = writeReplace(type);
            if (writeReplace.isPresent()) {
                return TypeInfo.lambda(type, writeReplace.get());
            }
        }
        return TypeInfo.unsupported(type, Advice.forUnsupported(value));
    }

    private boolean isCatalogued(Class<?> type) {
        return catalog.find(type.getName()).filter(found -> found == type).isPresent();
    }

    private static Optional<Method> writeReplace(Class<?> lambda) {
        try {
            Method method = lambda.getDeclaredMethod("writeReplace");
            method.setAccessible(true);
            return Optional.of(method);
        } catch (NoSuchMethodException notALambda) {
            return Optional.empty();
        }
    }

    private TypeInfo application(Class<?> type) {
        if (type.isInterface() || type.isArray() || type.isPrimitive()) {
            return TypeInfo.unsupported(type, "it is not a class.");
        }
        return type.getSuperclass() == Record.class ? record(type) : plain(type);
    }

    private TypeInfo record(Class<?> type) {
        List<TypeCatalog.Component> names = catalog.recordComponents(type);
        FieldSlot[] components = new FieldSlot[names.size()];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                components[i] = new FieldSlot(type.getDeclaredField(names.get(i).name()));
                types[i] = components[i].type;
            }
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return TypeInfo.structured(
                    type, Tag.RECORD, new TypeInfo.Level[] {new TypeInfo.Level(type.getName(), components)}, canonical);
        } catch (NoSuchFieldException | NoSuchMethodException e) {
            throw new SnapshotException(
                    "The catalog's components of record " + type.getName() + ", " + names
                            + ", are not those of the class.",
                    e);
        }
    }

    private TypeInfo plain(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            return TypeInfo.unsupported(type, "it is abstract.");
        }
        List<TypeInfo.Level> levels = new ArrayList<>();
        for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
            if (at.getName().startsWith("java.")) {
                return TypeInfo.unsupported(
                        type,
                        "it extends " + at.getName()
                                + ", whose state is not accessible. Hold such an object in a field instead.");
            }
            FieldSlot[] fields = storedFields(at);
            if (fields.length > 0) {
                levels.add(new TypeInfo.Level(at.getName(), fields));
            }
        }
        Collections.reverse(levels);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return TypeInfo.structured(type, Tag.OBJECT, levels.toArray(new TypeInfo.Level[0]), constructor);
        } catch (NoSuchMethodException e) {
            return TypeInfo.unsupported(
                    type,
                    "it has no constructor without arguments. Add one (private is enough; an inner class must be static first), or make it a record.");
        }
    }

    private static FieldSlot[] storedFields(Class<?> type) {
        List<FieldSlot> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                fields.add(new FieldSlot(field));
            }
        }
        // The order of reflection differs between platforms.
        fields.sort((a, b) -> a.name.compareTo(b.name));
        return fields.toArray(new FieldSlot[0]);
    }

    /** The type of a set's elements; an empty set shows it by what it lacks. */
    <E extends Enum<E>> TypeInfo ofElements(EnumSet<E> set) {
        EnumSet<E> known = set.isEmpty() ? EnumSet.complementOf(set) : set;
        if (known.isEmpty()) {
            throw new SnapshotException("an EnumSet of an enum without constants cannot be stored.");
        }
        return catalogued(known.iterator().next().getDeclaringClass());
    }

    /** The type of a map's keys. */
    TypeInfo ofKeys(EnumMap<?, ?> map) {
        if (map.isEmpty()) {
            return enumAcceptedBy(map)
                    .orElseThrow(() -> new SnapshotException(
                            "the key type of this empty EnumMap is not among the application's types; use a TreeMap."));
        }
        return catalogued(((Enum<?>) map.keySet().iterator().next()).getDeclaringClass());
    }

    /** Refuses enums of the Java library here: no reader would find them. */
    private TypeInfo catalogued(Class<?> enumType) {
        classNamed(enumType.getName());
        return ofClass(enumType);
    }
}
