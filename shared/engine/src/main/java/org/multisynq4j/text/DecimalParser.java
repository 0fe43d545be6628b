package org.multisynq4j.text;

import org.multisynq4j.math.StrictMathJava;

/** Reads one decimal number; used once. Cheap exact steps first, big integers only where they decide. */
final class DecimalParser {
    private static final int HIGH_DIGITS = 9;
    private static final int MAX_DIGITS = 17;
    private static final int SURE_DIGITS = 15;

    /** No exponent beyond this changes a result: more digits than the text can have would be needed to bring it back. */
    private static final int EXPONENT_CAP = 1_000_000_000;

    /** The smallest double is 2<sup>-1074</sup>. */
    private static final int LEAST_EXPONENT = 1074;

    /** Covers the rounding of the fraction itself. */
    private static final double NEAR_HALF = 1e-12;

    private final CharSequence text;
    private final int end;
    private int at;
    private boolean negative;

    private int firstDigit;
    private int afterDigits;

    private int high;
    private int low;
    private int count;
    private int dropped;
    private boolean droppedNonZero;
    private int fraction;

    DecimalParser(CharSequence text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    double parse() {
        if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            negative = text.charAt(at++) == '-';
        }
        double magnitude = magnitude();
        return negative ? -magnitude : magnitude;
    }

    private double magnitude() {
        if (is("Infinity")) {
            return Double.POSITIVE_INFINITY;
        }
        if (is("NaN")) {
            return Double.NaN;
        }
        readDigits();
        int exponent = readExponent();
        if (at != end) {
            throw notANumber();
        }
        if (count == 0) {
            return 0;
        }
        // Wider than int only for texts of gigabytes; the clamp keeps the sum below in range all the same.
        int scale = Math.max(-EXPONENT_CAP, Math.min(EXPONENT_CAP, exponent)) + dropped - fraction;
        double nearly = nearly(scale);
        return nearly == nearly ? nearly : ExactParse.of(text, firstDigit, afterDigits, scale - dropped);
    }

    private boolean is(String word) {
        if (end - at != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.charAt(at + i) != word.charAt(i)) {
                return false;
            }
        }
        at = end;
        return true;
    }

    private void readDigits() {
        boolean point = false;
        boolean any = false;
        firstDigit = at;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == '.' && !point) {
                point = true;
                continue;
            }
            int digit = c - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            any = true;
            if (point) {
                fraction++;
            }
            take(digit);
        }
        afterDigits = at;
        if (!any) {
            throw notANumber();
        }
    }

    private void take(int digit) {
        if (count < HIGH_DIGITS) {
            high = high * 10 + digit;
            if (high != 0) {
                count++;
            }
        } else if (count < MAX_DIGITS) {
            low = low * 10 + digit;
            count++;
        } else {
            dropped++;
            droppedNonZero |= digit != 0;
        }
    }

    private int readExponent() {
        if (at == end || (text.charAt(at) | 0x20) != 'e') {
            return 0;
        }
        at++;
        boolean down = false;
        if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            down = text.charAt(at++) == '-';
        }
        if (at == end) {
            throw notANumber();
        }
        int exponent = 0;
        for (; at < end; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                throw notANumber();
            }
            exponent = Math.min(exponent, EXPONENT_CAP / 10 - 1) * 10 + digit;
        }
        return down ? -exponent : exponent;
    }

    /** The result where it is certain, NaN where it is not. */
    private double nearly(int scale) {
        double unit = Decimals.power(Math.max(count - HIGH_DIGITS, 0));
        double upper = high * unit;
        double digits = upper + low;
        if (count <= SURE_DIGITS && scale >= -Decimals.EXACT_POWERS && scale <= Decimals.EXACT_POWERS) {
            // Both operands are exact, so the one operation rounds correctly.
            return scale < 0 ? digits / Decimals.power(-scale) : digits * Decimals.power(scale);
        }
        if (scale < TwoDoubles.MIN_SCALE || scale > TwoDoubles.MAX_SCALE) {
            return Double.NaN;
        }
        TwoDoubles product = TwoDoubles.product(digits, low - (digits - upper), scale);
        double error = product.high * TwoDoubles.RELATIVE_ERROR;
        double more = droppedNonZero ? error + product.high / digits : error;
        int exponent = Math.getExponent(product.high) + product.exponent;
        if (exponent > Double.MAX_EXPONENT - 1) {
            return Double.NaN;
        }
        if (exponent < Double.MIN_EXPONENT + 1) {
            return nearlySubnormal(product, more);
        }
        double least = product.high + (product.low - error);
        double most = product.high + (product.low + more);
        return least == most ? StrictMathJava.scalb(least, product.exponent) : Double.NaN;
    }

    /** Rounds to a multiple of the smallest number; {@code error} bounds the product's from both sides. */
    private static double nearlySubnormal(TwoDoubles product, double error) {
        int exponent = product.exponent + LEAST_EXPONENT;
        double units = StrictMathJava.scalb(product.high, exponent);
        if (!(units < Decimals.TWO_53 / 4)) {
            return Double.NaN;
        }
        double whole = Math.floor(units);
        double fraction = units - whole + StrictMathJava.scalb(product.low, exponent);
        if (Math.abs(fraction - 0.5) <= StrictMathJava.scalb(error, exponent) + NEAR_HALF) {
            return Double.NaN;
        }
        return StrictMathJava.scalb(fraction > 0.5 ? whole + 1 : whole, -LEAST_EXPONENT);
    }

    private NumberFormatException notANumber() {
        return new NumberFormatException("not a number: unexpected "
                + (at < end ? "character with code " + (int) text.charAt(at) : "end") + " at character " + at);
    }
}
