package org.multisynq4j.teavm.library;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes to characters; each longest start of a character that goes no further gives one replacement, as the JDK has it. */
final class Decoding {
    private static final char REPLACEMENT = '\ufffd';

    private final byte[] bytes;
    private final int end;
    private final char[] chars;
    private int at;
    private int count;

    private Decoding(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        at = offset;
        end = offset + length;
        chars = new char[length];
    }

    static char[] decode(byte[] bytes, int offset, int length, Charset charset) {
        Decoding decoding = new Decoding(bytes, offset, length);
        while (decoding.at < decoding.end) {
            if (charset == StandardCharsets.UTF_8) {
                decoding.character();
            } else {
                int c = bytes[decoding.at++] & 0xff;
                decoding.add(c >= 0x80 && charset == StandardCharsets.US_ASCII ? REPLACEMENT : (char) c);
            }
        }
        return Arrays.copyOf(decoding.chars, decoding.count);
    }

    private void add(char c) {
        chars[count++] = c;
    }

    private void character() {
        int first = bytes[at++] & 0xff;
        if (first < 0x80) {
            add((char) first);
        } else if (first >= 0xc2 && first < 0xe0) {
            rest(first & 0x1f, 1, 0x80, 0xbf);
        } else if (first >= 0xe0 && first < 0xf0) {
            rest(first & 0x0f, 2, first == 0xe0 ? 0xa0 : 0x80, 0xbf);
        } else if (first >= 0xf0 && first < 0xf5) {
            rest(first & 0x07, 3, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf);
        } else {
            add(REPLACEMENT);
        }
    }

    /** The bytes after the first one; the limits are those of the second. */
    private void rest(int high, int missing, int low, int most) {
        int c = high;
        for (int i = 0; i < missing; i++) {
            int next = at < end ? bytes[at] & 0xff : 0;
            if (next < (i == 0 ? low : 0x80) || next > (i == 0 ? most : 0xbf)) {
                add(REPLACEMENT);
                return;
            }
            c = c << 6 | next & 0x3f;
            at++;
        }
        if (c >= 0x10000) {
            add(Character.highSurrogate(c));
            add(Character.lowSurrogate(c));
        } else {
            add(c >= 0xd800 && c < 0xe000 ? REPLACEMENT : (char) c);
        }
    }
}
