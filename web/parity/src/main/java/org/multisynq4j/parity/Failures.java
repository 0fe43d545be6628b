package org.multisynq4j.parity;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Code that must throw the exception that the JVM throws. */
public final class Failures {
    private static int zero;
    private static int minusOne = -1;
    private static Object text = "text";
    private static int[] three = new int[3];
    private static Object strings = new String[1];
    private static int sink;

    /** What was done before the failure. */
    static int steps;

    private Failures() {}

    @SuppressWarnings("divzero")
    static void all(BiConsumer<String, Runnable> run) {
        run.accept("index beyond field array", () -> sink = three[3 + zero]);
        run.accept("index negative", () -> sink = three[minusOne]);
        run.accept("constant index beyond constant size", () -> {
            int[] a = new int[3];
            sink = a[5];
        });
        run.accept("constant store beyond constant size", () -> {
            int[] a = new int[3];
            a[3] = 1;
            sink = a[2];
        });
        run.accept("constant index into parameter of constant size", () -> sink = fourth(new int[3]));
        run.accept("constant index into returned array", () -> sink = make()[7]);
        run.accept("constant index into zero array", () -> sink = (new int[0])[0]);
        run.accept("constant index beyond initialiser", () -> sink = new int[] {1, 2}[2]);
        run.accept("index known to the caller", () -> sink = pick(5));
        run.accept("loop past the end", () -> {
            int[] a = new int[4];
            for (int i = 0; i <= 4; i++) {
                a[i] = i;
            }
            sink = a[0];
        });
        run.accept("negative size", () -> sink = new int[minusOne].length);
        run.accept("negative constant size", () -> {
            int[] a = new int[-2];
            sink = a.length;
        });
        run.accept("negative size of objects", () -> sink = new String[minusOne].length);
        run.accept("negative size of second dimension", () -> sink = new int[2][minusOne].length);
        run.accept("cast", () -> sink = ((Integer) text).intValue());
        run.accept("cast to interface", () -> sink = ((List<?>) text).size());
        run.accept("cast to array", () -> sink = ((int[]) text).length);
        run.accept("cast between arrays", () -> sink = ((Integer[]) (Object) new String[1]).length);
        run.accept("cast between known arrays", () -> sink = ((Integer[]) strings).length);
        run.accept("cast by generics", () -> {
            List<Integer> list = uncheckedList();
            sink = list.get(0);
        });
        EvaluationOrder.all(run);
        UnrelatedCasts.all(run);
        run.accept("array store", () -> {
            Object[] a = new String[1];
            a[0] = sink;
        });
        run.accept("array store by interface", () -> store(new Integer[2], "x"));
        run.accept("array store of null is fine", () -> store(new Integer[2], null));
        run.accept("array store into null array", () -> store(null, "x"));
        run.accept("array store beyond the end wins", () -> storeAt(new Integer[2], 2, "x"));
        run.accept("array store of arrays", () -> store(new int[2][], new long[1]));
        run.accept("array store of subtype is fine", () -> store(new Number[2], 1.5));
        run.accept("null field", () -> sink = nothing().length);
        run.accept("null call", () -> sink = nothingText().length());
        run.accept("null unboxing", () -> {
            Integer none = Map.<String, Integer>of().get("x");
            sink = none;
        });
        run.accept("null unused call", () -> {
            int unused = nothingText().length();
        });
        run.accept("null array store", () -> nothing()[0] = 1);
        run.accept("null throw", () -> {
            RuntimeException none = sink > Integer.MIN_VALUE ? null : new RuntimeException();
            throw none;
        });
        run.accept("null lock", () -> {
            synchronized (nothingText()) {
                sink++;
            }
        });
        run.accept("null in a loop that is sure to come to it", () -> {
            String none = nothingText();
            while (true) {
                steps++;
                sink += none.length();
            }
        });
        run.accept("unboxed null in a loop within a loop", () -> {
            for (int each : List.of(1, 2)) {
                step(1);
                while (true) {
                    step(10);
                    three[new int[] {step(each), (int) (Integer) null, step(2)}[1] & 1] -= 1;
                    step(100);
                    if (steps > 1000) {
                        break;
                    }
                    step(3);
                }
                step(4);
            }
        });
        run.accept("cast in a loop that is sure to come to it", () -> {
            Object text = sink > Integer.MIN_VALUE ? "text" : 1;
            do {
                steps++;
                sink += (Integer) text;
            } while (sink > 0);
        });
        run.accept("null array in a loop that is sure to come to it", () -> {
            int[] none = nothing();
            do {
                steps++;
                sink += none[0] + none.length;
            } while (sink > 0);
        });
        run.accept("division in a loop that is sure to come to it", () -> {
            int none = zero;
            do {
                steps++;
                sink += 7 / none;
            } while (sink > 0);
        });
        run.accept("int division by constant zero", () -> sink = sink / (0));
        run.accept("int remainder by zero", () -> sink = 5 % zero);
        run.accept("long division by constant zero", () -> {
            long z = 0;
            sink = (int) (5L / z);
        });
        run.accept("constant division of constants", () -> {
            int z = 0;
            int one = 1;
            sink = one / z;
        });
        run.accept("floorMod by zero", () -> sink = Math.floorMod(3, zero));
        run.accept("floorDiv by zero", () -> sink = (int) Math.floorDiv(3L, (long) zero));
        run.accept("divideUnsigned by zero", () -> sink = Integer.divideUnsigned(3, zero));
        run.accept("addExact", () -> sink = Math.addExact(Integer.MAX_VALUE, 1 + zero));
        run.accept("multiplyExact", () -> sink = (int) Math.multiplyExact(Long.MAX_VALUE, 2L + zero));
        run.accept("toIntExact", () -> sink = Math.toIntExact(1L << 40));
        run.accept("negateExact", () -> sink = Math.negateExact(Integer.MIN_VALUE + zero));
        run.accept("parseInt", () -> sink = Integer.parseInt("12x"));
        run.accept("valueOf enum", () -> sink = Thread.State.valueOf("NONE").ordinal());
        run.accept("charAt", () -> sink = "abc".charAt(3 + zero));
        run.accept("charAt of empty", () -> sink = "".charAt(zero));
        run.accept("list get", () -> sink = new ArrayList<Integer>().get(0));
        run.accept("list of is immutable", () -> List.of(1).add(2));
        run.accept("change while iterating", () -> {
            List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
            for (Integer each : list) {
                list.remove(each);
            }
        });
    }

