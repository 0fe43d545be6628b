package org.multisynq4j.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engine's own types, then the application's. A name found in the first is not looked up in the second. */
public final class CompositeCatalog implements TypeCatalog {
    private final TypeCatalog engineTypes;
    private final TypeCatalog applicationTypes;

    public CompositeCatalog(TypeCatalog engineTypes, TypeCatalog applicationTypes) {
        this.engineTypes = engineTypes;
        this.applicationTypes = applicationTypes;
    }

    @Override
    public Optional<Class<?>> find(String binaryName) {
        Optional<Class<?>> found = engineTypes.find(binaryName);
        return found.isPresent() ? found : applicationTypes.find(binaryName);
    }

    @Override
    public List<Component> recordComponents(Class<?> record) {
        boolean engine = engineTypes.find(record.getName()).isPresent();
        return engine ? engineTypes.recordComponents(record) : applicationTypes.recordComponents(record);
    }

    @Override
    public List<Class<?>> classes() {
        List<Class<?>> all = new ArrayList<>(engineTypes.classes());
        all.addAll(applicationTypes.classes());
        return all;
    }
}
