package org.multisynq4j.text;

import org.multisynq4j.math.StrictMathJava;

/**
 * The shortest decimal of a positive double, by doubles alone where that is provably right, which is nearly always.
 *
 * <ol>
 *   <li>At most one decimal of 15 digits or fewer reads as a given double. Scaling and rounding finds it if it exists; the division back proves it.
 *   <li>Otherwise the number is scaled to 17 digits before the point, with 106 bits, and compared with the midpoints between it and its neighbours.
 *   <li>Where a comparison is too near to call, and for subnormal numbers: big integers ({@link ExactDecimal}).
 * </ol>
 */
final class ShortestDecimal {
    private static final int SURE_DIGITS = 15;
    private static final int MAX_DIGITS = 17;
    private static final double BILLION = 1e9;
    private static final double LOG10_OF_2 = 0.30102999566398120;

    /** Between these, 15 digits are reached with an exact power of ten. */
    private static final double LEAST = 1e-7;

    private static final double GREATEST = 1e21;

    /** In units of the 17th digit: far above the error of {@link TwoDoubles} and of the distances. */
    private static final double TOO_NEAR = 1e-9;

    private final double below;
    private final double above;
    private final double offset;
    private boolean unsure;

    static Decimal of(double x) {
        if (x >= LEAST && x < GREATEST) {
            int scale = SURE_DIGITS - 1 - Decimals.exponentOf(x);
            double power = Decimals.power(Math.abs(scale));
            double digits = Math.floor((scale >= 0 ? x * power : x / power) + 0.5);
            if ((scale >= 0 ? digits / power : digits * power) == x) {
                return ofWhole(digits, scale);
            }
        }
        return x < Double.MIN_NORMAL ? ExactDecimal.shortest(x) : ofManyDigits(x);
    }

    private static Decimal ofWhole(double digits, int scale) {
        double high = Math.floor(digits / BILLION);
        double low = digits - high * BILLION;
        return low < 0
                ? Decimal.ofParts((int) high - 1, (int) (low + BILLION), scale)
                : Decimal.ofParts((int) high, (int) low, scale);
    }

    private static Decimal ofManyDigits(double x) {
        int exponent = Math.getExponent(x);
        double significand = StrictMathJava.scalb(x, -exponent);
        // log2 of the significand is a little more than this, so the scale may be one too great.
        int scale = MAX_DIGITS - 1 - (int) Math.floor((exponent + (significand - 1)) * LOG10_OF_2);
        TwoDoubles scaled = TwoDoubles.product(significand, 0.0, scale);
        double product = StrictMathJava.scalb(scaled.high, scaled.exponent + exponent);
        if (product >= 1e17) {
            scale--;
            scaled = TwoDoubles.product(significand, 0.0, scale);
            product = StrictMathJava.scalb(scaled.high, scaled.exponent + exponent);
        }
        double rest = StrictMathJava.scalb(scaled.low, scaled.exponent + exponent);

        // Half the distance to the next number. Below a power of two the numbers are twice as dense.
        double above = product / significand * 0x1p-53;
        double below = significand == 1 ? above * 0.5 : above;

        // product is whole (it exceeds 2^53). product + rest = high × 10^9 + low + nearest + offset, offset at most one
        // half.
        double high = Math.floor(product / BILLION);
        double low = product - high * BILLION;
        double nearest = Math.floor(rest + 0.5);
        double offset = rest - nearest;
        ShortestDecimal choice = new ShortestDecimal(below, above, offset);
        int digits = choice.digits((int) (low + nearest));
        if (choice.unsure) {
            return ExactDecimal.shortest(x);
        }
        int billion = (int) BILLION;
        if (digits < 0) {
            return Decimal.ofParts((int) high - 1, digits + billion, scale);
        }
        return digits >= billion
                ? Decimal.ofParts((int) high + 1, digits - billion, scale)
                : Decimal.ofParts((int) high, digits, scale);
    }

    private ShortestDecimal(double below, double above, double offset) {
        this.below = below;
        this.above = above;
        this.offset = offset;
    }

    /**
     * The number's last digits, nearest and with most zeros.
     *
     * @param low the last nine digits of the nearest whole number, to which {@link #offset} is to be added
     */
    private int digits(int low) {
        // The midpoints are less than 25 apart: at most one multiple of 100 lies between them.
        int last = ((low % 100) + 100) % 100;
        if (fits(last - below + offset)) {
            return low - last;
        }
        if (fits(100 - last - above - offset)) {
            return low - last + 100;
        }
        last %= 10;
        boolean down = fits(last - below + offset);
        boolean up = fits(10 - last - above - offset);
        if (down && up) {
            double middle = last - 5 + offset;
            unsure |= Math.abs(middle) < TOO_NEAR;
            down = middle < 0;
        }
        if (down || up) {
            return down ? low - last : low - last + 10;
        }
        unsure |= 0.5 - Math.abs(offset) < TOO_NEAR;
        return low;
    }

    private boolean fits(double beyondMidpoint) {
        // Both exact midpoints and mere neighbourhood are left to exact arithmetic.
        unsure |= Math.abs(beyondMidpoint) < TOO_NEAR;
        return beyondMidpoint < 0;
    }
}
