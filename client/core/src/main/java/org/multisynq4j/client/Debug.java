package org.multisynq4j.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is written to the console ({@code debug=session,sends}). Never changes the session id. */
public enum Debug {
    SESSION,
    MESSAGES,
    SENDS,
    SNAPSHOT,
    DATA,
    HASHING,
    SUBSCRIBE,
    PUBLISH,
    EVENTS,
    CLASSES,
    TICKS,
    WRITE,
    DIVERGENCE;

    /** The flag of this name; a trailing {@code s} may be missing or superfluous. */
    public static Optional<Debug> of(String name) {
        String wanted = singular(name);
        for (Debug flag : values()) {
            if (singular(flag.name().toLowerCase(Locale.ROOT)).equals(wanted)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    /** Those of these names, {@code no…} included, that stand for no flag. */
    static List<String> unknown(List<String> names) {
        return names.stream()
                .filter(name -> of(name).isEmpty()
                        && !(name.startsWith("no") && of(name.substring(2)).isPresent()))
                .toList();
    }

    /** All flags as an address names them. */
    static String names() {
        StringBuilder names = new StringBuilder();
        for (Debug flag : values()) {
            names.append(names.length() == 0 ? "" : ", ").append(flag.name().toLowerCase(Locale.ROOT));
        }
        return names.toString();
    }

    /** The flags a list of names switches on, starting from {@code before}; {@code no…} switches off, unknown names are ignored. */
    public static Set<Debug> apply(Set<Debug> before, List<String> names) {
        Set<Debug> flags = EnumSet.noneOf(Debug.class);
        flags.addAll(before);
        for (String name : names) {
            Optional<Debug> flag = of(name);
            if (flag.isPresent()) {
                flags.add(flag.get());
            } else if (name.startsWith("no")) {
                of(name.substring(2)).ifPresent(flags::remove);
            }
        }
        return flags;
    }
}
