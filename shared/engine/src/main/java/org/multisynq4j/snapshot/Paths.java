package org.multisynq4j.snapshot;

/** Paths of fields in messages. */
final class Paths {
    /** Steps shown from either end of a long path. */
    private static final int SHOWN_STEPS = 16;

    private static final int SHOWN_KEY_CHARACTERS = 40;

    private Paths() {}

    /** Collects the steps of a path, leaving out the middle of long ones. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final int steps;
        private int at;

        Builder(Object root, int steps) {
            this(rootName(root), steps);
        }

        Builder(String start, int steps) {
            this.steps = steps;
            text.append(start);
        }

        /** Whether the next step is shown; it is counted either way. */
        boolean shows() {
            int step = at++;
            if (step == SHOWN_STEPS && steps > 2 * SHOWN_STEPS) {
                text.append("…(").append(steps - 2 * SHOWN_STEPS).append(" more)…");
            }
            return step < SHOWN_STEPS || step >= steps - SHOWN_STEPS;
        }

        void add(String step) {
            text.append(step);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    static String rootName(Object root) {
        return root == null ? "root" : simpleName(root.getClass());
    }

    static String simpleName(Class<?> type) {
        if (type.isArray()) {
            return simpleName(type.getComponentType()) + "[]";
        }
        String name = type.getName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** A map's value by its key. */
    static String key(Object key) {
        if (key instanceof String text) {
            String shown = text.length() > SHOWN_KEY_CHARACTERS ? text.substring(0, SHOWN_KEY_CHARACTERS) + "…" : text;
            return "[\"" + shown + "\"]";
        }
        if (key instanceof Number || key instanceof Enum || key instanceof Boolean || key instanceof Character) {
            return "[" + key + "]";
        }
        return key == null ? "[null]" : "[a " + simpleName(key.getClass()) + "]";
    }
}
