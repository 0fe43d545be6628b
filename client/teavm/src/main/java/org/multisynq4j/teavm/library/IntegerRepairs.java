package org.multisynq4j.teavm.library;

import java.util.Objects;

/** Of {@code Integer}: TeaVM reads ASCII digits only. */
public final class IntegerRepairs {
    private IntegerRepairs() {}

    public static int parseInt(String text, int radix) {
        Digits.check(text != null);
        return parse(text, 0, text.length(), radix);
    }

    public static int parseInt(CharSequence text, int from, int to, int radix) {
        Objects.checkFromToIndex(from, to, text.length());
        return parse(text, from, to, radix);
    }

    private static int parse(CharSequence text, int from, int to, int radix) {
        int at = Digits.first(text, from, to, radix);
        boolean negative = text.charAt(from) == '-';
        // Negative all the way, because there is one more of these.
        int limit = negative ? Integer.MIN_VALUE : -Integer.MAX_VALUE;
        int value = 0;
        while (at < to) {
            int digit = Digits.value(text.charAt(at++), radix);
            Digits.check(digit >= 0 && value >= limit / radix && value * radix >= limit + digit);
            value = value * radix - digit;
        }
        return negative ? value : -value;
    }
}
