package corpus.good;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.model.Model;
import org.multisynq4j.text.Text;

final class Texts {
    record Name(String first, int number) {}

    static class Joins extends Model {
        String step(int n, long l, boolean b, char c) {
            return "n=" + n + l + b + c + new Name("a", 1) + this;
        }

        @Override
        public String toString() {
            return "joins";
        }
    }

    static class Builders extends Model {
        private final StringBuilder text = new StringBuilder();

        void step() {
            text.append(1).append('x').append("y").insert(0, true).setLength(3);
        }
    }

    static class Fixed extends Model {
        String step(double x) {
            return Text.fixed(x, 2);
        }
    }

    static class Rooted extends Model {
        String step(String text) {
            return Text.lowerCase(text).trim() + text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    static class Split extends Model {
        private final List<String> words = new ArrayList<>();

        void step(String text) {
            for (String each : Text.split(text, " ")) {
                words.add(each.substring(1).replace('a', 'b').repeat(2));
            }
            words.add(String.join(",", words));
            words.add(String.valueOf(words.size()));
        }
    }

    static class Switches extends Model {
        int step(String text) {
            return switch (text) {
                case "a" -> 1;
                case "b" -> 2;
                default -> text.hashCode();
            };
        }
    }

    static class Bytes extends Model {
        String step(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static class Characters extends Model {
        boolean step(String text) {
            return Text.isLetter(text.codePointAt(0))
                    && text.codePoints().allMatch(Text::isDigit)
                    && Character.isDigit(text.charAt(0));
        }
    }

    static class Logs extends Model {
        void step() {
            log("steps " + id());
        }
    }
}
