package corpus.bad;

import java.util.StringJoiner;
import java.util.stream.Stream;
import org.multisynq4j.model.Deterministic;
import org.multisynq4j.model.Model;

final class Insides {
    static class ByName extends Model {
        boolean step() throws Exception {
            return Class.forName("x") == null; // expect M4J118
        }
    }

    static class Fields extends Model {
        int step() {
            return getClass().getDeclaredFields().length; // expect M4J118
        }
    }

    static class Trace extends Model {
        int step(RuntimeException e) {
            return e.getStackTrace().length; // expect M4J118
        }
    }

    static class Message extends Model {
        String step() {
            try {
                return String.valueOf(1 / (int) now());
            } catch (ArithmeticException e) {
                return e.getMessage(); // expect M4J120
            }
        }
    }

    static class CatchThrowable extends Model {
        void step(Runnable body) {
            try {
                body.run();
            } catch (Throwable e) { // expect M4J121
                cancelAllFutures();
            }
        }
    }

    static class CatchOverflow extends Model {
        int step(int n) {
            try {
                return step(n + 1);
            } catch (StackOverflowError e) { // expect M4J121
                return n;
            }
        }
    }

    @SuppressWarnings("finally")
    static class ReturnInFinally extends Model {
        int step(int n) {
            try {
                return step(n + 1);
            } finally {
                return n; // expect M4J121
            }
        }
    }

    @SuppressWarnings("finally")
    static class BreakInFinally extends Model {
        int step(int n) {
            int tries = 0;
            while (true) {
                try {
                    return step(n + 1);
                } finally {
                    tries++; // expect M4J121
                    if (tries > 3) {
                        break;
                    }
                }
            }
            return tries;
        }
    }

    static class LackingMethod extends Model {
        long step(String text) {
            return text.lines().count(); // expect M4J122
        }
    }

    static class LackingClass extends Model {
        String step() {
            return new StringJoiner(",") // expect M4J122
                    .add("x") // expect M4J122
                    .toString(); // expect M4J122
        }
    }

    static class LackingStatic extends Model {
        long step(String text) {
            return Stream.ofNullable(text).count(); // expect M4J122
        }
    }

    static class Marks extends Model {
        String step(String text) {
            return text + "\u0001" + text; // expect M4J122
        }
    }

    static class MoreMarks extends Model {
        String step(String text) {
            return "a\u0002b" + text; // expect M4J122
        }
    }

    static class Resources extends Model {
        void step() throws Exception {
            try (AutoCloseable held = this::cancelAllFutures) { // expect M4J122
                log(held == null ? "a" : "b");
            }
        }
    }

    static class Native extends Model {
        native int step(); // expect M4J127 at class
    }

    static class NoReason extends Model {
        @Deterministic("")
        long step() {
            return System.nanoTime(); // expect M4J130
        }
    }

    static class ExemptCallsBad extends Model {
        @Deterministic("a test")
        void step() {
            notExempt();
        }

        private void notExempt() {
            log(String.valueOf(System.nanoTime())); // expect M4J101
        }
    }
}
