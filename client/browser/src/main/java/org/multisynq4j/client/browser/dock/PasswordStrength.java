package org.multisynq4j.client.browser.dock;

/** What guessing a password would cost, as far as its length and kinds of characters tell. */
enum PasswordStrength {
    NONE(""),
    WEAK("Weak: somebody with a copy of the files could guess it. Longer is better."),
    FAIR("Fair: a few more words make it strong."),
    STRONG("Strong.");

    private static final double FAIR_BITS = 50;
    private static final double STRONG_BITS = 80;
    private static final double BITS_PER_LETTER = 4.7;
    private static final double BITS_PER_KIND = 0.6;

    private final String hint;

    PasswordStrength(String hint) {
        this.hint = hint;
    }

    String hint() {
        return hint;
    }

    /** A repeated character adds nothing to the one before. */
    static PasswordStrength of(String password) {
        int counted = 0;
        int kinds = 0;
        for (int i = 0; i < password.length(); i++) {
            char c = password.charAt(i);
            counted += i == 0 || c != password.charAt(i - 1) ? 1 : 0;
            kinds |= Character.isDigit(c) ? 1 : Character.isUpperCase(c) ? 2 : Character.isLetter(c) ? 4 : 8;
        }
        double bits = counted * (BITS_PER_LETTER + BITS_PER_KIND * (Integer.bitCount(kinds) - 1));
        if (password.isEmpty()) {
            return NONE;
        }
        return bits < FAIR_BITS ? WEAK : bits < STRONG_BITS ? FAIR : STRONG;
    }
}
