package org.multisynq4j.text;

/**
 * The shortest decimal of a positive double, by doubles alone where that is provably exact, which is nearly always.
 *
 * <ol>
 *   <li>At most one decimal of 15 digits or fewer reads as a given double. Scaling and rounding finds it if it exists; the division back proves it.
 *   <li>Otherwise 16 or 17 digits are needed. With an exact power of ten, number × power is computed exactly as the sum of two doubles, and every
 *       comparison with the neighbours' midpoints is exact too.
 *   <li>Very large and very small numbers: big integers ({@link ExactDecimal}).
 * </ol>
 */
final class ShortestDecimal {
    private static final int SURE_DIGITS = 15;
    private static final int MAX_DIGITS = 17;
    private static final double BILLION = 1e9;

    /** With 15 digits before it, the exponent of ten stays within the exact powers. */
    private static final double LEAST = 1e-7;

    private static final double GREATEST = 1e21;

    private ShortestDecimal() {}

    static Decimal of(double x) {
        if (x < LEAST || x >= GREATEST) {
            return ExactDecimal.shortest(x);
        }
        int exponent = Decimals.exponentOf(x);
        int scale = SURE_DIGITS - 1 - exponent;
        if (scale >= 0) {
            double power = Decimals.power(scale);
            double digits = Math.floor(x * power + 0.5);
            if (digits / power == x) {
                return ofWhole(digits, scale);
            }
        } else {
            double power = Decimals.power(-scale);
            double digits = Math.floor(x / power + 0.5);
            if (digits * power == x) {
                return ofWhole(digits, scale);
            }
        }
        scale = MAX_DIGITS - 1 - exponent;
        return scale < 0 || scale > Decimals.EXACT_POWERS ? ExactDecimal.shortest(x) : ofManyDigits(x, scale);
    }

    private static Decimal ofWhole(double digits, int scale) {
        double high = Math.floor(digits / BILLION);
        double low = digits - high * BILLION;
        return low < 0
                ? Decimal.ofParts((int) high - 1, (int) (low + BILLION), scale)
                : Decimal.ofParts((int) high, (int) low, scale);
    }

    /** For a number without a decimal of 15 digits: {@code x × 10^scale} has 17 digits before its point. */
    private static Decimal ofManyDigits(double x, int scale) {
        double power = Decimals.power(scale);
        double product = x * power;
        double rest = Decimals.lowPart(x, power, product);

        // Distance to the midpoints with the neighbours, in units of the 17th digit. Below a power of two the next
        // number is half as far.
        double ulp = Math.nextUp(x) - x;
        double above = ulp * 0.5 * power;
        double below = x / ulp == Decimals.TWO_53 / 2 ? above * 0.5 : above;
        double halfSignificand = x / ulp * 0.5;
        boolean midpointsIncluded = Math.floor(halfSignificand) == halfSignificand;

        // product is whole (it exceeds 2^53). product + rest = high × 10^9 + low + nearest + offset, offset at most one
        // half.
        double high = Math.floor(product / BILLION);
        double low = product - high * BILLION;
        double nearest = Math.floor(Math.abs(rest));
        double offset = Math.abs(rest) - nearest;
        boolean odd = Math.floor((low + nearest) * 0.5) * 2 != low + nearest;
        if (offset > 0.5 || offset == 0.5 && odd) {
            nearest += 1;
            offset -= 1;
        }
        if (rest < 0) {
            nearest = -nearest;
            offset = -offset;
        }
        return choose((int) high, (int) (low + nearest), offset, below, above, midpointsIncluded, scale);
    }

    /** Takes the nearest 16 digits if they lie between the midpoints, else the nearest 17. The signs of all sums below are exact. */
    private static Decimal choose(
            int high, int low, double offset, double below, double above, boolean midpointsIncluded, int scale) {
        int last = ((low % 10) + 10) % 10;
        double down = (last - below) + offset;
        double up = (10 - last - above) - offset;
        boolean downFits = down < 0 || down == 0 && midpointsIncluded;
        boolean upFits = up < 0 || up == 0 && midpointsIncluded;
        double middle = (last - 5) + offset;
        boolean tieGoesDown = (low - last) / 10 % 2 == 0;
        int chosen = low;
        if (downFits && (!upFits || middle < 0 || middle == 0 && tieGoesDown)) {
            chosen = low - last;
        } else if (upFits) {
            chosen = low - last + 10;
        }
        int billion = (int) BILLION;
        if (chosen < 0) {
            return Decimal.ofParts(high - 1, chosen + billion, scale);
        }
        return chosen >= billion
                ? Decimal.ofParts(high + 1, chosen - billion, scale)
                : Decimal.ofParts(high, chosen, scale);
    }
}
