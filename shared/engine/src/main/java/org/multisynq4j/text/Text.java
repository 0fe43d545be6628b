package org.multisynq4j.text;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.math.ErrorFree;

/**
 * Texts that are the same everywhere: numbers for people to read ({@code String.format} rounds differently in a browser), letters and their case (which differ
 * between JDKs and browsers, because each has the Unicode of its year; here it is Unicode 16), and parts of texts without regular expressions.
 */
public final class Text {
    public static final int MAX_FIXED_DIGITS = 100;

    private static final double TWO_51 = 2251799813685248.0;
    private static final double FIXED_LIMIT = 1e21;

    private Text() {}

    /**
     * The number with exactly this many digits after its point, as JavaScript's {@code toFixed}.
     *
     * <p>Rounds the exact value of the double to the nearest decimal; only an exact tie rounds away from zero: {@code fixed(0.5, 0)} is {@code 1},
     * {@code fixed(1.005, 2)} is {@code 1.00}, because that double is a little less than 1.005. A negative number keeps its sign even if only zeros
     * are left. From 10<sup>21</sup> on, and for NaN and infinities, the result is {@link Numbers#toText(double)}.
     *
     * @param digits 0 to {@link #MAX_FIXED_DIGITS}
     */
    public static String fixed(double value, int digits) {
        if (digits < 0 || digits > MAX_FIXED_DIGITS) {
            throw new IllegalArgumentException("digits is " + digits + ", must be 0 to " + MAX_FIXED_DIGITS);
        }
        double magnitude = Math.abs(value);
        if (!(magnitude < FIXED_LIMIT)) {
            return Numbers.toText(value);
        }
        StringBuilder out = new StringBuilder(24);
        if (value < 0) {
            out.append('-');
        }
        int from = out.length();
        if (digits > Decimals.EXACT_POWERS || !appendByDoubles(out, magnitude, digits)) {
            ExactDecimal.appendRounded(out, magnitude, digits);
        }
        while (out.length() - from <= digits) {
            out.insert(from, '0');
        }
        if (digits > 0) {
            out.insert(out.length() - digits, '.');
        }
        return out.toString();
    }

    private static boolean appendByDoubles(StringBuilder out, double magnitude, int digits) {
        double power = Decimals.power(digits);
        double product = magnitude * power;
        // The lower bound keeps the exact product's low part away from the subnormal numbers.
        if (product >= TWO_51 || magnitude < 1e-200 && magnitude != 0) {
            return false;
        }
        double whole = Math.floor(product);
        double aboveTie = product - whole - 0.5;
        // A fraction of product is never nearer to one half than the low part is large, so these comparisons are exact.
        if (aboveTie > 0 || aboveTie == 0 && ErrorFree.product(magnitude, power, product) >= 0) {
            whole += 1;
        }
        Numbers.append(out, whole);
        return true;
    }

    /**
     * The text in lower case: each code point by itself (Unicode's simple mapping), whatever the language and the place in the word. The length in code points stays.
     */
    public static String lowerCase(String text) {
        return LetterCase.lower(text);
    }

    /** The text in upper case: each code point by itself, so {@code ß} stays as it is. */
    public static String upperCase(String text) {
        return LetterCase.upper(text);
    }

    /** Whether two texts are the same but for the case of their letters. */
    public static boolean equalsIgnoringCase(String a, String b) {
        return compareIgnoringCase(a, b) == 0;
    }

    /** Orders texts without regard to case: by code units of {@code lowerCase(upperCase(text))}. As a comparator: {@code Text::compareIgnoringCase}. */
    public static int compareIgnoringCase(String a, String b) {
        return a.equals(b) ? 0 : lowerCase(upperCase(a)).compareTo(lowerCase(upperCase(b)));
    }

    /** Whether the code point is a letter of any script. */
    public static boolean isLetter(int codePoint) {
        return Letters.isLetter(codePoint);
    }

    /** Whether the code point is a decimal digit of any script. */
    public static boolean isDigit(int codePoint) {
        return Letters.isDigit(codePoint);
    }

    /**
     * The parts between separators, in order; one more than there are separators, so an empty text is one empty part.
     *
     * @param separator taken literally, not empty
     */
    public static List<String> split(String text, String separator) {
        if (separator.isEmpty()) {
            throw new IllegalArgumentException("the separator is empty");
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }
}
