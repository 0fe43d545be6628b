package org.multisynq4j.client.inspect;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a place in a model: names of fields and keys of maps after dots, positions of lists and keys with other characters in brackets, as in
 * {@code lines[3].text} or {@code players["ann.b"].score}. Nothing, or a dot, is the root itself.
 */
public final class ModelPath {
    private ModelPath() {}

    /**
     * What stands there; null is a value like others, and then empty.
     *
     * @throws IllegalArgumentException naming the step that leads nowhere, and what there would be
     */
    public static Optional<Object> find(Object root, String path) {
        Object at = root;
        StringBuilder seen = new StringBuilder();
        for (String step : steps(path)) {
            at = next(at, step, seen.length() == 0 ? "the root" : seen.toString());
            seen.append(seen.length() == 0 ? "" : ".").append(step);
        }
        return Optional.ofNullable(at);
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            if (path.charAt(at) == '.') {
                at++;
            } else if (path.charAt(at) == '[') {
                boolean quoted = path.startsWith("[\"", at);
                int end = path.indexOf(quoted ? "\"]" : "]", at);
                if (end < 0) {
                    throw new IllegalArgumentException("the path " + path + " has a [ without ]");
                }
                steps.add(path.substring(at + (quoted ? 2 : 1), end));
                at = end + (quoted ? 2 : 1);
            } else {
                int end = at;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                steps.add(path.substring(at, end));
                at = end;
            }
        }
        return steps;
    }

    private static Object next(Object from, String step, String where) {
        Object owner = from instanceof Optional<?> optional ? optional.orElse(null) : from;
        if (owner instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (ModelTree.key(entry.getKey()).equals(step)) {
                    return entry.getValue();
                }
            }
            throw nothing(step, where, "a map with " + map.size() + " keys");
        }
        if (owner instanceof Iterable<?> items) {
            List<Object> list = new ArrayList<>();
            items.forEach(list::add);
            return list.get(index(step, where, list.size()));
        }
        if (owner != null && owner.getClass().isArray()) {
            return Array.get(owner, index(step, where, Array.getLength(owner)));
        }
        return field(owner, step, where);
    }

    private static int index(String step, String where, int size) {
        boolean number = !step.isEmpty() && step.length() < 10 && step.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || Integer.parseInt(step) >= size) {
            throw nothing(step, where, "a list of " + size);
        }
        return Integer.parseInt(step);
    }

    private static Object field(Object owner, String step, String where) {
        List<String> names = new ArrayList<>();
        for (Class<?> type = owner == null ? null : owner.getClass();
                ModelTree.isApplication(type);
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                    if (field.getName().equals(step)) {
                        return ModelTree.read(field, owner);
                    }
                    names.add(field.getName());
                }
            }
        }
        throw nothing(step, where, owner == null ? "null" : "an object with the fields " + names);
    }

    private static IllegalArgumentException nothing(String step, String where, String instead) {
        return new IllegalArgumentException("there is no '" + step + "' in " + where + ", which is " + instead);
    }
}
