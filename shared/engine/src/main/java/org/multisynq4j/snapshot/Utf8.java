package org.multisynq4j.snapshot;

/** UTF-8 extended by lone surrogates; strict otherwise: one string has one form. */
final class Utf8 {
    private Utf8() {}

    static int length(String text) {
        int length = text.length();
        int encoded = length;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                if (c < 0x800) {
                    encoded++;
                } else if (isPair(text, i)) {
                    encoded += 2;
                    i++;
                } else {
                    encoded += 2;
                }
            }
        }
        return encoded;
    }

    /** Writes at {@code at}, which must have room, and returns the position after the last byte. */
    static int write(String text, byte[] out, int at) {
        int length = text.length();
        int to = at;
        for (int i = 0; i < length; i++) {
            int c = text.charAt(i);
            if (c < 0x80) {
                out[to++] = (byte) c;
            } else if (c < 0x800) {
                out[to++] = (byte) (0xC0 | c >> 6);
                out[to++] = (byte) (0x80 | c & 0x3F);
            } else if (isPair(text, i)) {
                int point = 0x10000 + ((c & 0x3FF) << 10) + (text.charAt(++i) & 0x3FF);
                out[to++] = (byte) (0xF0 | point >> 18);
                out[to++] = (byte) (0x80 | point >> 12 & 0x3F);
                out[to++] = (byte) (0x80 | point >> 6 & 0x3F);
                out[to++] = (byte) (0x80 | point & 0x3F);
            } else {
                out[to++] = (byte) (0xE0 | c >> 12);
                out[to++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[to++] = (byte) (0x80 | c & 0x3F);
            }
        }
        return to;
    }

    /** Reads {@code count} bytes that exist; answers a refusal's reason through {@link SnapshotException}. */
    static String read(byte[] in, int at, int count) {
        char[] chars = new char[count];
        int end = at + count;
        int from = at;
        int length = 0;
        while (from < end) {
            int first = in[from];
            if (first >= 0) {
                chars[length++] = (char) first;
                from++;
                continue;
            }
            int more = continuationBytes(first & 0xFF, at, from);
            if (more >= end - from) {
                throw malformed(from, "a character is cut off");
            }
            int point = first & (0x3F >> more);
            for (int i = 1; i <= more; i++) {
                int next = in[from + i];
                if ((next & 0xC0) != 0x80) {
                    throw malformed(from, "a character is cut off");
                }
                point = point << 6 | next & 0x3F;
            }
            if (point < minimum(more) || point > 0x10FFFF) {
                throw malformed(from, "a character has a forbidden form");
            }
            if (point >= 0x10000) {
                chars[length++] = (char) (0xD800 + (point - 0x10000 >> 10));
                chars[length++] = (char) (0xDC00 + (point & 0x3FF));
            } else {
                if (isLow(point)
                        && length > 0
                        && isHigh(chars[length - 1])
                        && in[from - 1] < 0
                        && from - 3 >= at
                        && in[from - 3] == (byte) 0xED) {
                    throw malformed(from, "a surrogate pair is written as two characters");
                }
                chars[length++] = (char) point;
            }
            from += more + 1;
        }
        return new String(chars, 0, length);
    }

    private static int continuationBytes(int first, int at, int from) {
        if (first >= 0xC2 && first < 0xE0) {
            return 1;
        }
        if (first >= 0xE0 && first < 0xF0) {
            return 2;
        }
        if (first >= 0xF0 && first < 0xF5) {
            return 3;
        }
        throw malformed(from, "a character begins with byte " + first);
    }

    private static int minimum(int more) {
        return more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
    }

    private static boolean isPair(String text, int at) {
        return isHigh(text.charAt(at)) && at + 1 < text.length() && isLow(text.charAt(at + 1));
    }

    private static boolean isHigh(int c) {
        return c >= 0xD800 && c < 0xDC00;
    }

    private static boolean isLow(int c) {
        return c >= 0xDC00 && c < 0xE000;
    }

    private static SnapshotException malformed(int at, String reason) {
        return new SnapshotException(
                "Malformed text at byte " + at + ": " + reason + ". The data is damaged; fetch it again.");
    }
}
