package org.multisynq4j.parity.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Trace;

/** Objects with cycles, inheritance, interfaces and lambdas kept in collections. */
final class Graph implements Program {
    private abstract static class Node {
        final List<Node> next = new ArrayList<>();
        int mark;

        abstract int value(int x);

        int walk(int depth) {
            if (depth == 0) {
                return value(mark);
            }
            int sum = value(depth);
            for (Node each : next) {
                sum = sum * 31 + each.walk(depth - 1);
            }
            return sum;
        }
    }

    private static final class Constant extends Node {
        @Override
        int value(int x) {
            return 5;
        }
    }

    private static class Computed extends Node {
        IntUnaryOperator function = x -> x + 1;

        @Override
        int value(int x) {
            return function.applyAsInt(x);
        }
    }

    private static final class Doubled extends Computed {
        @Override
        int value(int x) {
            return 2 * super.value(x);
        }
    }

    private final List<Node> nodes = new ArrayList<>();

    @Override
    public void step(int number, Trace trace) {
        Node made = number % 3 == 0 ? new Constant() : number % 3 == 1 ? new Computed() : new Doubled();
        if (made instanceof Computed computed && number % 2 == 0) {
            int by = number % 10;
            IntUnaryOperator before = computed.function;
            computed.function = before.andThen(x -> x ^ by).compose(x -> -x);
        }
        made.mark = number;
        nodes.add(made);
        if (nodes.size() > 20) {
            nodes.remove(number % 20).next.clear();
        }
        nodes.get(number * 7 % nodes.size()).next.add(made);
        made.next.add(nodes.get(0));
        if (made.next.get(0).next.size() > 3) {
            made.next.get(0).next.subList(1, 3).clear();
        }
        trace.put(made.walk(6));
        trace.put(nodes.indexOf(made));
    }
}
