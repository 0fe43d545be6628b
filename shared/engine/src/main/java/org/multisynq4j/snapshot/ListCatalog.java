package org.multisynq4j.snapshot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalog of explicitly listed classes. Records are added with their component names, since TeaVM cannot tell them.
 *
 * <pre>{@code new ListCatalog(World.class, FutureMessage.class).withRecord(Line.class, "author", "text", "at")}</pre>
 */
public final class ListCatalog implements TypeCatalog {
    private final Map<String, Class<?>> classes = new LinkedHashMap<>();
    private final Map<String, List<String>> components = new LinkedHashMap<>();

    public ListCatalog(Class<?>... classes) {
        for (Class<?> type : classes) {
            this.classes.put(type.getName(), type);
        }
    }

    /** Adds a record with its component names in declaration order, and returns this catalog. */
    public ListCatalog withRecord(Class<?> record, String... componentNames) {
        classes.put(record.getName(), record);
        components.put(record.getName(), List.of(componentNames));
        return this;
    }

    @Override
    public Optional<Class<?>> find(String binaryName) {
        return Optional.ofNullable(classes.get(binaryName));
    }

    @Override
    public List<String> recordComponents(Class<?> record) {
        List<String> names = components.get(record.getName());
        if (names == null) {
            throw new SnapshotException("The components of record " + record.getName()
                    + " are unknown; add it with ListCatalog.withRecord.");
        }
        return names;
    }
}
