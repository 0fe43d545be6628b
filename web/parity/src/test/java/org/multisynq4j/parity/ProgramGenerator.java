package org.multisynq4j.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes random Java programs: {@code skeleton.txt} filled with what {@code grammar.txt} allows. Equal seeds give equal programs. */
final class ProgramGenerator {
    private static final int MAX_VALUE_DEPTH = 4;
    private static final int MAX_BLOCK_DEPTH = 3;

    /** Alternatives in the hole of a skeleton, about; then it is brought to its end. */
    private static final int BUDGET = 120;

    private static final int FIELDS_OF_EACH_TYPE = 2;
    private static final Pattern MARK = Pattern.compile("@\\{([^}]*)\\}|@([A-Za-z]\\w*)|\\$(\\d)");
    private static final Pattern SIMPLE = Pattern.compile("[\\w.]+|'.'|\"\\w*\"");
    private static final Grammar GRAMMAR = Grammar.read();

    private final Random random;
    private final Scope scope = new Scope();
    private final Set<Grammar.Alternative> used;
    private List<Scope.Local> hoisted = new ArrayList<>();
    private int valueDepth;
    private int blockDepth;
    private int budget;
    private int nextName;
    private int nextStatement;

    private ProgramGenerator(long seed, Set<Grammar.Alternative> used) {
        // Neighbouring seeds of Random begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.used = used;
    }

    /** The source of a class with this name that implements {@link Program}. */
    static String generate(String name, long seed) {
        return generate(name, seed, new HashSet<>());
    }

    /** The same, and collects which alternatives it uses. */
    static String generate(String name, long seed, Set<Grammar.Alternative> used) {
        ProgramGenerator generator = new ProgramGenerator(seed, used);
        StringBuilder source = new StringBuilder();
        for (String line : Grammar.resource("skeleton.txt").lines().toList()) {
            Scope.Mark mark = generator.scope.enter();
            if (line.startsWith("    private ")) {
                generator.scope.leave(new Scope.Mark(0, 0));
                mark = generator.scope.enter();
            }
            generator.budget = BUDGET;
            source.append(generator.fill(line)).append('\n');
            if (!line.startsWith("        @{")) {
                generator.scope.leave(mark);
            }
        }
        return source.toString().replace("NAME", name);
    }

    private String expand(String name) {
        return switch (name) {
            case "hide" -> {
                scope.hide();
                yield "";
            }
            case "block" -> block();
            default -> {
                Grammar.Section section = GRAMMAR.section(name);
                yield section.isValue() ? value(section) : alternative(section, budget <= 0);
            }
        };
    }

    private String block() {
        List<Scope.Local> outer = hoisted;
        hoisted = new ArrayList<>();
        Scope.Mark mark = scope.enter();
        int depth = valueDepth;
        valueDepth = 0;
        blockDepth++;
        StringBuilder text = new StringBuilder();
        Grammar.Section statements = GRAMMAR.section("statement");
        int count = budget <= 0 ? 1 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            text.append("trace.at(\"s" + nextStatement++ + "\"); ");
            text.append(alternative(statements, blockDepth > MAX_BLOCK_DEPTH || budget <= 0))
                    .append('\n');
            hoisted.forEach(scope::declare);
            hoisted.clear();
        }
        blockDepth--;
        valueDepth = depth;
        scope.leave(mark);
        hoisted = outer;
        return text.toString();
    }

    private String value(Grammar.Section section) {
        boolean mustEnd = valueDepth >= MAX_VALUE_DEPTH || budget <= 0 || random.nextInt(6) == 0;
        valueDepth++;
        String text = alternative(section, mustEnd);
        valueDepth--;
        return SIMPLE.matcher(text).matches() ? text : "(" + text + ")";
    }

    private String alternative(Grammar.Section section, boolean mustEnd) {
        budget--;
        List<Grammar.Alternative> possible = section.alternatives().stream()
                .filter(each -> !mustEnd || each.endsRecursion())
                .toList();
        Grammar.Alternative chosen = choose(possible.isEmpty() ? section.alternatives() : possible);
        used.add(chosen);
        Scope.Mark mark = scope.enter();
        String text =
                fill(chosen.variants().get(random.nextInt(chosen.variants().size())));
        scope.leave(mark);
        return text;
    }

    private Grammar.Alternative choose(List<Grammar.Alternative> possible) {
        int sum = possible.stream().mapToInt(Grammar.Alternative::weight).sum();
        int at = random.nextInt(sum);
        for (Grammar.Alternative each : possible) {
            at -= each.weight();
            if (at < 0) {
                return each;
            }
        }
        throw new AssertionError("weights");
    }

    private String fill(String template) {
        String[] names = new String[10];
        Matcher marks = MARK.matcher(template);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (marks.find()) {
            text.append(template, from, marks.start());
            from = marks.end();
            if (marks.group(1) != null) {
                text.append(directive(marks.group(1).split(" "), names));
            } else if (marks.group(2) != null) {
                text.append(expand(marks.group(2)));
            } else {
                text.append(name(marks.group(), names));
            }
        }
        return text.append(template, from, template.length()).toString();
    }

    private String name(String mark, String[] names) {
        if (!mark.startsWith("$")) {
            return mark;
        }
        int index = mark.charAt(1) - '0';
        if (names[index] == null) {
            names[index] = "v" + nextName++;
        }
        return names[index];
    }

    private String directive(String[] words, String[] names) {
        String name = words.length > 2 ? name(words[2], names) : "";
        return switch (words[0]) {
            case "pick" -> fill(words[1 + random.nextInt(words.length - 1)]);
            case "number" -> Integer.toString(random.nextInt(Integer.parseInt(words[1])));
            case "read" -> variable(words[1], scope.readable(words[1]));
            case "assign" -> assignable(words[1]);
            case "let" -> declare(new Scope.Local(words[1], name, false, false));
            case "arg" -> declare(new Scope.Local(words[1], name, true, false));
            case "val" -> declare(new Scope.Local(words[1], name, false, true));
            case "var" -> hoist(new Scope.Local(words[1], name, true, false));
            case "keep" -> hoist(new Scope.Local(words[1], name, false, true));
            default -> throw new IllegalArgumentException("grammar.txt: unknown directive " + Arrays.toString(words));
        };
    }

    private String declare(Scope.Local local) {
        scope.declare(local);
        return "";
    }

    private String hoist(Scope.Local local) {
        hoisted.add(local);
        return "";
    }

    private String assignable(String type) {
        String element = type + "Element";
        if (GRAMMAR.has(element) && valueDepth < MAX_VALUE_DEPTH && budget > 0 && random.nextInt(4) == 0) {
            return alternative(GRAMMAR.section(element), false);
        }
        return variable(type, scope.assignable(type));
    }

    private String variable(String type, List<String> locals) {
        if (!locals.isEmpty() && random.nextBoolean()) {
            return locals.get(random.nextInt(locals.size()));
        }
        return "f" + type + random.nextInt(FIELDS_OF_EACH_TYPE);
    }
}
