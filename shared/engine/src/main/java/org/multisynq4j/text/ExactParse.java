package org.multisynq4j.text;

/** Correct rounding of any decimal: an estimate is moved until the decimal lies between the midpoints with its neighbours. */
final class ExactParse {
    /** A midpoint between two doubles has at most 767 digits: further digits only tell "a little more". */
    private static final int MAX_DIGITS = 800;

    private static final int LEADING_DIGITS = 17;

    /** With {@code 0.d1d2… × 10^point} and d1 not zero: from 10<sup>309</sup> on all is infinite, below 10<sup>-324</sup> all is zero. */
    private static final int MAX_POINT = 309;

    private static final int MIN_POINT = -324;

    private final BigNatural digits = new BigNatural(0);
    private double leading;
    private int count;
    private int dropped;

    /**
     * @param scale power of ten of the last digit between {@code start} and {@code end}, a point among which is ignored
     */
    static double of(CharSequence text, int start, int end, int scale) {
        return new ExactParse(text, start, end).round(scale);
    }

    private ExactParse(CharSequence text, int start, int end) {
        boolean more = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '0' && count == 0) {
                continue;
            }
            if (count < MAX_DIGITS) {
                take(c - '0');
            } else {
                dropped++;
                more |= c != '0';
            }
        }
        if (more) {
            dropped--;
            take(1);
        }
    }

    private void take(int digit) {
        digits.multiply(10);
        digits.add(digit);
        if (count++ < LEADING_DIGITS) {
            leading = leading * 10 + digit;
        }
    }

    private double round(int lastScale) {
        int scale = lastScale + dropped;
        int point = count + scale;
        if (point > MAX_POINT) {
            return Double.POSITIVE_INFINITY;
        }
        if (point <= MIN_POINT) {
            return 0;
        }
        double x = estimate(point);
        int order = compareWithMidpointAbove(x, scale);
        while (order > 0) {
            if (x == Double.MAX_VALUE) {
                return Double.POSITIVE_INFINITY;
            }
            x = Math.nextUp(x);
            order = compareWithMidpointAbove(x, scale);
        }
        if (order == 0) {
            return isEven(x) ? x : Math.nextUp(x);
        }
        while (x > 0) {
            double previous = Math.nextDown(x);
            order = compareWithMidpointAbove(previous, scale);
            if (order > 0 || order == 0 && isEven(x)) {
                return x;
            }
            x = previous;
            if (order == 0) {
                return x;
            }
        }
        return x;
    }

    /** A few units in the last place off at most, so that the search from it is short. */
    private double estimate(int point) {
        double x = leading;
        int scale = point - Math.min(count, LEADING_DIGITS);
        for (int left = scale; left > 0; left -= Decimals.EXACT_POWERS) {
            x *= Decimals.power(Math.min(left, Decimals.EXACT_POWERS));
        }
        for (int left = -scale; left > 0; left -= Decimals.EXACT_POWERS) {
            x /= Decimals.power(Math.min(left, Decimals.EXACT_POWERS));
        }
        return Math.min(x, Double.MAX_VALUE);
    }

    private int compareWithMidpointAbove(double x, int scale) {
        int exponent = Math.max(Math.getExponent(x) - 52, -1074);
        BigNatural left = new BigNatural(digits);
        BigNatural right = new BigNatural(ExactDecimal.significand(x, exponent));
        right.shiftLeft(1);
        right.add(1);
        left.multiplyByPowerOfTen(Math.max(scale, 0));
        right.multiplyByPowerOfTen(Math.max(-scale, 0));
        left.shiftLeft(Math.max(1 - exponent, 0));
        right.shiftLeft(Math.max(exponent - 1, 0));
        return left.compareTo(right);
    }

    private static boolean isEven(double x) {
        double half = ExactDecimal.significand(x, Math.max(Math.getExponent(x) - 52, -1074)) * 0.5;
        return Math.floor(half) == half;
    }
}
