package org.multisynq4j.teavm.library.java.util;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a map keeps, as its views need it. Not the map itself, because a class that a model derives from the map may have methods of these names, and because
 * the JDK's views ask the map for some things, which such a class may answer otherwise, and see to others themselves.
 */
interface Entries<K, V> {
    int size();

    /** Goes through the entries themselves and can remove them. */
    Iterator<Map.Entry<K, V>> iterator();

    /** Whether a key has a value; which of two values is asked whether it equals the other is as in the JDK's class. */
    boolean holds(Object key, Object value);

    /** Whether there was such a key. */
    boolean removeKey(Object key);

    /** Whether there was such an entry. */
    default boolean removeEntry(Object key, Object value) {
        return holds(key, value) && removeKey(key);
    }

    default void each(Consumer<? super Map.Entry<K, V>> action) {
        iterator().forEachRemaining(action);
    }
}
