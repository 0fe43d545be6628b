package org.multisynq4j.parity.programs;

import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Trace;

/** What exception handlers see of variables that the guarded code used first, or changed, before or after it failed. */
final class Handlers implements Program {
    private static final class Box {
        int value;

        void add(int n) {
            value += n;
        }
    }

    private int failures;

    private void mayFail(int n) {
        failures += n;
        if (n % 2 == 1) {
            throw new IllegalStateException();
        }
    }

    @Override
    public void step(int number, Trace trace) {
        Box box = number % 5 == 4 ? null : new Box();
        int[] array = number % 7 == 6 ? null : new int[3];
        trace.put(objectInHandler(number, box));
        trace.put(objectAfterwards(number, box));
        trace.put(indexInHandler(number, array, number % 4));
        trace.put(nullInHandler(box));
        trace.put(indexThatFailed(array, number % 4));
        trace.put(handlerInHandler(number, box));
        trace.put(loop(number, box));
        trace.put(failures);
    }

    private int objectInHandler(int n, Box box) {
        try {
            mayFail(n);
            box.add(1);
            return 1;
        } catch (RuntimeException e) {
            return box == null ? -1 : box.value + 100;
        }
    }

    private int objectAfterwards(int n, Box box) {
        try {
            mayFail(n);
            box.add(1);
        } catch (RuntimeException e) {
            failures++;
        }
        return box == null ? -2 : box.value;
    }

    private int indexInHandler(int n, int[] array, int i) {
        try {
            mayFail(n);
            array[i]++;
        } catch (IllegalStateException e) {
            failures += i;
        } catch (RuntimeException e) {
            failures -= i;
        }
        return array == null ? i : array.length + i;
    }

    private static int nullInHandler(Box box) {
        try {
            box.add(1);
        } catch (NullPointerException e) {
            return box == null ? 7 : 8;
        }
        return 9;
    }

    private static int indexThatFailed(int[] array, int i) {
        try {
            array[i]++;
        } catch (ArrayIndexOutOfBoundsException | NullPointerException e) {
            return i;
        }
        return -9;
    }

    private int handlerInHandler(int n, Box box) {
        try {
            mayFail(n);
            box.add(1);
        } catch (RuntimeException e) {
            try {
                box.add(3);
                return 1;
            } catch (NullPointerException none) {
                return 2;
            }
        }
        return 3;
    }

    private int loop(int n, Box box) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            try {
                sum += i;
                mayFail(n + i);
                sum += 10;
                box.add(sum);
                sum += 100;
            } catch (IllegalStateException e) {
                sum += 1000;
            } catch (NullPointerException e) {
                sum *= 3;
            } finally {
                sum += 10000;
            }
        }
        return sum;
    }
}
