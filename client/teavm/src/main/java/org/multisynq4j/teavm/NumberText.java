package org.multisynq4j.teavm;

import org.multisynq4j.text.Numbers;

/**
 * What {@code Double.toString} and {@code Float.toString} give in a browser: the form that Java has, with the shortest digits that read back as the same number.
 * TeaVM's own conversion is at times not the shortest and at times wrong, and brings 18 kB of tables; the engine's is in each program anyway.
 *
 * <p>Models cannot see the result, because JVMs differ as well: the scan refuses numbers turned into text except by the engine's own methods.
 */
public final class NumberText {
    /** Up to here Java writes plainly, from here on with an exponent. */
    private static final int PLAIN_DIGITS = 7;

    private static final int PLAIN_ZEROS = 2;

    private NumberText() {}

    public static String of(double value) {
        return value == 0 || value - value != 0
                ? special(value)
                : javaForm(Numbers.toText(value).replace("5e-324", "4.9e-324"));
    }

    public static String of(float value) {
        return value == 0 || value - value != 0 ? special(value) : javaForm(Numbers.toText(value));
    }

    private static String special(double value) {
        if (value != 0) {
            return value != value ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }
        return 1 / value < 0 ? "-0.0" : "0.0";
    }

    /** From JavaScript's form of a finite number other than zero. */
    private static String javaForm(String text) {
        StringBuilder digits = new StringBuilder();
        int at = text.charAt(0) == '-' ? 1 : 0;
        boolean fraction = false;
        // How many digits from the first that is not zero stand before the point; negative: so many zeros follow it.
        int whole = 0;
        for (; at < text.length() && text.charAt(at) != 'e'; at++) {
            char c = text.charAt(at);
            if (c == '.') {
                fraction = true;
            } else if (c != '0' || digits.length() > 0) {
                digits.append(c);
                whole += fraction ? 0 : 1;
            } else if (fraction) {
                whole--;
            }
        }
        int exponent = whole - 1 + (at < text.length() ? exponent(text, at + 1) : 0);
        int last = digits.length();
        while (last > 1 && digits.charAt(last - 1) == '0') {
            last--;
        }
        digits.setLength(last);
        return (text.charAt(0) == '-' ? "-" : "") + layOut(digits, exponent);
    }

    private static String layOut(StringBuilder digits, int exponent) {
        boolean plain = exponent < PLAIN_DIGITS && exponent >= -1 - PLAIN_ZEROS;
        int before = plain ? exponent + 1 : 1;
        for (int i = before; i < 1; i++) {
            digits.insert(0, '0');
        }
        before = Math.max(before, 1);
        while (digits.length() <= before) {
            digits.append('0');
        }
        digits.insert(before, '.');
        return plain ? digits.toString() : digits.append('E').append(exponent).toString();
    }

    private static int exponent(String text, int from) {
        int value = 0;
        for (int i = from + 1; i < text.length(); i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return text.charAt(from) == '-' ? -value : value;
    }
}
