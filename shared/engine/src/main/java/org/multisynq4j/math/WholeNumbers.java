package org.multisynq4j.math;

/** Integer arithmetic that reports overflow, and products and quotients that the language does not have. */
final class WholeNumbers {
    private WholeNumbers() {}

    static int toInt(long value) {
        if (value != (int) value) {
            throw overflow("integer");
        }
        return (int) value;
    }

    static long add(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw overflow("long");
        }
        return sum;
    }

    static long subtract(long a, long b) {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw overflow("long");
        }
        return difference;
    }

    static long multiply(long a, long b) {
        long product = a * b;
        if (multiplyHigh(a, b) != product >> 63) {
            throw overflow("long");
        }
        return product;
    }

    static long negate(long a) {
        if (a == Long.MIN_VALUE) {
            throw overflow("long");
        }
        return -a;
    }

    static int abs(int a) {
        if (a == Integer.MIN_VALUE) {
            throw new ArithmeticException("Overflow to represent absolute value of Integer.MIN_VALUE");
        }
        return a < 0 ? -a : a;
    }

    static long abs(long a) {
        if (a == Long.MIN_VALUE) {
            throw new ArithmeticException("Overflow to represent absolute value of Long.MIN_VALUE");
        }
        return a < 0 ? -a : a;
    }

    /** The upper 64 bits of the product. */
    static long multiplyHigh(long a, long b) {
        long a1 = a >> 32;
        long a0 = a & 0xffffffffL;
        long b1 = b >> 32;
        long b0 = b & 0xffffffffL;
        long middle = a1 * b0 + (a0 * b0 >>> 32);
        long other = a0 * b1 + (middle & 0xffffffffL);
        return a1 * b1 + (middle >> 32) + (other >> 32);
    }

    static long floorDiv(long a, long b) {
        long quotient = a / b;
        return (a ^ b) < 0 && quotient * b != a ? quotient - 1 : quotient;
    }

    static int floorDiv(int a, int b) {
        int quotient = a / b;
        return (a ^ b) < 0 && quotient * b != a ? quotient - 1 : quotient;
    }

    static long floorMod(long a, long b) {
        long rest = a % b;
        return rest != 0 && (rest ^ b) < 0 ? rest + b : rest;
    }

    static int floorMod(int a, int b) {
        int rest = a % b;
        return rest != 0 && (rest ^ b) < 0 ? rest + b : rest;
    }

    private static ArithmeticException overflow(String type) {
        return new ArithmeticException(type + " overflow");
    }
}
