package org.multisynq4j.parity.models;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.multisynq4j.text.Numbers;
import org.multisynq4j.text.Text;

/** Things made of text. */
final class TextToys {
    private TextToys() {}

    /** A document that participants edit, with undo. */
    static final class Editor extends Toy {
        private sealed interface Edit permits Insert, Delete {}

        private record Insert(int at, String text) implements Edit {}

        private record Delete(int at, String text) implements Edit {}

        private final StringBuilder document = new StringBuilder("Once upon a time");
        private final Deque<Edit> done = new ArrayDeque<>();
        private final Deque<Edit> undone = new ArrayDeque<>();
        private int cursor;

        @Override
        void tick() {
            if (random(4) == 0 && !done.isEmpty()) {
                Edit edit = done.pop();
                apply(edit, true);
                undone.push(edit);
            } else if (random(3) == 0 && !undone.isEmpty()) {
                Edit edit = undone.pop();
                apply(edit, false);
                done.push(edit);
            }
            mix(document.toString());
        }

        @Override
        void poke(int value) {
            cursor = Math.floorMod(value, document.length() + 1);
            int end = Math.min(document.length(), cursor + Math.floorMod(value >> 5, 6));
            if (end > cursor) {
                perform(new Delete(cursor, document.substring(cursor, end)));
            }
        }

        @Override
        void text(String word) {
            perform(new Insert(Math.min(cursor, document.length()), word + (word.length() % 2 == 0 ? " " : "\n")));
        }

        private void perform(Edit edit) {
            apply(edit, false);
            done.push(edit);
            undone.clear();
            while (done.size() > 50) {
                done.removeLast();
            }
            if (document.length() > 300) {
                perform(new Delete(100, document.substring(100, 250)));
            }
        }

        private void apply(Edit edit, boolean backwards) {
            if (edit instanceof Insert insert) {
                if (backwards) {
                    document.delete(insert.at, insert.at + insert.text.length());
                } else {
                    document.insert(insert.at, insert.text);
                }
            } else if (edit instanceof Delete delete) {
                if (backwards) {
                    document.insert(delete.at, delete.text);
                } else {
                    document.delete(delete.at, delete.at + delete.text.length());
                }
            }
        }
    }

    /** Breaks words into justified lines. */
    static final class Layout extends Toy {
        private final List<String> words = new ArrayList<>(List.of("the", "quick", "brown", "fox"));
        private List<String> lines = new ArrayList<>();
        private double width = 30;

        @Override
        void tick() {
            width = 20 + (width * 1.37 - 20) % 25;
            List<String> next = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            double used = 0;
            for (String word : words) {
                double size = measure(word);
                if (used + size > width && line.length() > 0) {
                    next.add(justify(line.toString(), (int) width));
                    line.setLength(0);
                    used = 0;
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
                used += size + 0.3;
            }
            next.add(line.toString());
            lines = next;
            lines.forEach(this::mix);
        }

        private static double measure(String word) {
            double size = 0;
            for (char c : word.toCharArray()) {
                size += c >= 'A' && c <= 'Z' ? 1.3 : "il1".indexOf(c) >= 0 ? 0.4 : 1;
            }
            return size;
        }

        private static String justify(String line, int width) {
            int gaps = (int) line.chars().filter(c -> c == ' ').count();
            int missing = width - line.length();
            StringBuilder text = new StringBuilder();
            int seen = 0;
            for (String part : Text.split(line, " ")) {
                text.append(part);
                if (seen++ < gaps && missing > 0) {
                    text.append(" ".repeat(1 + missing / gaps));
                }
            }
            return text.toString();
        }

        @Override
        void text(String word) {
            words.add(word);
            if (words.size() > 60) {
                words.subList(0, 20).clear();
            }
        }
    }

    /** Counts words, ordered by several comparators. */
    static final class Words extends Toy {
        private enum Order implements Comparator<String> {
            LONGER_LAST_THEN_BACKWARDS;

            @Override
            public int compare(String a, String b) {
                return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : b.compareTo(a);
            }
        }

        private final TreeMap<String, Integer> byName = new TreeMap<>(Order.LONGER_LAST_THEN_BACKWARDS);
        private final Map<String, Integer> lower = new TreeMap<>((Comparator<String> & Serializable) String::compareTo);

        @Override
        void text(String word) {
            String turned = word.substring(word.length() / 2) + word.substring(0, word.length() / 2);
            byName.merge(word, 1, Integer::sum);
            lower.merge(turned, 1, Integer::sum);
            lower.computeIfPresent(word, (k, v) -> v > 4 ? null : v + 2);
            lower.computeIfAbsent(word.substring(word.length() / 2), String::length);
            if (byName.size() > 80) {
                byName.pollFirstEntry();
                byName.headMap(byName.lastKey()).keySet().removeIf(k -> k.charAt(0) % 3 == 0);
            }
        }

