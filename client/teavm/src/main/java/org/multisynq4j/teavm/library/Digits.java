package org.multisynq4j.teavm.library;

/** The digits of all scripts of Unicode's first plane, which count in whole numbers as texts. */
final class Digits {
    /** The zeros of the scripts; nine more digits follow each. Since Unicode 13 none came into the first plane. */
    private static final String ZEROS =
            "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20\u1040\u1090"
                    + "\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10";

    private static final int TEN = 10;
    private static final int LETTERS = 26;

    private Digits() {}

    /** The digit's value, or −1 if it is none in this base. */
    static int value(char c, int radix) {
        int value = value(c);
        return value < radix ? value : -1;
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c < 0x80) {
            return letter(c | 0x20, 'a');
        }
        for (int i = 0; i < ZEROS.length(); i++) {
            int digit = c - ZEROS.charAt(i);
            if (digit >= 0 && digit < TEN) {
                return digit;
            }
        }
        return Math.max(letter(c, '\uff21'), letter(c, '\uff41'));
    }

    private static int letter(int c, char a) {
        return c >= a && c < a + LETTERS ? c - a + TEN : -1;
    }

    /** Where the digits of a whole number begin, which may have a sign; that they are digits is not checked. */
    static int first(CharSequence text, int from, int to, int radix) {
        check(from < to && radix >= Character.MIN_RADIX && radix <= Character.MAX_RADIX);
        char sign = text.charAt(from);
        int first = sign == '-' || sign == '+' ? from + 1 : from;
        check(first < to);
        return first;
    }

    static void check(boolean condition) {
        if (!condition) {
            throw new NumberFormatException();
        }
    }
}
