package org.multisynq4j.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The alternatives of which random programs are made; {@code grammar.txt} describes its form. */
final class Grammar {
    private static final Map<String, List<String>> TYPES = Map.of(
            "@T", List.of("int", "long", "float", "double", "boolean", "byte", "short", "char"),
            "@N", List.of("int", "long", "float", "double", "byte", "short", "char"),
            "@I", List.of("int", "long", "byte", "short", "char"),
            "@R", List.of("String", "Integer", "Object", "Colour", "Pair", "Shape", "Op"),
            "@C", List.of("String", "Integer", "Colour", "Pair", "Shape", "Op"));
    private static final Pattern TYPE = Pattern.compile("@[TNIRC]\\b");
    private static final Pattern LINE = Pattern.compile("(\\. )?(?:(\\d+): )?(.*)");

    /**
     * One line.
     *
     * @param endsRecursion it may be taken at any depth
     * @param variants the line for each of its types
     */
    record Alternative(String line, boolean endsRecursion, int weight, List<String> variants) {}

    /**
     * What may stand in a place.
     *
     * @param isValue it is an expression
     */
    record Section(boolean isValue, List<Alternative> alternatives) {}

    private final Map<String, Section> sections = new LinkedHashMap<>();

    private Grammar() {}

    static Grammar read() {
        Grammar grammar = new Grammar();
        Section current = null;
        for (String line : resource("grammar.txt").lines().toList()) {
            if (line.startsWith("## ")) {
                String[] words = line.split(" ");
                current = new Section(words.length > 2, new ArrayList<>());
                grammar.sections.put(words[1], current);
            } else if (!line.isBlank() && !line.startsWith("# ") && !line.equals("#")) {
                current.alternatives().add(alternative(line));
            }
        }
        return grammar;
    }

    private static Alternative alternative(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        Matcher type = TYPE.matcher(line);
        List<String> variants = type.find()
                ? TYPES.get(type.group()).stream()
                        .map(each -> parts.group(3).replaceAll(type.group() + "\\b", each))
                        .toList()
                : List.of(parts.group(3));
        int weight = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        return new Alternative(line, parts.group(1) != null, weight, variants);
    }

    static String resource(String name) {
        try (InputStream in = Grammar.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String section) {
        return sections.containsKey(section);
    }

    Section section(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("grammar.txt has no section " + name);
        }
        return sections.get(name);
    }

    /** Every line, in the order of the file. */
    List<Alternative> all() {
        return sections.values().stream()
                .flatMap(s -> s.alternatives().stream())
                .toList();
    }
}
