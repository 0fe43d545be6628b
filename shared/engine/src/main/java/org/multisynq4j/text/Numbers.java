package org.multisynq4j.text;

/**
 * Conversion between numbers and the text that JavaScript's {@code String(x)} gives.
 *
 * <p>The text is the shortest that reads back as the same number, and of these the closest to it: {@code 1}, {@code 0.1}, {@code 1e+21}, {@code 1e-7},
 * {@code NaN}, {@code -Infinity}; both zeros are {@code 0}. Reading is correctly rounded for every input.
 */
public final class Numbers {
    private static final int EIGHT_DIGITS = 100_000_000;

    private Numbers() {}

    public static String toText(double value) {
        return append(new StringBuilder(24), value).toString();
    }

    /** The shortest text that reads back as the same {@code float}: {@code 0.1f} is {@code 0.1}, while {@code (double) 0.1f} is longer. */
    public static String toText(float value) {
        return append(new StringBuilder(16), value).toString();
    }

    /** Appends what {@link #toText(double)} returns; returns {@code out}. */
    public static StringBuilder append(StringBuilder out, double value) {
        int whole = (int) value;
        if (whole == value) {
            return out.append(whole);
        }
        if (value - value != 0) {
            return out.append(value != value ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
        double magnitude = value;
        if (value < 0) {
            out.append('-');
            magnitude = -value;
        }
        if (magnitude < Decimals.TWO_53 && Math.floor(magnitude) == magnitude) {
            return appendWhole(out, magnitude);
        }
        return ShortestDecimal.of(magnitude).appendTo(out);
    }

    /** Appends what {@link #toText(float)} returns; returns {@code out}. */
    public static StringBuilder append(StringBuilder out, float value) {
        int whole = (int) value;
        if (whole == value && whole < 1 << 24 && whole > -(1 << 24) || value - value != 0) {
            return append(out, (double) value);
        }
        if (value < 0) {
            out.append('-');
        }
        return ExactDecimal.shortest(Math.abs(value)).appendTo(out);
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

    private static StringBuilder appendWhole(StringBuilder out, double magnitude) {
        double high = Math.floor(magnitude / EIGHT_DIGITS);
        double low = magnitude - high * EIGHT_DIGITS;
        if (low < 0) {
            // The quotient was rounded up to the next whole number.
            high -= 1;
            low += EIGHT_DIGITS;
        }
        out.append((int) high);
        int digits = (int) low;
        for (int unit = EIGHT_DIGITS / 10; unit > 0; unit /= 10) {
            out.append((char) ('0' + digits / unit % 10));
        }
        return out;
    }
}
