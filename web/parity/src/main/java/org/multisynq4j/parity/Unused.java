package org.multisynq4j.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Code that must throw although nobody looks at what it computes. */
final class Unused {
    private static int zero;
    private static Object text = "text";
    private static int[] three = new int[3];
    private static Object strings = new String[1];
    private static Point nowhere;

    private static final class Point {
        private final int x;
        private long far;
        private Point next;

        private Point(int x) {
            this.x = x;
        }
    }

    private static final class Holder {
        private final Integer number;

        private Holder(Integer number) {
            this.number = number;
        }
    }

    private Unused() {}

    private static void run(String name, Runnable code) {
        String result = "returned";
        try {
            code.run();
        } catch (RuntimeException e) {
            result = Failures.name(e);
        }
        System.out.println(name + ": " + result);
    }

    @SuppressWarnings({"unused", "cast", "divzero"})
    static void all() {
        run("element", () -> {
            int value = three[3 + zero];
        });
        run("element of a sum", () -> {
            int value = three[0] + three[3 + zero] * 2;
        });
        run("element of objects", () -> {
            String value = ((String[]) strings)[1 + zero];
        });
        run("element of bytes", () -> {
            byte value = (new byte[2][3])[zero][4];
        });
        run("element of doubles", () -> {
            double value = (new double[zero])[0];
        });
        run("last element of a loop", () -> {
            int last = 0;
            for (int i = 0; i < 5; i++) {
                last = three[i];
            }
        });
        run("length", () -> {
            int value = nothing().length;
        });
        run("field", () -> {
            int value = nowhere.x;
        });
        run("long field", () -> {
            long value = nowhere.far;
        });
        run("field of a field", () -> {
            Point value = new Point(zero).next.next;
        });
        run("field that is there", () -> {
            Point value = new Point(zero).next;
        });
        run("cast", () -> {
            Integer value = (Integer) text;
        });
        run("cast that is right", () -> {
            String value = (String) text;
        });
        run("cast to array", () -> {
            int[] value = (int[]) text;
        });
        run("cast between arrays", () -> {
            Integer[] value = (Integer[]) strings;
        });
        run("cast by generics", () -> {
            for (Integer each : uncheckedList()) {
                zero += 0;
            }
        });
        run("cast of a result", () -> number());
        run("cast of one of two results", () -> number(zero == 0));
        run("element as result", () -> element(three, 3));
        run("field as result", () -> field(nowhere));
        run("sum of an element as result", () -> elementAndOne(three, 3));
        run("element as ignored argument", () -> ignore(three[3 + zero]));
        run("cast as ignored argument", () -> ignore((Integer) text));
        run("cast in an object", () -> {
            Object value = new Holder((Integer) text);
        });
        run("element in an object", () -> {
            Object value = new Point(three[3 + zero]);
        });
        run("element of a supplier", () -> {
            Supplier<Integer> supplier = () -> three[3 + zero];
            supplier.get();
        });
        run("cast of one of two", () -> {
            Integer value = zero == 0 ? (Integer) text : null;
        });
        run("int division", () -> {
            int value = 1 / zero;
        });
        run("int remainder", () -> {
            int value = 1 % zero + 3;
        });
        run("long division", () -> {
            long value = 1L / zero;
        });
        run("constant division", () -> {
            int value = 1 / 0;
        });
        run("array of negative size", () -> {
            int[] value = new int[zero - 1];
        });
        run("array of negative constant size", () -> {
            String[] value = new String[-3];
        });
        run("arrays of negative size", () -> {
            int[][] value = new int[2][zero - 1];
        });
        run("clone of nothing", () -> {
            int[] value = nothing().clone();
        });
        run("beside a lambda", () -> {
            Supplier<String> supplier = () -> "x" + zero;
            int value = three[supplier.get().length() + 1];
        });
        run("in a try", () -> {
            int steps = zero;
            try {
                steps++;
                int value = three[-1 + zero];
                steps++;
            } catch (ArrayIndexOutOfBoundsException e) {
                steps += 10;
            }
            System.out.println(steps);
        });
    }

    private static int[] nothing() {
        return zero == 0 ? null : new int[1];
    }

    private static Integer number() {
        return (Integer) text;
    }

    private static Integer number(boolean other) {
        return other ? (Integer) text : (Integer) (Object) 5;
    }

    private static int element(int[] array, int i) {
        return array[i];
    }

    private static int elementAndOne(int[] array, int i) {
        return array[i] + 1;
    }

    private static void ignore(int value) {}

    private static void ignore(Integer value) {}

    private static int field(Point point) {
        return point.x;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Integer> uncheckedList() {
        List raw = new ArrayList<>();
        raw.add("x");
        return raw;
    }
}
