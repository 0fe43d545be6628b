package org.multisynq4j.data;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;
import org.multisynq4j.snapshot.TypeCatalog;

/** Reads and makes records by reflection that works in TeaVM: component names come from the catalog. */
final class RecordAccess {
    private final Class<?> type;
    private final List<TypeCatalog.Component> components;

    RecordAccess(Class<?> type, TypeCatalog catalog) {
        this.type = type;
        components = catalog.recordComponents(type);
    }

    static boolean isRecord(Class<?> type) {
        return type.getSuperclass() == Record.class;
    }

    List<TypeCatalog.Component> components() {
        return components;
    }

    Object get(Object record, String component) {
        try {
            Field field = type.getDeclaredField(component);
            field.setAccessible(true);
            return field.get(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + type.getName() + "." + component, e);
        }
    }

    Object make(Object[] values) {
        try {
            Constructor<?> constructor = canonicalConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw new IllegalArgumentException(type.getName() + " refuses these values: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }

    private Constructor<?> canonicalConstructor() throws ReflectiveOperationException {
        Class<?>[] types = new Class<?>[components.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = type.getDeclaredField(components.get(i).name()).getType();
        }
        return type.getDeclaredConstructor(types);
    }
}
