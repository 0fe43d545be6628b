package org.multisynq4j.scan;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.multisynq4j.snapshot.TypeCatalog;

/** The scanned classes as loaded classes. */
final class JvmCatalog implements TypeCatalog {
    private final Map<String, Class<?>> types = new LinkedHashMap<>();

    JvmCatalog(ClassLoader loader, SortedSet<String> application, SortedSet<String> engine) {
        application.forEach(name -> types.put(name, load(name, loader)));
        engine.forEach(name -> types.put(name, load(name, loader)));
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException("the model's class " + name + " has a class file but cannot be loaded", e);
        }
    }

    @Override
    public Optional<Class<?>> find(String binaryName) {
        return Optional.ofNullable(types.get(binaryName));
    }

    @Override
    public List<Component> recordComponents(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(record.getName() + " is not a record");
        }
        return Arrays.stream(components)
                .map(c -> new Component(
                        c.getName(),
                        c.getGenericSignature() == null ? c.getType().descriptorString() : c.getGenericSignature()))
                .toList();
    }

    @Override
    public List<Class<?>> classes() {
        return List.copyOf(types.values());
    }
}
