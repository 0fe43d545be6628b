package org.multisynq4j.parity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Casts between classes of which the compiler may know that they are not related: null passes, everything else fails. */
final class UnrelatedCasts {
    private record Point(int x) {}

    private record Line(Point from) {}

    private sealed interface Shape extends Drawn permits Circle, Square {}

    private interface Drawn {}

    private interface Other {}

    private interface Nobody extends Drawn {}

    private record Circle(int radius) implements Shape, Other {}

    private record Square(int side) implements Shape {}

    private enum Colour {
        RED,
        GREEN
    }

    private UnrelatedCasts() {}

    static void all(BiConsumer<String, Runnable> run) {
        for (boolean isNull : new boolean[] {true, false}) {
            each(isNull ? "null " : "", isNull, run);
        }
    }

    private static void each(String which, boolean isNull, BiConsumer<String, Runnable> run) {
        String text = isNull ? null : "text";
        Point point = isNull ? null : new Point(5);
        int[] ints = isNull ? null : new int[3];
        Point[] points = isNull ? null : new Point[3];
        run.accept(which + "text to Integer", () -> seen((Integer) (Object) text));
        run.accept(which + "text to record", () -> seen((Point) (Object) text));
        run.accept(which + "text to enum", () -> seen((Colour) (Object) text));
        run.accept(which + "text to interface", () -> seen((List<?>) (Object) text));
        run.accept(which + "text to ints", () -> seen((int[]) (Object) text));
        run.accept(which + "text to objects", () -> seen((Object[]) (Object) text));
        run.accept(which + "record to record", () -> seen((Line) (Object) point));
        run.accept(which + "record to its brother", () -> seen((Square) (Shape) (isNull ? null : new Circle(1))));
        run.accept(which + "record to text, twice", () -> {
            Object value = point;
            seen((String) value);
            seen((String) value);
        });
        run.accept(which + "ints to longs", () -> seen((long[]) (Object) ints));
        run.accept(which + "ints to objects", () -> seen((Object[]) (Object) ints));
        run.accept(which + "ints to text", () -> seen((String) (Object) ints));
        run.accept(which + "points to ints", () -> seen((int[]) (Object) points));
        run.accept(which + "points to lines", () -> seen((Line[]) (Object) points));
        run.accept(which + "points to ints of ints", () -> seen((int[][]) (Object) points));
        run.accept(which + "points to objects", () -> seen((Object[]) (Object) points));
        run.accept(which + "list to map", () -> {
            List<Integer> list = isNull ? null : new ArrayList<>();
            seen((Map<?, ?>) (Object) list);
            seen((TreeMap<?, ?>) (Object) list);
        });
        run.accept(which + "box to box", () -> {
            Integer box = isNull ? null : (Integer) 5;
            seen((Long) (Object) box);
        });
        run.accept(which + "by a field", () -> seen((Line) (Object) new Line(point).from()));
        run.accept(which + "by generics", () -> seen(UnrelatedCasts.<Line>unchecked(point)));
        run.accept(which + "in a loop", () -> {
            Object value = text;
            for (int i = 0; i < 3; i++) {
                seen(value);
                Point there = (Point) value;
                value = there == null ? point : (Object) there.x();
            }
        });
        run.accept(which + "a call of what it was cast to", () -> seen(((Point) (Object) text).x()));
        run.accept(which + "instanceof", () -> {
            Object value = text;
            Object brother = isNull ? null : new Circle(1);
            Failures.steps += value instanceof Integer ? 1 : 2;
            Failures.steps += value instanceof Point p && p.x() == 5 ? 10 : 20;
            Failures.steps += brother instanceof Square ? 100 : 200;
            Failures.steps += (Object) ints instanceof long[] ? 1000 : 2000;
            Failures.steps += (Object) points instanceof Line[] ? 10000 : 20000;
            Failures.steps += (Object) points instanceof Object[] ? 100000 : 200000;
            Failures.steps += (Object) ints instanceof Object[] ? 1000000 : 2000000;
            Failures.steps += value instanceof List ? 10000000 : 20000000;
        });
        run.accept(which + "instanceof of arrays", () -> {
            Object[] all = {
                isNull ? null : new int[2][3],
                points,
                ints,
                new Object[1],
                new Object[] {null},
                new Shape[0],
                new Circle[0][0]
            };
            for (Object each : all) {
                Failures.steps *= 3;
                Failures.steps += each instanceof Object[] ? 1 : 0;
                Failures.steps += each instanceof int[][] ? 1 : 0;
                Failures.steps *= 3;
                Failures.steps += each instanceof Record[] ? 1 : 0;
                Failures.steps += each instanceof Shape[] ? 1 : 0;
                Failures.steps *= 3;
                Failures.steps += each instanceof Object[][] ? 1 : 0;
                Failures.steps += each instanceof Shape[][] ? 1 : 0;
                Failures.steps *= 3;
                Failures.steps += each instanceof Drawn[] ? 1 : 0;
                Failures.steps += each instanceof Other[] ? 1 : 0;
            }
        });
        run.accept(which + "arrays of interfaces", () -> {
            Object[][] rows = isNull ? new Drawn[2][] : new Other[2][];
            rows[0] = isNull ? new Shape[1] : new Circle[1];
            Failures.steps = 1;
            rows[1] = isNull ? new Other[0] : new Shape[0];
        });
        run.accept(which + "interfaces to interfaces", () -> {
            Object value = isNull ? new Shape[0] : new Other[0];
            seen((Drawn[]) value);
            seen((Shape[]) value);
            seen((Other[]) value);
        });
        run.accept(which + "arrays as Serializable", () -> {
            Object[] all = {isNull ? null : ints, points, new Object[1], new int[1][1], text, new Circle(1), Colour.RED
            };
            for (Object each : all) {
                Failures.steps = Failures.steps * 2 + (each instanceof Serializable ? 1 : 0);
            }
            List<Serializable> list = new ArrayList<>();
            list.add(new long[3]);
            list.add((Serializable) (Object) ints);
            Failures.steps =
                    Failures.steps * 10 + Arrays.asList(new int[] {1}, "x").size();
            Object[] into = new Serializable[2];
            into[0] = new byte[0][0];
            list.add((Serializable) (Object) new Circle(2));
        });
        run.accept(which + "patterns", () -> {
            for (Object each : new Object[] {text, point, ints, points}) {
                Failures.steps = Failures.steps * 10 + kind(each);
            }
        });
    }

    private static int kind(Object value) {
        if (value instanceof Line line && line.from() == null) {
            return 1;
        } else if (value instanceof Line[]) {
            return 2;
        } else if (value instanceof Point[] && value instanceof Object[] all) {
            return all.length + 3;
        } else if (value instanceof Point p) {
            return p.x() + 3;
        }
        return value instanceof CharSequence ? 9 : 0;
    }

    @SuppressWarnings("unchecked")
    private static <T> T unchecked(Object value) {
        return (T) value;
    }

    private static void seen(Object value) {
        Failures.steps = Failures.steps * 10 + (value == null ? 1 : 2);
    }
}
