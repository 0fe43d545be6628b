package org.multisynq4j.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The list of what model code may use of the platform's library: {@code compared-members.txt}, a line each.
 *
 * <p>A line is {@code java.util.List add(int, Object)}, {@code java.lang.Boolean TRUE}, or {@code java.util.RandomAccess} for a type that may only be named. What
 * is not shown by a comparison has its reason behind a bar. A member is found by its name and parameters in the class it is called on or a supertype of it, since
 * what an interface promises is compared on all classes that the list lets make; only what {@code Object} promises, every class keeps in its own way.
 */
public final class ComparedMembers {
    /** What a reason is written behind. */
    private static final String BAR = " | ";

    private static final int NEIGHBOURS = 4;
    private static final int COMMON_LETTERS = 4;
    private static final ComparedMembers INSTANCE = new ComparedMembers();

    private final SortedMap<String, String> lines = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> members = new TreeMap<>();

    private ComparedMembers() {
        for (String line : Resources.lines("compared-members.txt")) {
            int bar = line.indexOf(BAR);
            String use = bar < 0 ? line : line.substring(0, bar);
            lines.put(use, bar < 0 ? "" : line.substring(bar + BAR.length()));
            int space = use.indexOf(' ');
            SortedSet<String> ofClass =
                    members.computeIfAbsent(space < 0 ? use : use.substring(0, space), k -> new TreeSet<>());
            if (space >= 0) {
                ofClass.add(use.substring(space + 1));
            }
        }
    }

    /** The list of this version. */
    public static ComparedMembers get() {
        return INSTANCE;
    }

    /** All lines, each with the reason why it is there though nothing compares it, or an empty text. */
    public SortedMap<String, String> lines() {
        return Collections.unmodifiableSortedMap(lines);
    }

    boolean names(String type) {
        return members.containsKey(Names.type(type));
    }

    boolean has(PlatformUse use, Collection<String> supertypes) {
        String member = use.member();
        if (isListed(use.owner(), member)) {
            return true;
        }
        return !use.isConstructor()
                && supertypes.stream()
                        .filter(each -> !each.equals(Library.OBJECT))
                        .anyMatch(each -> isListed(each, member));
    }

    private boolean isListed(String owner, String member) {
        SortedSet<String> ofClass = members.get(Names.type(owner));
        return ofClass != null && ofClass.contains(member);
    }

    /** What to use instead: the same method with other parameters, else methods with a similar name, else nothing. */
    List<String> neighbours(PlatformUse use, Collection<String> supertypes) {
        Set<String> all = new LinkedHashSet<>(members.getOrDefault(Names.type(use.owner()), new TreeSet<>()));
        if (!use.isConstructor()) {
            for (String each : supertypes) {
                if (!each.equals(Library.OBJECT)) {
                    all.addAll(members.getOrDefault(Names.type(each), new TreeSet<>()));
                }
            }
        }
        List<String> same = new ArrayList<>();
        List<String> similar = new ArrayList<>();
        for (String each : all) {
            String name = each.contains("(") ? each.substring(0, each.indexOf('(')) : each;
            if (name.equals(use.name())) {
                same.add(each);
            } else if (!name.startsWith("<") && areSimilar(name, use.name())) {
                similar.add(each);
            }
        }
        String made = "new " + use.owner().substring(use.owner().lastIndexOf('/') + 1);
        return (same.isEmpty() ? similar : same)
                .stream()
                        .limit(NEIGHBOURS)
                        .map(each -> each.replace("<init>", made))
                        .toList();
    }

    private static boolean areSimilar(String a, String b) {
        int length = Math.min(COMMON_LETTERS, Math.min(a.length(), b.length()));
        return a.regionMatches(true, 0, b, 0, length)
                || a.regionMatches(true, a.length() - length, b, b.length() - length, length);
    }
}
