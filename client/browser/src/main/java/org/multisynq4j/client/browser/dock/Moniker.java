package org.multisynq4j.client.browser.dock;

/**
 * A short pronounceable word and colours for an id, so that two people can tell at a glance that they are in the same session.
 *
 * @param word five letters, empty for an empty id
 * @param hue degrees of the colour circle
 * @param secondHue another one, at least 40 degrees away
 */
public record Moniker(String word, int hue, int secondHue) {
    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aeiou";

    /** The moniker of an id; equal on every platform. */
    public static Moniker of(String id) {
        int seed = 0x811c9dc5;
        for (int i = 0; i < id.length(); i++) {
            seed = (seed ^ id.charAt(i)) * 0x01000193;
        }
        StringBuilder word = new StringBuilder(5);
        int random = scramble(seed);
        int hue = Math.floorMod(random, 360);
        for (int i = 0; i < 5 && !id.isEmpty(); i++) {
            random = scramble(random);
            String letters = i % 2 == 0 ? CONSONANTS : VOWELS;
            word.append(letters.charAt(Math.floorMod(random, letters.length())));
        }
        return new Moniker(word.toString(), hue, (hue + 40 + Math.floorMod(scramble(random), 280)) % 360);
    }

    /** A readable colour on light and dark ground for somebody's name or dot. */
    public String colour() {
        return "hsl(" + hue + " 65% 52%)";
    }

    /** A CSS background in both colours. */
    public String gradient() {
        return "linear-gradient(135deg,hsl(" + hue + " 70% 58%) 50%,hsl(" + secondHue + " 70% 58%) 50%)";
    }

    private static int scramble(int x) {
        int mixed = (x ^ x >>> 16) * 0x45d9f3b;
        mixed = (mixed ^ mixed >>> 16) * 0x45d9f3b;
        return mixed ^ mixed >>> 16 ^ 0x2c1b3c6d;
    }
}
