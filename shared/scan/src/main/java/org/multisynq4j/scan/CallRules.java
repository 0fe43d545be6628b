package org.multisynq4j.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which library methods and fields model code may use. */
final class CallRules {
    private static final String ALLOWED = "ALLOWED";
    private static final List<String> BROWSER_PACKAGES =
            List.of("java/lang/", "java/util/", "java/util/function/", "java/util/stream/");
    private static final CallRules INSTANCE = new CallRules();

    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> browserClasses = new HashSet<>();
    private final Map<String, Set<String>> lacking = new HashMap<>();

    private CallRules() {
        for (String line : Resources.lines("refused-calls.txt")) {
            String[] parts = line.split(" ", 3);
            rules.add(new Rule(parts[0], parts[1], methods(parts[2])));
        }
        browserClasses.addAll(Resources.lines("browser-classes.txt"));
        for (String line : Resources.lines("lacking-methods.txt")) {
            String[] parts = line.split(" ");
            lacking.put(parts[0], Set.of(Arrays.copyOfRange(parts, 1, parts.length)));
        }
    }

    private record Rule(String verdict, String owner, Set<String> members) {
        boolean matches(String name, String member, String parameters) {
            return matchesOwner(name) && (members.contains("*") || names(member, parameters));
        }

        /** A subclass is not refused because all of its superclass is: LinkedHashMap extends HashMap. */
        boolean matchesInherited(String supertype, String member, String parameters) {
            return matchesOwner(supertype) && names(member, parameters);
        }

        private boolean names(String member, String parameters) {
            return members.contains(member) || members.contains(member + parameters);
        }

        private boolean matchesOwner(String name) {
            int star = owner.indexOf('*');
            if (star < 0) {
                return name.equals(owner);
            }
            return name.length() >= owner.length() - 1
                    && name.startsWith(owner.substring(0, star))
                    && name.endsWith(owner.substring(star + 1));
        }
    }

    static CallRules get() {
        return INSTANCE;
    }

    /**
     * The rule that a use of a member of a platform class breaks.
     *
     * @param supertypes of the owner, nearest first
     * @param descriptor the method's or field's descriptor
     */
    Optional<Diagnostic> refusal(String owner, Set<String> supertypes, String member, String descriptor) {
        String parameters = parameters(descriptor);
        for (Rule rule : rules) {
            if (rule.matches(owner, member, parameters)) {
                return rule.verdict.equals(ALLOWED) ? Optional.empty() : Optional.of(Diagnostic.valueOf(rule.verdict));
            }
        }
        return inheritedRefusal(supertypes, member, descriptor);
    }

    /** The rule that a use of a member breaks which a class inherits from one of these. */
    Optional<Diagnostic> inheritedRefusal(Set<String> supertypes, String member, String descriptor) {
        String parameters = parameters(descriptor);
        if (member.equals("<init>")) {
            return Optional.empty();
        }
        for (String supertype : supertypes) {
            for (Rule rule : rules) {
                if (rule.matchesInherited(supertype, member, parameters)) {
                    return rule.verdict.equals(ALLOWED)
                            ? Optional.empty()
                            : Optional.of(Diagnostic.valueOf(rule.verdict));
                }
            }
        }
        return Optional.empty();
    }

    private static String parameters(String descriptor) {
        return descriptor.startsWith("(") ? descriptor.substring(0, descriptor.indexOf(')') + 1) : "";
    }

    /** Browsers are known to lack it; of other packages than these nothing is known. */
    boolean isLacking(String owner, String member, String descriptor) {
        if (!BROWSER_PACKAGES.contains(owner.substring(0, owner.lastIndexOf('/') + 1))) {
            return false;
        }
        return !browserClasses.contains(owner)
                || lacking.getOrDefault(owner, Set.of()).contains(member + descriptor);
    }

    private static Set<String> methods(String list) {
        return Set.of(list.split(","));
    }
}
