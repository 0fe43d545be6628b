package org.multisynq4j.snapshot;

import java.util.ArrayList;
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
    private final Map<String, List<Component>> components = new LinkedHashMap<>();

    public ListCatalog(Class<?>... classes) {
        for (Class<?> type : classes) {
            this.classes.put(type.getName(), type);
        }
    }

    /**
     * Adds a record with its component names in declaration order, and returns this catalog. A component with type arguments is given as its name, a space and
     * its generic signature ({@code "lines Ljava/util/List<Lcom/example/Line;>;"}).
     */
    public ListCatalog withRecord(Class<?> record, String... componentNames) {
        List<Component> list = new ArrayList<>(componentNames.length);
        for (String text : componentNames) {
            int space = text.indexOf(' ');
            String name = space < 0 ? text : text.substring(0, space);
            list.add(new Component(name, space < 0 ? descriptor(record, name) : text.substring(space + 1)));
        }
        classes.put(record.getName(), record);
        components.put(record.getName(), List.copyOf(list));
        return this;
    }

    private static String descriptor(Class<?> record, String component) {
        try {
            return descriptor(record.getDeclaredField(component).getType());
        } catch (NoSuchFieldException e) {
            throw new SnapshotException("Record " + record.getName() + " has no component " + component + ".", e);
        }
    }

    private static String descriptor(Class<?> type) {
        if (type.isArray()) {
            return "[" + descriptor(type.getComponentType());
        }
        return switch (type.getName()) {
            case "boolean" -> "Z";
            case "byte" -> "B";
            case "short" -> "S";
            case "char" -> "C";
            case "int" -> "I";
            case "long" -> "J";
            case "float" -> "F";
            case "double" -> "D";
            default -> "L" + type.getName().replace('.', '/') + ";";
        };
    }

    @Override
    public Optional<Class<?>> find(String binaryName) {
        return Optional.ofNullable(classes.get(binaryName));
    }

    @Override
    public List<Component> recordComponents(Class<?> record) {
        List<Component> names = components.get(record.getName());
        if (names == null) {
            throw new SnapshotException("The components of record " + record.getName()
                    + " are unknown; add it with ListCatalog.withRecord.");
        }
        return names;
    }

    @Override
    public List<Class<?>> classes() {
        return new ArrayList<>(classes.values());
    }
}
