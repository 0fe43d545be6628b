package org.multisynq4j.teavm.library;

import java.util.Objects;

/** Of {@code Long}: TeaVM reads ASCII digits only, and keeps no small numbers, which {@code ==} shows. */
public final class LongRepairs {
    private static final int KEPT = 128;
    private static final Long[] SMALL = new Long[2 * KEPT];

    private LongRepairs() {}

    @SuppressWarnings("removal")
    public static Long valueOf(long value) {
        if (value < -KEPT || value >= KEPT) {
            return new Long(value);
        }
        int index = (int) value + KEPT;
        if (SMALL[index] == null) {
            SMALL[index] = new Long(value);
        }
        return SMALL[index];
    }

    public static long parseLong(String text, int radix) {
        Digits.check(text != null);
        return parse(text, 0, text.length(), radix);
    }

    public static long parseLong(CharSequence text, int from, int to, int radix) {
        Objects.checkFromToIndex(from, to, text.length());
        return parse(text, from, to, radix);
    }

    private static long parse(CharSequence text, int from, int to, int radix) {
        int at = Digits.first(text, from, to, radix);
        boolean negative = text.charAt(from) == '-';
        // Negative all the way, because there is one more of these.
        long limit = negative ? Long.MIN_VALUE : -Long.MAX_VALUE;
        long value = 0;
        while (at < to) {
            int digit = Digits.value(text.charAt(at++), radix);
            Digits.check(digit >= 0 && value >= limit / radix && value * radix >= limit + digit);
            value = value * radix - digit;
        }
        return negative ? value : -value;
    }
}
