package org.multisynq4j.text;

/**
 * Conversion between numbers and the text that JavaScript's {@code String(x)} gives.
 *
 * <p>The text is the shortest that reads back as the same number, and of these the closest to it: {@code 1}, {@code 0.1}, {@code 1e+21}, {@code 1e-7},
 * {@code NaN}, {@code -Infinity}; both zeros are {@code 0}. Reading is correctly rounded for every input.
 */
public final class Numbers {
    private static final int EIGHT_DIGITS = 100_000_000;

    /** Sign, 17 digits, a point and five zeros before or four after, or an exponent. */
    private static final int MAX_LENGTH = 32;

    private Numbers() {}

    public static String toText(double value) {
        char[] text = new char[MAX_LENGTH];
        return new String(text, 0, write(value, text));
    }

    /** The shortest text that reads back as the same {@code float}: {@code 0.1f} is {@code 0.1}, while {@code (double) 0.1f} is longer. */
    public static String toText(float value) {
        char[] text = new char[MAX_LENGTH];
        return new String(text, 0, write(value, text));
    }

    /** Appends what {@link #toText(double)} returns; returns {@code out}. */
    public static StringBuilder append(StringBuilder out, double value) {
        char[] text = new char[MAX_LENGTH];
        return out.append(text, 0, write(value, text));
    }

    /** Appends what {@link #toText(float)} returns; returns {@code out}. */
    public static StringBuilder append(StringBuilder out, float value) {
        char[] text = new char[MAX_LENGTH];
        return out.append(text, 0, write(value, text));
    }

    /** As {@link #parse(CharSequence, int, int)} for the whole text. */
    public static double parse(CharSequence text) {
        return parse(text, 0, text.length());
    }

    /**
     * Reads the number from {@code start} to before {@code end}: an optional sign, digits with an optional point, an optional decimal exponent; or
     * {@code NaN}, {@code Infinity} with an optional sign. No white space.
     *
     * @return the nearest double, of two equally near the one with even significand; infinite from 2<sup>1024</sup> − 2<sup>970</sup> on
     * @throws NumberFormatException if it is anything else
     */
    public static double parse(CharSequence text, int start, int end) {
        return new DecimalParser(text, start, end).parse();
    }

    /** Fills {@code text} and returns the length. */
    private static int write(double value, char[] text) {
        if (value - value != 0) {
            return word(value != value ? "NaN" : value > 0 ? "Infinity" : "-Infinity", text);
        }
        int at = 0;
        double magnitude = value;
        if (value < 0) {
            text[at++] = '-';
            magnitude = -value;
        }
        if (magnitude < Decimals.TWO_53 && Math.floor(magnitude) == magnitude) {
            return writeWhole(magnitude, text, at);
        }
        return ShortestDecimal.of(magnitude).write(text, at);
    }

    private static int write(float value, char[] text) {
        if (value - value != 0 || Math.abs(value) < 1 << 24 && (int) value == value) {
            return write((double) value, text);
        }
        int at = 0;
        if (value < 0) {
            text[at++] = '-';
        }
        return ExactDecimal.shortest(Math.abs(value)).write(text, at);
    }

    private static int word(String word, char[] text) {
        for (int i = 0; i < word.length(); i++) {
            text[i] = word.charAt(i);
        }
        return word.length();
    }

    private static int writeWhole(double magnitude, char[] text, int from) {
        double high = Math.floor(magnitude / EIGHT_DIGITS);
        double low = magnitude - high * EIGHT_DIGITS;
        if (low < 0) {
            // The quotient was rounded up to the next whole number.
            high -= 1;
            low += EIGHT_DIGITS;
        }
        if (high == 0) {
            return digits((int) low, digitCount((int) low), text, from);
        }
        int at = digits((int) high, digitCount((int) high), text, from);
        return digits((int) low, 8, text, at);
    }

    private static int digitCount(int value) {
        int count = 1;
        for (int rest = value / 10; rest > 0; rest /= 10) {
            count++;
        }
        return count;
    }

    private static int digits(int value, int count, char[] text, int from) {
        int rest = value;
        for (int at = from + count - 1; at >= from; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return from + count;
    }
}
