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

    /** Writes the digits from {@code text[from]} on, as JavaScript arranges them; returns the end. */
    int write(char[] text, int from) {
        if (point > MAX_PLAIN_POINT || point < MIN_PLAIN_POINT) {
            return writeWithExponent(text, from);
        }
        if (point <= 0) {
            int at = zeros(text, from, 2 - point);
            text[from + 1] = '.';
            return copy(0, count, text, at);
        }
        if (point >= count) {
            return zeros(text, copy(0, count, text, from), point - count);
        }
        int at = copy(0, point, text, from);
        text[at] = '.';
        return copy(point, count, text, at + 1);
    }

    private int writeWithExponent(char[] text, int from) {
        int at = copy(0, 1, text, from);
        if (count > 1) {
            text[at] = '.';
            at = copy(1, count, text, at + 1);
        }
        text[at++] = 'e';
        int exponent = point - 1;
        text[at++] = exponent < 0 ? '-' : '+';
        exponent = Math.abs(exponent);
        for (int unit = exponent >= 100 ? 100 : exponent >= 10 ? 10 : 1; unit > 0; unit /= 10) {
            text[at++] = (char) ('0' + exponent / unit % 10);
        }
        return at;
    }

    private int copy(int first, int end, char[] text, int at) {
        System.arraycopy(digits, first, text, at, end - first);
        return at + end - first;
    }

    private static int zeros(char[] text, int from, int count) {
        for (int i = from; i < from + count; i++) {
            text[i] = '0';
        }
        return from + count;
    }
}
