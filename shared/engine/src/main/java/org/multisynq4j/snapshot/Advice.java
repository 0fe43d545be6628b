package org.multisynq4j.snapshot;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** What to use in place of a type that cannot be stored. */
final class Advice {
    private static final String[][] BY_NAME = {
        {"java.util.Date", "Store milliseconds as a double or long; now() gives the session's time."},
        {"java.util.Calendar", "Store milliseconds as a double or long."},
        {"java.time.", "Store milliseconds as a double or long."},
        {"java.util.UUID", "Use generateId() and store the String."},
        {"java.math.", "Use long, double or a String."},
        {"java.util.concurrent.atomic.", "A model is single-threaded: use a plain field."},
        {"java.lang.Thread", "Use future(...) for work that happens later."},
        {"java.lang.Class", "Store its name or an enum."},
        {"java.lang.StringBuffer", "Use StringBuilder or String."},
        {"java.lang.Object", "Use a class or record of your own as a marker."},
    };

    private Advice() {}

    static String forUnsupported(Object value) {
        String name = value.getClass().getName();
        if (name.startsWith("java.")) {
            return forLibraryType(value, name);
        }
        if (name.contains("$$Lambda") || name.contains("$lambda$")) {
            return "this lambda's interface is not Serializable. Declare the field or parameter as Action, Handler or an interface that extends"
                    + " java.io.Serializable.";
        }
        return "the class is not known to be part of the application's state. Let a model's field, a record component or a type argument name it,"
                + " so that the scan finds it; an anonymous or local class must become a named static one.";
    }

    private static String forLibraryType(Object value, String name) {
        if (value instanceof SortedMap || value instanceof SortedSet) {
            return "Copy it into a new TreeMap or TreeSet.";
        }
        if (value instanceof Map) {
            return "Its order is not the same everywhere: use LinkedHashMap or TreeMap.";
        }
        if (value instanceof Set) {
            return "Its order is not the same everywhere: use LinkedHashSet or TreeSet.";
        }
        if (value instanceof List) {
            return "Copy it into a new ArrayList.";
        }
        if (value instanceof Queue) {
            return "Use ArrayDeque, or for priorities a TreeSet whose comparator decides ties.";
        }
        if (value instanceof Collection) {
            return "Copy it into a new ArrayList.";
        }
        if (value instanceof Random) {
            return "Use the model's random().";
        }
        if (value instanceof Comparator) {
            return "Write the comparator as an enum or class of your own, or cast the lambda to (Comparator<T> & Serializable).";
        }
        for (String[] entry : BY_NAME) {
            if (name.equals(entry[0]) || entry[0].endsWith(".") && name.startsWith(entry[0])) {
                return entry[1];
            }
        }
        return "Keep it in a transient field that start() rebuilds, or store what it is made of in a record.";
    }
}
