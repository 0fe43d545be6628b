package org.multisynq4j.text;

import org.multisynq4j.math.StrictMathJava;

/** The shortest decimal of any positive number, by big integers (the free-format algorithm of Steele and White, as improved by Burger and Dybvig). */
final class ExactDecimal {
    private static final double LOG10_OF_2 = 0.30102999566398120;
    private static final int DOUBLE_LEAST_EXPONENT = -1074;
    private static final int FLOAT_LEAST_EXPONENT = -149;
    private static final int MAX_DIGITS = 20;

    private final BigNatural rest;
    private final BigNatural unit;
    private final BigNatural above;
    private final BigNatural below;
    private final boolean midpointsIncluded;
    private final char[] digits = new char[MAX_DIGITS];
    private int count;
    private int point;

    static Decimal shortest(double x) {
        int exponent = Math.max(Math.getExponent(x) - 52, DOUBLE_LEAST_EXPONENT);
        double significand = significand(x, exponent);
        boolean least = significand == Decimals.TWO_53 / 2 && exponent > DOUBLE_LEAST_EXPONENT;
        return new ExactDecimal(significand, exponent, least).generate();
    }

    static Decimal shortest(float x) {
        int exponent = Math.max(Math.getExponent(x) - 23, FLOAT_LEAST_EXPONENT);
        double significand = significand(x, exponent);
        boolean least = significand == 1 << 23 && exponent > FLOAT_LEAST_EXPONENT;
        return new ExactDecimal(significand, exponent, least).generate();
    }

    /** Appends the digits of {@code x × 10^digits}, rounded to a whole number, ties up; nothing for zero. */
    static void appendRounded(StringBuilder out, double x, int digits) {
        int exponent = Math.max(Math.getExponent(x) - 52, DOUBLE_LEAST_EXPONENT);
        BigNatural number = new BigNatural(significand(x, exponent));
        number.multiplyByPowerOfTen(digits);
        if (exponent < 0) {
            boolean up = number.bit(-exponent - 1);
            number.shiftRight(-exponent);
            number.add(up ? 1 : 0);
        } else {
            number.shiftLeft(exponent);
        }
        int from = out.length();
        while (!number.isZero()) {
            int part = number.divideByFourDigits();
            for (int i = 0; i < 4; i++, part /= 10) {
                out.append((char) ('0' + part % 10));
            }
        }
        int to = out.length();
        while (to > from && out.charAt(to - 1) == '0') {
            to--;
        }
        out.setLength(to);
        reverse(out, from);
    }

    private static void reverse(StringBuilder out, int from) {
        for (int i = from, j = out.length() - 1; i < j; i++, j--) {
            char c = out.charAt(i);
            out.setCharAt(i, out.charAt(j));
            out.setCharAt(j, c);
        }
    }

    /** {@code x / 2^exponent}, in two steps because 2<sup>1074</sup> is not a double. */
    static double significand(double x, int exponent) {
        int half = exponent / 2;
        return StrictMathJava.scalb(StrictMathJava.scalb(x, -half), half - exponent);
    }

    /**
     * Sets up {@code rest / unit} = number, {@code above / unit} and {@code below / unit} = distances to the midpoints with its neighbours.
     *
     * @param least whether the neighbour below is only half as far as the one above
     */
    private ExactDecimal(double significand, int exponent, boolean least) {
        midpointsIncluded = Math.floor(significand * 0.5) == significand * 0.5;
        int shift = least ? 2 : 1;
        rest = new BigNatural(significand);
        rest.shiftLeft(shift + Math.max(exponent, 0));
        unit = new BigNatural(1);
        unit.shiftLeft(shift + Math.max(-exponent, 0));
        below = new BigNatural(1);
        below.shiftLeft(Math.max(exponent, 0));
        above = new BigNatural(below);
        if (least) {
            above.shiftLeft(1);
        }
        int bits = Math.getExponent(significand) + exponent;
        // Never too great, and too small by at most one: see the correction below.
        point = (int) Math.ceil(bits * LOG10_OF_2 - 1e-10);
        if (point >= 0) {
            unit.multiplyByPowerOfTen(point);
        } else {
            rest.multiplyByPowerOfTen(-point);
            above.multiplyByPowerOfTen(-point);
            below.multiplyByPowerOfTen(-point);
        }
        if (reachesUnit()) {
            point++;
        } else {
            nextDigit();
        }
    }

    private Decimal generate() {
        while (true) {
            int digit = rest.divideSmall(unit);
            int low = rest.compareTo(below);
            boolean stopLow = low < 0 || low == 0 && midpointsIncluded;
            boolean stopHigh = reachesUnit();
            if (!stopLow && !stopHigh) {
                digits[count++] = (char) ('0' + digit);
                nextDigit();
                continue;
            }
            boolean up = stopHigh && (!stopLow || nearerToNext(digit));
            digits[count++] = (char) ('0' + (up ? digit + 1 : digit));
            return new Decimal(digits, count, point);
        }
    }

    private void nextDigit() {
        rest.multiply(10);
        above.multiply(10);
        below.multiply(10);
    }

    private boolean reachesUnit() {
        BigNatural sum = new BigNatural(rest);
        sum.add(above);
        int order = sum.compareTo(unit);
        return order > 0 || order == 0 && midpointsIncluded;
    }

    private boolean nearerToNext(int digit) {
        BigNatural twice = new BigNatural(rest);
        twice.shiftLeft(1);
        int order = twice.compareTo(unit);
        return order > 0 || order == 0 && digit % 2 != 0;
    }
}