        @Override
        void tick() {
            StringBuilder text = new StringBuilder();
            byName.descendingMap()
                    .forEach((k, v) -> text.append(k).append('=').append(v).append(';'));
            lower.forEach((k, v) -> text.append(k).append(v));
            mix(text.toString());
        }
    }

    /** Interprets a little stack language. */
    static final class Interpreter extends Toy {
        private static final String PROGRAM = """
                push 1
                push 3
                dup
                mul
                add
                swap
                push 7
                mod
                neg
                div
                sqrt
                jump 2
                """;
        private final List<String> code = new ArrayList<>();
        private final Deque<Double> stack = new ArrayDeque<>();
        private int counter;

        @Override
        void begin() {
            int from = 0;
            for (int to = PROGRAM.indexOf('\n'); to >= 0; to = PROGRAM.indexOf('\n', from)) {
                code.add(PROGRAM.substring(from, to));
                from = to + 1;
            }
        }

        @Override
        void tick() {
            for (int i = 0; i < 5; i++) {
                step(code.get(counter++ % code.size()));
            }
            for (double each : stack) {
                mix(each);
                mix(Numbers.toText(each));
            }
        }

        private void step(String line) {
            int space = line.indexOf(' ');
            String operation = space < 0 ? line : line.substring(0, space);
            switch (operation) {
                case "push" -> stack.push(Numbers.parse(line.substring(space + 1)));
                case "dup" -> stack.push(top());
                case "swap" -> {
                    double a = pop();
                    stack.addLast(a);
                }
                case "add" -> stack.push(pop() + pop());
                case "mul" -> stack.push(pop() * pop());
                case "div" -> stack.push(pop() / pop());
                case "mod" -> stack.push(pop() % 5.3);
                case "neg" -> stack.push(-pop());
                case "sqrt" -> stack.push(Math.sqrt(Math.abs(pop())));
                case "jump" -> counter = random(code.size());
                default -> throw new IllegalArgumentException(line);
            }
            if (stack.size() > 20) {
                stack.clear();
            }
        }

        private double top() {
            return stack.isEmpty() ? 0.5 : stack.peek();
        }

        private double pop() {
            return Optional.ofNullable(stack.poll()).orElse(1.25);
        }

        @Override
        void poke(int value) {
            code.set(Math.floorMod(value, code.size()), "push " + value);
        }
    }

    /** Builds, cuts and compares strings. */
    static final class Mill extends Toy {
        private String text = "Straße 𝄞 Ünïcødé ﬁ İ";
        private final List<String> heap = new ArrayList<>();

        @Override
        void tick() {
            int cut = random(text.length() + 1);
            text = text.substring(cut) + text.substring(0, cut);
            text = switch (random(9)) {
                case 0 -> text.replace('ü', 'U');
                case 1 -> text.replace('U', 'ü') + "ß";
                case 2 -> text.replace('a', 'b').replace("ü", "ue");
                case 3 -> text.trim() + " ";
                case 4 -> String.join("-", text, "ß", "Σ");
                case 5 -> text.concat("x".repeat(2));
                case 6 ->
                    text.chars()
                            .filter(c -> c != 'x')
                            .limit(60)
                            .collect(StringBuilder::new, (b, c) -> b.append((char) c), StringBuilder::append)
                            .toString();
                case 7 -> text.trim();
                default -> text.substring(0, Math.min(40, text.length()));
            };
            if (text.isEmpty()) {
                text = "again";
            }
            heap.add(text);
            heap.sort(null);
            if (heap.size() > 30) {
                heap.remove(random(heap.size()));
            }
            mix(text);
            mix(text.hashCode());
            mix(text.compareTo(heap.get(0)) + text.compareTo(heap.get(heap.size() / 2)));
            mix(text.indexOf("x")
                    + text.lastIndexOf('ß') * 100
                    + text.codePointAt(0)
                    + text.codePointCount(0, text.length()));
            mix(text.contains("ue") ^ text.startsWith("x") ^ text.endsWith("Σ") ^ text.equals(heap.get(0)));
        }

        @Override
        void text(String word) {
            text += word;
        }
    }

    /** Numbers as text and back. */
    static final class Figures extends Toy {
        private double value = 0.1;
        private final Map<String, Double> seen = new LinkedHashMap<>();

        @Override
        void tick() {
            value = value * -3.7 + random();
            if (Math.abs(value) > 1e12) {
                value /= 1e20;
            }
            String text = Numbers.toText(value);
            mix(text);
            mix(Numbers.parse(text) == value);
            mix(Text.fixed(value, random(7)));
            mix(Integer.toHexString((int) value)
                    + Long.toString((long) value, 36)
                    + Integer.toBinaryString(random(100)));
            mix(Integer.parseInt("" + (int) value) + Long.parseLong(Long.toString((long) value)));
            mix(Numbers.toText((float) value));
            seen.put(text, value);
            if (seen.size() > 40) {
                seen.remove(seen.keySet().iterator().next());
            }
        }
    }
}
