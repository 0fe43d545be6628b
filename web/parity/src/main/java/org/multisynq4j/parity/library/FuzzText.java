package org.multisynq4j.parity.library;

import java.nio.charset.StandardCharsets;

/** Random bytes and steps on texts, as {@link Fuzz} for collections. */
public final class FuzzText {
    private static final int[] BYTES = {
        0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff, 0x9f, 0xa0, 0x8f,
        0x90, 0x62
    };
    private static final String CHARS = "abXY09 ä€\ud834\udd1e\ud834\u0000";

    private int state;

    private FuzzText(int seed) {
        state = seed * 0x9E3779B9 + 1;
    }

    private int next(int bound) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        return (state >>> 1) % bound;
    }

    /** Bytes that are often no UTF-8, read as UTF-8, and what that gives written again. */
    public static String utf8(int seed, int steps) {
        FuzzText fuzz = new FuzzText(seed);
        StringBuilder story = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            byte[] bytes = new byte[fuzz.next(9)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = (byte) BYTES[fuzz.next(BYTES.length)];
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            story.append(Kit.show(bytes)).append("-> ").append(Kit.show(text)).append('\n');
            story.append(Kit.show(fuzz.text().getBytes(StandardCharsets.UTF_8))).append('\n');
        }
        return story.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = next(5); i > 0; i--) {
            text.append(CHARS.charAt(next(CHARS.length())));
        }
        return text.toString();
    }

    /** Steps on a builder. */
    public static String builder(int seed, int steps) {
        FuzzText fuzz = new FuzzText(seed);
        StringBuilder story = new StringBuilder();
        StringBuilder builder = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            if (builder.length() > 50) {
                builder.setLength(3);
            }
            int operation = fuzz.next(16);
            story.append(operation)
                    .append(": ")
                    .append(Kit.show(Kit.fails(() -> fuzz.step(builder, operation))))
                    .append(" -> ")
                    .append(Kit.show(builder))
                    .append('\n');
        }
        return story.toString();
    }

    private Object step(StringBuilder builder, int operation) {
        int from = next(builder.length() + 3) - 1;
        int to = from + next(5) - 1;
        String text = text();
        return switch (operation) {
            case 0, 1, 2 -> builder.append(text).length();
            case 3 -> builder.insert(from, text).length();
            case 4 -> builder.insert(from, next(1000) - 500).length();
            case 5 -> builder.delete(from, to).length();
            case 6 -> builder.deleteCharAt(from).length();
            case 7 -> builder.replace(from, to, text).length();
            case 8 -> {
                builder.setCharAt(from, 'z');
                yield "";
            }
            case 9 -> builder.reverse().length();
            case 10 -> {
                builder.setLength(from + 1);
                yield "";
            }
            case 11 -> builder.substring(from, to);
            case 12 ->
                Kit.list(
                        builder.indexOf(text),
                        builder.lastIndexOf(text),
                        builder.indexOf("a", from),
                        builder.lastIndexOf("a", from));
            case 13 -> builder.append(text, Math.min(from, 2), Math.min(to, 3)).length();
            case 14 -> builder.codePointAt(from);
            default -> builder.charAt(from);
        };
    }
}
