package corpus.bad;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Stack;
import java.util.Vector;
import java.util.stream.Stream;
import org.multisynq4j.model.Model;

final class Texts {
    static class UpperCase extends Model {
        String step(String text) {
            return text.toUpperCase(Locale.ROOT); // expect M4J131
        }
    }

    static class IgnoringCase extends Model {
        boolean step(String text) {
            return text.equalsIgnoreCase("yes"); // expect M4J131
        }
    }

    static class CaseOrder extends Model {
        void step(List<String> texts) {
            texts.sort(String.CASE_INSENSITIVE_ORDER); // expect M4J131
        }
    }

    static class LetterTest extends Model {
        boolean step(char c) {
            return Character.isLetter(c); // expect M4J131
        }
    }

    static class DigitsOfCodePoints extends Model {
        boolean step(String text) {
            return text.codePoints().allMatch(Character::isDigit); // expect M4J131
        }
    }

    static class Splitting extends Model {
        int step(String text) {
            return text.split(",").length; // expect M4J132
        }
    }

    static class Matching extends Model {
        boolean step(String text) {
            return text.matches("[a-z]+"); // expect M4J132
        }
    }

    static class Utf16 extends Model {
        int step(String text) {
            return text.getBytes(StandardCharsets.UTF_16).length; // expect M4J133
        }
    }

    static class Indented extends Model {
        String step(String text) {
            return text.stripIndent(); // expect M4J133
        }
    }

    static class Peeking extends Model {
        long step(List<Integer> list) {
            return list.stream().peek(x -> list.add(x)).count(); // expect M4J133
        }
    }

    static class MappedCount extends Model {
        long step(List<Integer> list) {
            return list.stream().map(x -> list.set(0, x)).count(); // expect M4J133
        }
    }

    static class SortedCount extends Model {
        long step(List<Integer> list) {
            Stream<Integer> sorted = list.stream().sorted((a, b) -> list.set(0, a));
            return sorted.limit(2).count(); // expect M4J133
        }
    }

    static class CountOfUnknown extends Model {
        long step(Stream<Integer> stream) {
            return stream.count(); // expect M4J133
        }
    }

    static class MappedHalf extends Model {
        long step(List<Integer> list) {
            return Stream.concat(
                            list.stream().filter(x -> x > 2),
                            list.stream().mapToInt(x -> x).boxed())
                    .count(); // expect M4J133
        }
    }

    static class Capacity extends Model {
        int step(BitSet bits) {
            return bits.size(); // expect M4J133
        }
    }

    static class OtherArray extends Model {
        String[] step(Object[] array) {
            return Arrays.copyOf(array, 2, String[].class); // expect M4J133
        }
    }

    static class Buffer extends Model {
        String step() {
            StringBuffer buffer = new StringBuffer(); // expect M4J105
            return buffer.append("x").toString(); // expect M4J105
        }
    }

    static class OldLists extends Model {
        void step() {
            new Vector<String>().add("x"); // expect M4J105
            new Stack<String>().push("x"); // expect M4J105
        }
    }
}
