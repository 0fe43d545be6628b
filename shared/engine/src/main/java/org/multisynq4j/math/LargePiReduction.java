package org.multisynq4j.math;

/**
 * Reduction of any magnitude by multiplication with those digits of 2/π that matter (Payne and Hanek): higher ones only add multiples of 8 to the
 * quadrant, lower ones vanish. The work does not depend on the exponent.
 *
 * <p>Numbers are arrays of 24-bit digits to the base 2<sup>24</sup>, each exactly a double.
 */
final class LargePiReduction {
    private static final double TWO_24 = 16777216.0;
    private static final double TWO_M24 = 5.96046447753906250000e-08;

    /** Digits of 2/π used at first, less one; enough for a result of 64 bits unless there is cancellation. */
    private static final int FIRST_TERMS = 4;

    private static final int DIGIT_MASK = 0xffffff;

    /** 1584 bits of 2/π after its point. */
    private static final int[] TWO_OVER_PI = {
        0xA2F983, 0x6E4E44, 0x1529FC, 0x2757D1, 0xF534DD, 0xC0DB62, 0x95993C, 0x439041, 0xFE5163, 0xABDEBB, 0xC561B7,
        0x246E3A, 0x424DD2, 0xE00649, 0x2EEA09, 0xD1921C, 0xFE1DEB, 0x1CB129, 0xA73EE8, 0x8235F5, 0x2EBB44, 0x84E99C,
        0x7026B4, 0x5F7E41, 0x3991D6, 0x398353, 0x39F49C, 0x845F8B, 0xBDF928, 0x3B1FF8, 0x97FFDE, 0x05980F, 0xEF2F11,
        0x8B5A0A, 0x6D1F6D, 0x367ECF, 0x27CB09, 0xB74F46, 0x3F669E, 0x5FEA2D, 0x7527BA, 0xC7EBE5, 0xF17B3D, 0x0739F7,
        0x8A5292, 0xEA6BFB, 0x5FB11F, 0x8D5D08, 0x560330, 0x46FC7B, 0x6BABF0, 0xCFBC20, 0x9AF436, 0x1DA9E3, 0x91615E,
        0xE61B08, 0x659985, 0x5F14A0, 0x68408D, 0xFFD880, 0x4D7327, 0x310606, 0x1556CA, 0x73A8C9, 0x60E27B, 0xC08C6B
    };

    /** π/2 in parts of 24 bits. */
    private static final double[] PIO2 = {
        1.57079625129699707031e+00,
        7.54978941586159635335e-08,
        5.39030252995776476554e-15,
        3.28200341580791294123e-22,
        1.27065575308067607349e-29,
        1.22933308981111328932e-36,
        2.73370053816464559624e-44,
        2.16741683877804819444e-51
    };

    private final double[] x;
    private final int lastOfX;
    private final int skipped;
    private final double[] q = new double[20];
    private final int[] digits = new int[20];
    private int exponent;
    private int last = FIRST_TERMS;
    private int quadrant;
    private int complement;
    private double fraction;

    /**
     * @param parts digits of a positive number, {@code count} of them
     * @param exponent binary exponent of the first
     * @param rest receives the remainder as a sum of two doubles
     * @return the quadrant modulo 8
     */
    static int reduce(double[] parts, int count, int exponent, double[] rest) {
        LargePiReduction reduction = new LargePiReduction(parts, count, exponent);
        reduction.multiply(0, FIRST_TERMS);
        while (reduction.needsMoreTerms()) {
            int terms = 1;
            while (reduction.digits[FIRST_TERMS - terms] == 0) {
                terms++;
            }
            reduction.multiply(reduction.last + 1, reduction.last + terms);
            reduction.last += terms;
        }
        reduction.dropZeroDigits();
        reduction.timesHalfPi(rest);
        return reduction.quadrant & 7;
    }

