package org.multisynq4j.parity;

import java.util.List;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.text.Numbers;

/** A model with many ways to recurse; its options say which one does not end. */
public final class Recursive extends Model {
    static final List<String> KINDS = List.of(
            "none",
            "sum",
            "even",
            "lambda",
            "text",
            "caught",
            "finished",
            "event",
            "events",
            "child",
            "init",
            "persist");

    /** How deep a recursion may certainly be on every platform, a worker of a browser included. */
    static final int CERTAIN = 1000;

    private static final int ENDLESS = Integer.MAX_VALUE;

    private String kind = "";
    private int entered;

    @Override
    protected void init(Options options, Persisted persisted) {
        kind = options.text("kind", "");
        if (kind.equals("init")) {
            log("init " + even(ENDLESS));
        }
        for (int depth : new int[] {1, 100, CERTAIN}) {
            future(1, () -> log("sum " + Numbers.toText(sum(depth, 0.5, 1, 2L, 3f))));
            future(1, () -> log("even " + even(depth)));
            future(1, () -> log("lambda " + eachOf(depth)));
            future(1, () -> log("chain " + Chain.of(depth).toString().length()));
            future(1, () -> log("caught " + caught(depth)));
        }
        subscribe(id(), "again", this::publishAgain);
        subscribe(id(), "twice", this::publishTwice);
        future(10, this::recurse);
        future(11, () -> log("after it, entered " + entered));
    }

    private void recurse() {
        switch (kind) {
            case "sum" -> log("sum " + Numbers.toText(sum(ENDLESS, 0.5, 1, 2L, 3f)));
            case "even" -> log("even " + even(ENDLESS));
            case "lambda" -> log("lambda " + eachOf(ENDLESS));
            case "text" -> log("text " + new Chain(null).endless().length());
            case "caught" -> log("caught " + caught(ENDLESS));
            case "finished" -> log("finished " + finished(ENDLESS));
            case "event" -> publish(id(), "again");
            case "events" -> publish(id(), "twice");
            case "child" -> create(Child.class);
            case "persist" -> persistSession(() -> "saved " + even(ENDLESS));
            default -> log("nothing");
        }
    }

    /** Many variables live over the call. */
    private double sum(int n, double a, int b, long c, float d) {
        if (n == 0) {
            return a + b + c + d;
        }
        double e = a * 1.25 - n;
        double f = e + b;
        int g = b * 31 + n;
        int h = g ^ n;
        long i = c * 7 + g;
        long j = i ^ h;
        float k = d + n;
        double l = e - f * 0.5;
        double deeper = sum(n - 1, a % 3 + 0.25, b + 1, c + n, d * 0.5f);
        return deeper + e % 2 + f % 3 + g % 5 + h % 7 + i % 11 + j % 13 + k % 17 + l % 19;
    }

    private boolean even(int n) {
        return n == 0 || odd(n - 1);
    }

    private boolean odd(int n) {
        return n != 0 && even(n - 1);
    }

    private int eachOf(int n) {
        if (n == 0) {
            return 0;
        }
        int[] result = new int[1];
        List.of(n - 1).forEach(less -> result[0] = eachOf(less) + 1);
        return result[0];
    }

    /** Every level catches; the platform's own error must pass. */
    private int caught(int n) {
        try {
            if (n == 0) {
                throw new IllegalStateException("deepest");
            }
            return caught(n - 1) + 1;
        } catch (RuntimeException e) {
            return 0;
        }
    }

    private int finished(int n) {
        try {
            return n == 0 ? 0 : finished(n - 1) + 1;
        } finally {
            entered++;
        }
    }

    private void publishAgain() {
        entered++;
        publish(id(), "again");
    }

    /** Would go on for 2 to the power of the depth if every level went on by itself. */
    private void publishTwice() {
        entered++;
        publish(id(), "twice");
        publish(id(), "twice");
    }

    /** Makes another one. */
    public static final class Child extends Model {
        @Override
        protected void init(Options options, Persisted persisted) {
            create(Child.class);
        }
    }

    /** A text of texts. */
    record Chain(Chain next) {
        static Chain of(int depth) {
            Chain chain = new Chain(null);
            for (int i = 0; i < depth; i++) {
                chain = new Chain(chain);
            }
            return chain;
        }

        @Override
        public String toString() {
            return next == null ? "." : "(" + next + ")";
        }

        String endless() {
            return endless().concat(".");
        }
    }
}
