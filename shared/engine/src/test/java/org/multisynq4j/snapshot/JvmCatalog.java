package org.multisynq4j.snapshot;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nested classes of a test, found by reflection. */
public final class JvmCatalog implements TypeCatalog {
    private final Map<String, Class<?>> classes = new LinkedHashMap<>();

    public JvmCatalog(Class<?>... outer) {
        for (Class<?> type : outer) {
            add(type);
        }
    }

    private void add(Class<?> type) {
        classes.put(type.getName(), type);
        for (Class<?> nested : type.getDeclaredClasses()) {
            add(nested);
        }
    }

    @Override
    public Optional<Class<?>> find(String binaryName) {
        return Optional.ofNullable(classes.get(binaryName));
    }

    @Override
    public List<Component> recordComponents(Class<?> record) {
        List<Component> names = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            names.add(new Component(component.getName(), component.getType().descriptorString()));
        }
        return names;
    }

    @Override
    public List<Class<?>> classes() {
        return new ArrayList<>(classes.values());
    }
}
