package org.multisynq4j.parity.programs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Trace;

/** Exceptions: thrown, caught, passed on, from finally, by the platform and by the program. */
final class Failing implements Program {
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int code;

        Refused(int code, Throwable cause) {
            super("refused " + code, cause);
            this.code = code;
        }
    }

    private final List<Integer> values = new ArrayList<>(List.of(1, 2, 3));
    private int[] array = new int[3];
    private int balance;

    @Override
    public void step(int number, Trace trace) {
        try {
            balance++;
            inner(number);
            trace.put("ok");
        } catch (Refused e) {
            trace.put(e.getMessage() + (e.getCause() == null));
            trace.put(e.code);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            trace.put("platform");
        } finally {
            balance += 2;
        }
        trace.put(balance + values.size());
        trace.put(nested(number));
    }

    private void inner(int number) {
        try {
            switch (number % 9) {
                case 0 -> array[number % 5]++;
                case 1 -> balance /= number % 2 - 1;
                case 2 -> values.get(number % 7);
                case 3 -> throw new Refused(number, null);
                case 4 -> array = new int[number % 4 - 1];
                case 5 -> values.add(((Integer) (Object) values.get(0)) + 1);
                case 6 -> {
                    Iterator<Integer> each = values.iterator();
                    each.next();
                    each.remove();
                    each.remove();
                }
                case 7 -> balance += Integer.parseInt(number % 2 == 0 ? "12" : "1x");
                default -> balance += "abc".charAt(number % 5);
            }
        } catch (NegativeArraySizeException | NumberFormatException e) {
            throw new Refused(number % 100, e);
        } catch (IllegalStateException e) {
            values.add(7);
        } finally {
            balance ^= 1;
        }
        if (values.isEmpty()) {
            values.add(1);
        }
    }

    @SuppressWarnings("finally")
    private static int nested(int number) {
        for (int i = 0; i < 3; i++) {
            try {
                if (number % 3 == i) {
                    return i;
                }
                if (number % 5 == i) {
                    throw new IllegalStateException();
                }
            } catch (IllegalStateException e) {
                continue;
            } finally {
                if (number % 7 == i) {
                    break;
                }
            }
        }
        return -1;
    }
}