    private static int step(int more) {
        steps += more;
        return steps;
    }

    /** By its class and not {@code getClass().getName()}, which is null for what the runtime itself throws in a minified bundle. */
    public static String name(RuntimeException e) {
        if (e instanceof ArrayIndexOutOfBoundsException) {
            return "ArrayIndexOutOfBoundsException";
        }
        if (e instanceof StringIndexOutOfBoundsException) {
            return "StringIndexOutOfBoundsException";
        }
        if (e instanceof IndexOutOfBoundsException) {
            return "IndexOutOfBoundsException";
        }
        if (e instanceof NegativeArraySizeException) {
            return "NegativeArraySizeException";
        }
        if (e instanceof ClassCastException) {
            return "ClassCastException";
        }
        if (e instanceof ArrayStoreException) {
            return "ArrayStoreException";
        }
        if (e instanceof NullPointerException) {
            return "NullPointerException";
        }
        if (e instanceof ArithmeticException) {
            return "ArithmeticException";
        }
        if (e instanceof NumberFormatException) {
            return "NumberFormatException";
        }
        if (e instanceof IllegalArgumentException) {
            return "IllegalArgumentException";
        }
        if (e instanceof UnsupportedOperationException) {
            return "UnsupportedOperationException";
        }
        if (e instanceof ConcurrentModificationException) {
            return "ConcurrentModificationException";
        }
        return "another";
    }

    private static int fourth(int[] a) {
        return a[4];
    }

    private static int pick(int i) {
        int[] a = {1, 2, 3};
        return a[i];
    }

    private static int[] make() {
        return new int[5];
    }

    private static void store(Object[] a, Object value) {
        a[0] = value;
    }

    private static void storeAt(Object[] a, int i, Object value) {
        a[i] = value;
    }

    private static int[] nothing() {
        return sink > Integer.MIN_VALUE ? null : new int[1];
    }

    private static String nothingText() {
        return sink > Integer.MIN_VALUE ? null : "";
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Integer> uncheckedList() {
        List raw = new ArrayList<>();
        raw.add("x");
        return raw;
    }
}
