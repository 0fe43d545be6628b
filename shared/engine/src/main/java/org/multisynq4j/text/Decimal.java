package org.multisynq4j.text;

/** Decimal digits {@code d1 d2 … dn} and the place of their point: the value is {@code 0.d1d2…dn × 10^point}. No zero at either end. */
final class Decimal {
    /** JavaScript writes numbers below 10<sup>21</sup> and from 10<sup>-6</sup> on without an exponent. */
    private static final int MAX_PLAIN_POINT = 21;

    private static final int MIN_PLAIN_POINT = -5;

    private final char[] digits;
    private final int count;
    private final int point;

    Decimal(char[] digits, int count, int point) {
        this.digits = digits;
        this.count = count;
        this.point = point;
    }

    /** The decimal {@code (high × 10^9 + low) × 10^-scale}, {@code high} positive, {@code low} below 10<sup>9</sup>. */
    static Decimal ofParts(int high, int low, int scale) {
        char[] digits = new char[20];
        int from = 20;
        int part = low;
        for (int i = 0; i < 9; i++) {
            digits[--from] = (char) ('0' + part % 10);
            part /= 10;
        }
        for (part = high; part > 0; part /= 10) {
            digits[--from] = (char) ('0' + part % 10);
        }
        int count = 20 - from;
        System.arraycopy(digits, from, digits, 0, count);
        int point = count - scale;
        while (digits[count - 1] == '0') {
            count--;
        }
        return new Decimal(digits, count, point);
    }

    StringBuilder appendTo(StringBuilder out) {
        if (point > MAX_PLAIN_POINT || point < MIN_PLAIN_POINT) {
            return appendWithExponent(out);
        }
        if (point <= 0) {
            return zeros(out.append("0."), -point).append(digits, 0, count);
        }
        if (point >= count) {
            return zeros(out.append(digits, 0, count), point - count);
        }
        return out.append(digits, 0, point).append('.').append(digits, point, count - point);
    }

    private StringBuilder appendWithExponent(StringBuilder out) {
        out.append(digits[0]);
        if (count > 1) {
            out.append('.').append(digits, 1, count - 1);
        }
        int exponent = point - 1;
        return out.append(exponent < 0 ? "e" : "e+").append(exponent);
    }

    private static StringBuilder zeros(StringBuilder out, int count) {
        for (int i = 0; i < count; i++) {
            out.append('0');
        }
        return out;
    }
}
