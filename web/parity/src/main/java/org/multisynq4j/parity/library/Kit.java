package org.multisynq4j.parity.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.multisynq4j.text.Text;

/** Names for the expressions of the library table. */
public final class Kit {
    /** An enum, one of whose constants has a body. */
    public enum Colour {
        RED,
        GREEN {
            @Override
            public int wave() {
                return 500;
            }
        },
        BLUE;

        /** Differs for the constant with a body. */
        public int wave() {
            return 700;
        }
    }

    /** A record of integers. */
    public record Point(int x, int y) {}

    /** A record of floating-point numbers. */
    public record Real(double d, float f) {}

    /** A record of everything else. */
    public record Mixed(
            String text, List<Integer> list, long big, char letter, boolean flag, Colour colour, Point point) {}

    /** A record that equals by its own rule. */
    public record Folded(String text) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Folded f && Text.equalsIgnoringCase(f.text, text);
        }

        @Override
        public int hashCode() {
            return text.length();
        }
    }

    /** A record with a component of each type. */
    public record Everything(
            boolean z, byte b, short s, char c, int i, long l, float f, double d, String text, int[] array) {}

    /** A record of nothing. */
    public record Nothing() {}

    /** An iterable that is no collection. */
    public record Countdown(int from) implements Iterable<Integer> {
        @Override
        public Iterator<Integer> iterator() {
            List<Integer> numbers = new ArrayList<>();
            for (int i = from; i > 0; i--) {
                numbers.add(i);
            }
            return numbers.iterator();
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        Object run();
    }

    /** A sum of all kinds of things. */
    public static final Mixed MIXED =
            new Mixed("t", List.of(1, 2), 1L << 40, 'c', true, Colour.GREEN, new Point(3, -4));

    private Kit() {}

    /** Takes anything, so that an expression is a statement. */
    public static void keep(Object value) {}

    /** The value after something was done to it. */
    public static <T> T with(T value, Consumer<T> action) {
        action.accept(value);
        return value;
    }

    /** A list that can be changed. */
    @SafeVarargs
    public static <T> List<T> list(T... values) {
        List<T> list = new ArrayList<>();
        for (T value : values) {
            list.add(value);
        }
        return list;
    }

    /** A map in the order of insertion: key, value, key, value. */
    @SuppressWarnings("unchecked")
    public static <K, V> Map<K, V> map(Object... keysAndValues) {
        Map<K, V> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((K) keysAndValues[i], (V) keysAndValues[i + 1]);
        }
        return map;
    }

    /** All that an iterator gives. */
    public static List<Object> all(Iterator<?> iterator) {
        List<Object> list = new ArrayList<>();
        while (iterator.hasNext()) {
            list.add(iterator.next());
        }
        return list;
    }

    /** A zero that the compiler does not know. */
    public static double zero(int sign) {
        return sign < 0 ? -0.0 : 0.0;
    }

    /** The kind of exception, or the result if there is none. */
    public static Object fails(Step step) {
        try {
            return step.run();
        } catch (ArrayIndexOutOfBoundsException e) {
            return "ArrayIndexOutOfBounds";
        } catch (IndexOutOfBoundsException e) {
            return "IndexOutOfBounds";
        } catch (ArithmeticException e) {
            return "Arithmetic";
        } catch (ClassCastException e) {
            return "ClassCast";
        } catch (NullPointerException e) {
            return "NullPointer";
        } catch (ArrayStoreException e) {
            return "ArrayStore";
        } catch (NegativeArraySizeException e) {
            return "NegativeArraySize";
        } catch (NumberFormatException e) {
            return "NumberFormat";
        } catch (IllegalArgumentException e) {
            return "IllegalArgument";
        } catch (UnsupportedOperationException e) {
            return "UnsupportedOperation";
        } catch (java.util.ConcurrentModificationException e) {
            return "ConcurrentModification";
        } catch (java.util.NoSuchElementException e) {
            return "NoSuchElement";
        } catch (IllegalStateException e) {
            return "IllegalState";
        } catch (RuntimeException e) {
            return "another exception";
        }
    }

    /** The kind of exception, and whether it has a cause. */
    public static Object thrown(Step step) {
        try {
            return step.run();
        } catch (RuntimeException e) {
            return fails(() -> {
                        throw e;
                    })
                    + (e.getCause() == null ? "" : " with a cause");
        }
    }

    /** Tells every bit of a value. */
    public static String show(Object value) {
        StringBuilder out = new StringBuilder();
        show(value, out);
        return out.toString();
    }

    private static void show(Object value, StringBuilder out) {
        if (value instanceof Double d) {
            out.append("d").append(Long.toHexString(Double.doubleToLongBits(d)));
        } else if (value instanceof Float f) {
            out.append("f").append(Integer.toHexString(Float.floatToIntBits(f)));
        } else if (value instanceof Character c) {
            out.append("c").append((int) c);
        } else if (value instanceof Long number) {
            out.append(number.longValue()).append("L");
        } else if (value instanceof CharSequence text) {
            showText(text, out);
        } else if (value instanceof Map<?, ?> map) {
            showAll(map.entrySet().iterator(), out.append("map"));
        } else if (value instanceof Map.Entry<?, ?> entry) {
            show(entry.getKey(), out);
            show(entry.getValue(), out.append("="));
        } else if (value instanceof Collection<?> collection) {
            showAll(collection.iterator(), out);
        } else if (value instanceof Enum<?> constant) {
            out.append(constant.name());
        } else if (value instanceof Object[] array) {
            showAll(java.util.Arrays.asList(array).iterator(), out.append("array"));
        } else {
            showPrimitives(value, out);
        }
    }

    private static void showPrimitives(Object value, StringBuilder out) {
        if (value instanceof int[] array) {
            for (int each : array) {
                out.append(each).append(' ');
            }
        } else if (value instanceof long[] array) {
            for (long each : array) {
                out.append(each).append("L ");
            }
        } else if (value instanceof short[] array) {
            for (short each : array) {
                out.append(each).append(' ');
            }
        } else if (value instanceof float[] array) {
            for (float each : array) {
                show(each, out);
                out.append(' ');
            }
        } else if (value instanceof double[] array) {
            for (double each : array) {
                show(each, out);
                out.append(' ');
            }
        } else if (value instanceof char[] array) {
            show(String.valueOf(array), out);
        } else if (value instanceof byte[] array) {
            for (byte each : array) {
                out.append(each).append(' ');
            }
        } else if (value instanceof boolean[] array) {
            for (boolean each : array) {
                out.append(each ? '1' : '0');
            }
        } else {
            out.append(value);
        }
    }

    private static void showAll(Iterator<?> values, StringBuilder out) {
        out.append("[");
        while (values.hasNext()) {
            show(values.next(), out);
            out.append(values.hasNext() ? ", " : "");
        }
        out.append("]");
    }

    private static void showText(CharSequence text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 127) {
                out.append(c);
            } else {
                out.append("\\u").append(Integer.toHexString(c | 0x10000).substring(1));
            }
        }
        out.append('"');
    }
}
