package org.multisynq4j.text;

/**
 * A natural number of any size, changed in place. Limbs of 16 bits: their products fit an {@code int}, which is fast everywhere.
 *
 * <p>Sizes are bounded by what a double and 800 digits can need, about 4000 bits.
 */
final class BigNatural {
    private static final int LIMB_BITS = 16;
    private static final int LIMB_MASK = 0xffff;
    private static final int[] SMALL_POWERS = {1, 10, 100, 1000};
    private static final int FOUR_DIGITS = 10_000;

    private int[] limbs = new int[80];
    private int size;

    BigNatural(int value) {
        add(value);
    }

    /** @param whole a whole number from 0 to 2<sup>53</sup> */
    BigNatural(double whole) {
        double rest = whole;
        while (rest > 0) {
            double higher = Math.floor(rest / (LIMB_MASK + 1));
            push((int) (rest - higher * (LIMB_MASK + 1)));
            rest = higher;
        }
    }

    BigNatural(BigNatural other) {
        limbs = other.limbs.clone();
        size = other.size;
    }

    boolean isZero() {
        return size == 0;
    }

    /** Whether bit number {@code bit}, from 0, is one. */
    boolean bit(int bit) {
        int limb = bit / LIMB_BITS;
        return limb < size && (limbs[limb] >> bit % LIMB_BITS & 1) != 0;
    }

    /** @param value from 0 to 2<sup>30</sup> */
    void add(int value) {
        int carry = value;
        for (int i = 0; carry != 0; i++) {
            if (i == size) {
                push(0);
            }
            int sum = limbs[i] + carry;
            limbs[i] = sum & LIMB_MASK;
            carry = sum >>> LIMB_BITS;
        }
    }

    void add(BigNatural other) {
        int carry = 0;
        for (int i = 0; i < other.size || carry != 0; i++) {
            if (i >= size) {
                push(0);
            }
            int sum = limbs[i] + carry + (i < other.size ? other.limbs[i] : 0);
            limbs[i] = sum & LIMB_MASK;
            carry = sum >>> LIMB_BITS;
        }
    }

    /** @param other not greater than this */
    void subtract(BigNatural other) {
        int borrow = 0;
        for (int i = 0; i < other.size || borrow != 0; i++) {
            int difference = limbs[i] - borrow - (i < other.size ? other.limbs[i] : 0);
            limbs[i] = difference & LIMB_MASK;
            borrow = difference < 0 ? 1 : 0;
        }
        trim();
    }

    /** @param factor from 0 to 10,000 */
    void multiply(int factor) {
        int carry = 0;
        for (int i = 0; i < size; i++) {
            int product = limbs[i] * factor + carry;
            limbs[i] = product & LIMB_MASK;
            carry = product >>> LIMB_BITS;
        }
        if (carry != 0) {
            push(carry);
        }
        trim();
    }

    void multiplyByPowerOfTen(int exponent) {
        int left = exponent;
        for (; left >= 4; left -= 4) {
            multiply(FOUR_DIGITS);
        }
        multiply(SMALL_POWERS[left]);
    }

    void shiftLeft(int bits) {
        if (size == 0 || bits == 0) {
            return;
        }
        int whole = bits / LIMB_BITS;
        int part = bits % LIMB_BITS;
        int oldSize = size;
        for (int i = 0; i <= whole; i++) {
            push(0);
        }
        for (int i = oldSize; i >= 0; i--) {
            int upper = i < oldSize ? limbs[i] << part : 0;
            int lower = i > 0 ? limbs[i - 1] << part >>> LIMB_BITS : 0;
            limbs[i + whole] = (upper | lower) & LIMB_MASK;
        }
        for (int i = 0; i < whole; i++) {
            limbs[i] = 0;
        }
        trim();
    }

    void shiftRight(int bits) {
        int whole = bits / LIMB_BITS;
        int part = bits % LIMB_BITS;
        for (int i = whole; i < size; i++) {
            int upper = i + 1 < size ? limbs[i + 1] << LIMB_BITS - part : 0;
            limbs[i - whole] = (limbs[i] >>> part | upper) & LIMB_MASK;
        }
        size = Math.max(0, size - whole);
        trim();
    }

    /** Divides by 10,000 and returns the remainder. */
    int divideByFourDigits() {
        int rest = 0;
        for (int i = size - 1; i >= 0; i--) {
            int dividend = rest << LIMB_BITS | limbs[i];
            limbs[i] = dividend / FOUR_DIGITS;
            rest = dividend % FOUR_DIGITS;
        }
        trim();
        return rest;
    }

    /** The quotient by {@code divisor}, known to be at most 9; this becomes the remainder. */
    int divideSmall(BigNatural divisor) {
        int quotient = 0;
        while (compareTo(divisor) >= 0) {
            subtract(divisor);
            quotient++;
        }
        return quotient;
    }

    int compareTo(BigNatural other) {
        if (size != other.size) {
            return size < other.size ? -1 : 1;
        }
        for (int i = size - 1; i >= 0; i--) {
            if (limbs[i] != other.limbs[i]) {
                return limbs[i] < other.limbs[i] ? -1 : 1;
            }
        }
        return 0;
    }

    private void push(int limb) {
        if (size == limbs.length) {
            int[] more = new int[2 * size];
            System.arraycopy(limbs, 0, more, 0, size);
            limbs = more;
        }
        limbs[size++] = limb;
    }

    private void trim() {
        while (size > 0 && limbs[size - 1] == 0) {
            size--;
        }
    }
}
