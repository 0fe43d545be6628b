package org.multisynq4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Consumer;

/** Good frames with a few pieces of JSON in wrong places. */
final class RandomFrames {
    private static final int COUNT = 20_000;
    private static final int LONGEST_CUT = 11;
    private static final int MOST_CHANGES = 3;
    private static final String[] PIECES = {
        "null", "{}", "[]", "-1", "1e308", "\"\"", "\"x\"", "true", "[[[[", "}", ",", "\\", "\"", ":"
    };

    private RandomFrames() {}

    /** Asserts that all that are refused are refused with words, and by no other exception. */
    static void assertReadOrRefused(Consumer<String> decoder, String... good) {
        for (long seed = 0; seed < COUNT; seed++) {
            String frame = changed(good, new Random(seed));
            try {
                decoder.accept(frame);
            } catch (FrameException expected) {
                assertThat(expected.getMessage()).as("seed " + seed).isNotEmpty();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + frame, e);
            }
        }
    }

    private static String changed(String[] good, Random random) {
        StringBuilder frame = new StringBuilder(good[random.nextInt(good.length)]);
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            int from = random.nextInt(frame.length());
            int to = Math.min(frame.length(), from + random.nextInt(LONGEST_CUT + 1));
            frame.replace(from, to, PIECES[random.nextInt(PIECES.length)]);
        }
        return frame.toString();
    }
}
