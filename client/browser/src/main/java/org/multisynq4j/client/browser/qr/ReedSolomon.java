package org.multisynq4j.client.browser.qr;

/** Reed–Solomon check bytes over GF(256) with the polynomial x⁸+x⁴+x³+x²+1, generator roots 2⁰, 2¹, … */
final class ReedSolomon {
    private static final int POLYNOMIAL = 0x11d;

    private ReedSolomon() {}

    static byte[] remainder(byte[] data, int degree) {
        int[] generator = generator(degree);
        byte[] rest = new byte[degree];
        for (byte b : data) {
            int factor = (b ^ rest[0]) & 0xff;
            System.arraycopy(rest, 1, rest, 0, degree - 1);
            rest[degree - 1] = 0;
            for (int i = 0; i < degree; i++) {
                rest[i] ^= (byte) multiply(generator[i], factor);
            }
        }
        return rest;
    }

    /** Coefficients of the product of (x − 2^i), highest power first, without the leading 1. */
    private static int[] generator(int degree) {
        int[] coefficients = new int[degree];
        coefficients[degree - 1] = 1;
        int root = 1;
        for (int i = 0; i < degree; i++) {
            for (int j = 0; j < degree; j++) {
                coefficients[j] = multiply(coefficients[j], root) ^ (j + 1 < degree ? coefficients[j + 1] : 0);
            }
            root = multiply(root, 2);
        }
        return coefficients;
    }

    private static int multiply(int x, int y) {
        int product = 0;
        for (int bit = 7; bit >= 0; bit--) {
            product = product << 1 ^ (product >> 7) * POLYNOMIAL;
            product ^= (y >> bit & 1) * x;
        }
        return product;
    }
}
