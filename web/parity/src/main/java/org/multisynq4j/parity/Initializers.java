package org.multisynq4j.parity;

import java.util.List;
import java.util.function.Consumer;

/** Static initialisers that throw: no model may catch it, and the engine ends the replica, as with everything that is a {@code LinkageError}. */
final class Initializers {
    private static int zero;
    private static int done;

    private Initializers() {}

    private static final class Dividing {
        static final int VALUE = 7 / zero;

        private Dividing() {}
    }

    private static final class Throwing {
        static final List<String> NAMES = names();

        private Throwing() {}

        private static List<String> names() {
            done++;
            throw new IllegalStateException("no names");
        }
    }

    private enum Choice {
        GOOD(1),
        BAD(0);

        final int weight;

        Choice(int divisor) {
            weight = 12 / divisor;
        }
    }

    private static final class ByAnother {
        static final int VALUE = new Object() {
            int get() {
                return Choice.GOOD.weight + 1;
            }
        }.get();

        private ByAnother() {}
    }

    private static final class Catching {
        static final int VALUE = value();

        private Catching() {}

        private static int value() {
            try {
                return 7 / zero;
            } catch (ArithmeticException e) {
                return 77;
            }
        }
    }

    private static final class Refusing {
        static final int VALUE;

        static {
            try {
                done += 10;
                if (done > 0) {
                    throw new AssertionError("not here");
                }
                VALUE = done;
            } finally {
                done += 100;
            }
        }

        private Refusing() {}
    }

    static void all(Consumer<String> out) {
        out.accept("field " + outcome(() -> done += Dividing.VALUE));
        out.accept("method " + outcome(() -> done += Throwing.NAMES.size()));
        out.accept("an enum within another " + outcome(() -> done += ByAnother.VALUE));
        out.accept("catching " + outcome(() -> done += Catching.VALUE));
        out.accept("error " + outcome(() -> done += Refusing.VALUE));
        out.accept("in all " + done);
    }

    private static String outcome(Runnable use) {
        try {
            use.run();
            return "done";
        } catch (RuntimeException e) {
            return "caught";
        } catch (LinkageError e) {
            return "ends the replica";
        } catch (Error e) {
            return "error of its own";
        }
    }
}
