package org.multisynq4j.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * The application classes that may appear in a snapshot or a payload: every class the scan finds reachable from the root model.
 *
 * <p>The codec finds classes only here, so a hostile snapshot cannot name anything else, and TeaVM sees every class literal. On the JVM the scan fills it; in
 * the browser the TeaVM plugin generates it.
 */
public interface TypeCatalog {
    /** The class with this binary name ({@code com.example.Chat$Line}), if it belongs to the application. */
    Optional<Class<?>> find(String binaryName);

    /** A record's components in declaration order; TeaVM has no {@code Class.getRecordComponents} and no generic types at run time. */
    List<Component> recordComponents(Class<?> record);

    /**
     * One record component.
     *
     * @param name its name
     * @param signature its type as in the class file's generic signature ({@code Ljava/util/List<Lcom/example/Line;>;}), or the descriptor if it is not generic
     */
    record Component(String name, String signature) {}

    /**
     * All classes, in any order. Asked only for the key type of an empty {@code EnumMap}, which the map itself does not tell; a catalog that answers nothing
     * makes such a map an error.
     */
    default List<Class<?>> classes() {
        return List.of();
    }
}
