package org.multisynq4j.math;

/** {@code a × b + c} rounded once, as a sum of doubles, or near the ends of the range by integers of 256 bits, in limbs of 32. */
final class FusedMultiplyAdd {
    private static final int LIMBS = 8;
    private static final int SIGNIFICAND_BITS = 53;

    /** The addend's significand may begin this far above or below the product's 106 bits; farther away only its sign matters. */
    private static final int REACH = 120;

    private static final long LOW_WORD = 0xffffffffL;

    private FusedMultiplyAdd() {}

    static float fma(float a, float b, float c) {
        // The product is exact. Rounding the sum to odd keeps what the second rounding, to float, needs to know.
        double product = (double) a * b;
        double sum = product + c;
        if (sum - sum == 0) {
            sum = sumRoundedToOdd(product, c);
        }
        return (float) sum;
    }

    static double fma(double a, double b, double c) {
        if (a == 0 || b == 0 || c == 0 || a - a != 0 || b - b != 0) {
            // One of the two operations is exact here.
            return c == 0 && a - a == 0 && b - b == 0 && a != 0 && b != 0 ? a * b : a * b + c;
        }
        if (c - c != 0) {
            return c;
        }
        return isMedium(a) && isMedium(b) && isMedium(c) ? byDoubles(a, b, c) : exact(a, b, c);
    }

    /** Whether products and their rounding errors stay far from the ends of the range. */
    private static boolean isMedium(double x) {
        double magnitude = Math.abs(x);
        return magnitude > 0x1p-300 && magnitude < 0x1p300;
    }

    /** The sum of all rounding errors, itself rounded to odd, cannot mislead the last rounding (Boldo and Melquiond). */
    private static double byDoubles(double a, double b, double c) {
        double product = a * b;
        double productError = ErrorFree.product(a, b, product);
        double small = c + productError;
        double smallError = ErrorFree.sum(c, productError, small);
        double sum = product + small;
        double sumError = ErrorFree.sum(product, small, sum);
        return sum + sumRoundedToOdd(smallError, sumError);
    }

    private static double sumRoundedToOdd(double a, double b) {
        double sum = a + b;
        double error = ErrorFree.sum(a, b, sum);
        if (error == 0 || (DoubleWords.low(sum) & 1) != 0) {
            return sum;
        }
        return error > 0 ? Rounding.nextUp(sum) : Rounding.nextDown(sum);
    }

    private static double exact(double a, double b, double c) {
        int exponent = exponentOf(a) + exponentOf(b);
        int[] product = product(significand(a), significand(b));
        boolean productNegative = DoubleWords.high(a) < 0 != DoubleWords.high(b) < 0;
        boolean negative = DoubleWords.high(c) < 0;
        // Move the smaller operand near enough to fit: one unit below everything stands for its whole amount.
        int distance = exponentOf(c) - exponent;
        int[] addend = new int[LIMBS];
        int shift = REACH / 2;
        if (distance > REACH) {
            product = new int[LIMBS];
            product[0] = 1;
            place(addend, significand(c), REACH);
            shift = 0;
            exponent = exponentOf(c) - REACH;
        } else if (distance < -shift) {
            product = shifted(product, shift);
            addend[0] = 1;
        } else {
            product = shifted(product, shift);
            place(addend, significand(c), distance + shift);
        }
        exponent -= shift;
        int[] sum;
        if (productNegative == negative) {
            sum = add(product, addend);
        } else {
            int order = compare(product, addend);
            if (order == 0) {
                return 0.0;
            }
            sum = order > 0 ? subtract(product, addend) : subtract(addend, product);
            negative = order > 0 ? productNegative : negative;
        }
        double magnitude = rounded(sum, exponent);
        return negative ? -magnitude : magnitude;
    }

    private static long significand(double x) {
        long bits = Double.doubleToRawLongBits(x) & 0xfffffffffffffL;
        return Math.abs(x) < Double.MIN_NORMAL ? bits : bits | 1L << SIGNIFICAND_BITS - 1;
    }

    private static int exponentOf(double x) {
        return Math.max(Math.getExponent(x), Double.MIN_EXPONENT) - (SIGNIFICAND_BITS - 1);
    }