    private LargePiReduction(double[] parts, int count, int exponent) {
        x = parts;
        lastOfX = count - 1;
        skipped = Math.max(0, (exponent - 3) / 24);
        this.exponent = exponent - 24 * (skipped + 1);
    }

    private void multiply(int from, int to) {
        for (int i = from; i <= to; i++) {
            double sum = 0.0;
            for (int j = 0; j <= lastOfX; j++) {
                int index = skipped + i - j;
                sum += x[j] * (index < 0 ? 0.0 : TWO_OVER_PI[index]);
            }
            q[i] = sum;
        }
    }

    /** Finds quadrant and fraction from the terms so far. True if all of the fraction's digits cancelled. */
    private boolean needsMoreTerms() {
        double z = q[last];
        for (int i = 0, j = last; j > 0; i++, j--) {
            double carry = (int) (TWO_M24 * z);
            digits[i] = (int) (z - TWO_24 * carry);
            z = q[j - 1] + carry;
        }
        z = scaled(z, exponent);
        z -= 8.0 * Math.floor(z * 0.125);
        quadrant = (int) z;
        z -= quadrant;
        complement = 0;
        if (exponent > 0) {
            int upper = digits[last - 1] >> 24 - exponent;
            quadrant += upper;
            digits[last - 1] -= upper << 24 - exponent;
            complement = digits[last - 1] >> 23 - exponent;
        } else if (exponent == 0) {
            complement = digits[last - 1] >> 23;
        } else if (z >= 0.5) {
            complement = 2;
        }
        if (complement > 0) {
            z = subtractFromOne(z);
        }
        fraction = z;
        if (z != 0) {
            return false;
        }
        for (int i = last - 1; i >= FIRST_TERMS; i--) {
            if (digits[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The fraction is at least one half: it becomes its distance to the next quadrant. */
    private double subtractFromOne(double z) {
        quadrant++;
        boolean carry = false;
        for (int i = 0; i < last; i++) {
            int digit = digits[i];
            if (carry) {
                digits[i] = DIGIT_MASK - digit;
            } else if (digit != 0) {
                carry = true;
                digits[i] = DIGIT_MASK + 1 - digit;
            }
        }
        if (exponent == 1) {
            digits[last - 1] &= 0x7fffff;
        } else if (exponent == 2) {
            digits[last - 1] &= 0x3fffff;
        }
        if (complement != 2) {
            return z;
        }
        double result = 1.0 - z;
        return carry ? result - scaled(1.0, exponent) : result;
    }

    private void dropZeroDigits() {
        if (fraction == 0) {
            last--;
            exponent -= 24;
            while (digits[last] == 0) {
                last--;
                exponent -= 24;
            }
            return;
        }
        double z = scaled(fraction, -exponent);
        if (z >= TWO_24) {
            double upper = (int) (TWO_M24 * z);
            digits[last] = (int) (z - TWO_24 * upper);
            last++;
            exponent += 24;
            digits[last] = (int) upper;
        } else {
            digits[last] = (int) z;
        }
    }

    private void timesHalfPi(double[] rest) {
        double unit = scaled(1.0, exponent);
        for (int i = last; i >= 0; i--) {
            q[i] = unit * digits[i];
            unit *= TWO_M24;
        }
        double[] terms = new double[last + 1];
        for (int i = last; i >= 0; i--) {
            double sum = 0.0;
            for (int k = 0; k <= FIRST_TERMS && k <= last - i; k++) {
                sum += PIO2[k] * q[i + k];
            }
            terms[last - i] = sum;
        }
        double sum = 0.0;
        for (int i = last; i >= 0; i--) {
            sum += terms[i];
        }
        rest[0] = complement == 0 ? sum : -sum;
        sum = terms[0] - sum;
        for (int i = 1; i <= last; i++) {
            sum += terms[i];
        }
        rest[1] = complement == 0 ? sum : -sum;
    }

    /** {@code x × 2^n}; results here are normal numbers or exact. */
    private static double scaled(double x, int n) {
        return Scaling.scalb(x, n);
    }
}
