package org.multisynq4j.parity;

import java.util.List;
import java.util.function.BiConsumer;

/** Of several things that fail in one expression the first does, after all that stands before it was done: receiver and arguments, then the check of the receiver. */
final class EvaluationOrder {
    private interface Shape {
        int size(int scale);
    }

    private record Dot(int x) implements Shape {
        @Override
        public int size(int scale) {
            return scale;
        }
    }

    private record Box(int width) implements Shape {
        @Override
        public int size(int scale) {
            return scale * width;
        }
    }

    private static final class Holder {
        int number;
        long wide;
        Object object;

        int minus(int a, int b) {
            return a - b - number;
        }
    }

    private final Object text;
    private final int five;
    private final Shape shape;
    private final Holder holder;
    private final int[] none;
    private final String nothing;
    private final Integer boxed;
    private final int[] three = new int[3];
    private final int[][] rows = new int[2][];
    private final Object[] strings = new String[2];
    private final Holder real = new Holder();
    private int sink;

    private EvaluationOrder(boolean isFilled) {
        text = isFilled ? Integer.valueOf(1) : "text";
        five = isFilled ? 1 : 5;
        shape = isFilled ? new Box(2) : null;
        holder = isFilled ? new Holder() : null;
        none = isFilled ? new int[6] : null;
        nothing = isFilled ? "nothing" : null;
        boxed = isFilled ? 4 : null;
        if (isFilled) {
            rows[0] = new int[6];
        }
    }

    static void all(BiConsumer<String, Runnable> run) {
        new EvaluationOrder(false).all("", run);
        new EvaluationOrder(true).all("fine: ", run);
        run.accept("dot of a step", () -> new EvaluationOrder(true).sink = new Dot(1).size(step(1)));
    }

    private void all(String which, BiConsumer<String, Runnable> run) {
        run.accept(which + "null.call(step)", () -> sink = shape.size(step(1)));
        run.accept(which + "null.call(step, step)", () -> sink = holder.minus(step(1), step(2)));
        run.accept(which + "null.call(cast)", () -> sink = shape.size((Integer) text));
        run.accept(which + "null.call(step, cast)", () -> sink = holder.minus(step(1), (Integer) text));
        run.accept(which + "null.call(index)", () -> sink = shape.size(three[five]));
        run.accept(which + "null.call(division)", () -> sink = shape.size(1 / (five - 5)));
        run.accept(which + "call(null.field, step)", () -> sink = real.minus(holder.number, step(1)));
        run.accept(which + "call(step, null.field)", () -> sink = real.minus(step(1), holder.number));
        run.accept(which + "null text.charAt(step)", () -> sink = nothing.charAt(step(1)));
        run.accept(which + "null text.equals(step)", () -> sink = nothing.equals(step(1)) ? 1 : 2);
        run.accept(which + "null text.equals(cast)", () -> sink = nothing.equals((Shape) text) ? 1 : 2);
        run.accept(which + "null.field = step", () -> holder.number = step(1));
        run.accept(which + "null.field = cast", () -> holder.number = (Integer) text);
        run.accept(which + "null.field = index", () -> holder.wide = three[five]);
        run.accept(which + "null.field = cast object", () -> holder.object = (Shape) text);
        run.accept(which + "null.field += step", () -> holder.number += step(1));
        run.accept(which + "null[step] = step", () -> none[step(1)] = step(2));
        run.accept(which + "null[cast]", () -> sink = none[(Integer) text]);
        run.accept(which + "null[cast] = step", () -> none[(Integer) text] = step(1));
        run.accept(which + "null[step] += step", () -> none[step(1)] += step(2));
        run.accept(which + "null[beyond] = beyond", () -> none[five] = three[five]);
        run.accept(which + "array[beyond] = step", () -> three[five] = step(2));
        run.accept(which + "array[beyond] = cast", () -> three[five] = (Integer) text);
        run.accept(which + "array[beyond] = null.field", () -> three[five] = holder.number);
        run.accept(which + "array[beyond] += step", () -> three[five] += step(2));
        run.accept(which + "texts[beyond] = step", () -> strings[five] = (Integer) step(1));
        run.accept(which + "texts[0] = step", () -> strings[0] = (Integer) step(1));
        run.accept(which + "texts[0] = cast", () -> strings[0] = (Shape) text);
        run.accept(which + "rows[0][step]", () -> sink = rows[0][step(1)]);
        run.accept(which + "rows[0][cast]", () -> sink = rows[0][(Integer) text]);
        run.accept(which + "rows[0][0] = cast", () -> rows[0][0] = (Integer) text);
        run.accept(which + "null + cast", () -> sink = boxed + (Integer) text);
        run.accept(which + "cast + null", () -> sink = (Integer) text + boxed);
        run.accept(which + "null + step", () -> sink = boxed + step(1));
        run.accept(which + "step + null", () -> sink = step(1) + boxed);
        run.accept(which + "index + null.field", () -> sink = three[five] + holder.number);
        run.accept(which + "null.field + index", () -> sink = holder.number + three[five]);
        run.accept(which + "cast + null.length", () -> sink = (Integer) text + none.length);
        run.accept(which + "null.field / zero", () -> sink = holder.number / (five - 5));
        run.accept(which + "one / zero + null.field", () -> sink = 1 / (five - 5) + holder.number);
        run.accept(which + "{cast, null.field}", () -> sink = new int[] {(Integer) text, holder.number}[0]);
        run.accept(which + "{step, null.field, step}", () -> sink = new int[] {step(1), holder.number, step(2)}[0]);
        run.accept(
                which + "list of step, cast, step",
                () -> sink = List.of(step(1), (Integer) text, step(3)).size());
    }

    /** With a loop, so that it stays a call. */
    private static int step(int more) {
        for (int i = 0; i < more; i++) {
            Failures.steps = Failures.steps * 3 + more;
        }
        return more;
    }
}