    private static int[] product(long a, long b) {
        int[] result = new int[LIMBS];
        long low = (a & LOW_WORD) * (b & LOW_WORD);
        long middle = (a >>> 32) * (b & LOW_WORD) + (low >>> 32);
        long other = (a & LOW_WORD) * (b >>> 32) + (middle & LOW_WORD);
        long high = (a >>> 32) * (b >>> 32) + (middle >>> 32) + (other >>> 32);
        result[0] = (int) low;
        result[1] = (int) other;
        result[2] = (int) high;
        result[3] = (int) (high >>> 32);
        return result;
    }

    private static void place(int[] limbs, long value, int shift) {
        int whole = shift >> 5;
        int part = shift & 31;
        limbs[whole] = (int) (value << part);
        limbs[whole + 1] = (int) (value >>> 32 - part);
        limbs[whole + 2] = part == 0 ? 0 : (int) (value >>> 32 >>> 32 - part);
    }

    private static int[] shifted(int[] limbs, int shift) {
        int[] result = new int[LIMBS];
        int whole = shift >> 5;
        int part = shift & 31;
        for (int i = LIMBS - 1; i >= whole; i--) {
            int lower = i > whole && part != 0 ? limbs[i - whole - 1] >>> 32 - part : 0;
            result[i] = limbs[i - whole] << part | lower;
        }
        return result;
    }

    private static int[] add(int[] a, int[] b) {
        int[] result = new int[LIMBS];
        long carry = 0;
        for (int i = 0; i < LIMBS; i++) {
            carry += (a[i] & LOW_WORD) + (b[i] & LOW_WORD);
            result[i] = (int) carry;
            carry >>>= 32;
        }
        return result;
    }

    private static int[] subtract(int[] a, int[] b) {
        int[] result = new int[LIMBS];
        long borrow = 0;
        for (int i = 0; i < LIMBS; i++) {
            borrow += (a[i] & LOW_WORD) - (b[i] & LOW_WORD);
            result[i] = (int) borrow;
            borrow >>= 32;
        }
        return result;
    }

    private static int compare(int[] a, int[] b) {
        for (int i = LIMBS - 1; i >= 0; i--) {
            if (a[i] != b[i]) {
                return (a[i] & LOW_WORD) < (b[i] & LOW_WORD) ? -1 : 1;
            }
        }
        return 0;
    }

    /** {@code limbs × 2^exponent}, ties to even. */
    private static double rounded(int[] limbs, int exponent) {
        int top = LIMBS - 1;
        while (limbs[top] == 0) {
            top--;
        }
        int bits = 32 * top + 32 - Integer.numberOfLeadingZeros(limbs[top]);
        // Bits to drop: all beyond 53, more for a subnormal result.
        int drop = Math.max(bits - SIGNIFICAND_BITS, Double.MIN_EXPONENT - (SIGNIFICAND_BITS - 1) - exponent);
        if (drop <= 0) {
            return scaled(bitsFrom(limbs, 0), exponent);
        }
        if (drop > bits) {
            return 0.0;
        }
        long kept = bitsFrom(limbs, drop);
        boolean half = bit(limbs, drop - 1);
        if (half && ((kept & 1) != 0 || anyBelow(limbs, drop - 1))) {
            kept++;
        }
        return scaled(kept, exponent + drop);
    }

    private static double scaled(long significand, int exponent) {
        // In two steps: the exponent may exceed what one power of two can express. Both are exact, or overflow.
        int half = exponent / 2;
        return Scaling.scalb(Scaling.scalb((double) significand, half), exponent - half);
    }

    private static boolean bit(int[] limbs, int index) {
        return (limbs[index >> 5] >>> (index & 31) & 1) != 0;
    }

    private static boolean anyBelow(int[] limbs, int index) {
        for (int i = 0; i < index >> 5; i++) {
            if (limbs[i] != 0) {
                return true;
            }
        }
        return (limbs[index >> 5] & (1 << (index & 31)) - 1) != 0;
    }

    /** The bits from {@code index} on, at most 54 of them. */
    private static long bitsFrom(int[] limbs, int index) {
        int whole = index >> 5;
        int part = index & 31;
        long result = 0;
        for (int i = Math.min(LIMBS - 1, whole + 2); i > whole; i--) {
            result = result << 32 | limbs[i] & LOW_WORD;
        }
        return (result << 32 - part) | (limbs[whole] & LOW_WORD) >>> part;
    }
}
