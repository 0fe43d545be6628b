package org.multisynq4j.teavm.library;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Of {@code String}. */
public final class StringRepairs {
    private StringRepairs() {}

    /** White space as {@code Character.isWhitespace} has it; there is none beyond the first plane. */
    private static boolean isWhite(char c) {
        if (c <= ' ') {
            return c >= '\t' && c <= '\r' || c >= '\u001c';
        }
        return c == '\u1680'
                || c >= '\u2000' && c <= '\u200a' && c != '\u2007'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u205f'
                || c == '\u3000';
    }

    private static int start(String text) {
        int start = 0;
        while (start < text.length() && isWhite(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int end(String text, int start) {
        int end = text.length();
        while (end > start && isWhite(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** To be called before {@code substring}: TeaVM lets an empty one begin beyond the end, or has another exception. */
    static void checkCut(String self, int begin) {
        checkCut(self, begin, self.length());
    }

    static void checkCut(String self, int begin, int end) {
        if (begin < 0 || begin > end || end > self.length()) {
            throw new StringIndexOutOfBoundsException("begin " + begin + ", end " + end + ", length " + self.length());
        }
    }

    /** TeaVM finds nothing beyond the end, where the JDK finds an empty text. */
    public static int indexOf(String self, String part, int from) {
        int last = self.length() - part.length();
        int at = Math.max(from, 0);
        if (part.isEmpty()) {
            return Math.min(at, self.length());
        }
        while (at <= last && !self.startsWith(part, at)) {
            at++;
        }
        return at <= last ? at : -1;
    }

    /** TeaVM fails before the start. */
    public static boolean startsWith(String self, String part, int at) {
        if (at < 0 || at > self.length() - part.length()) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (self.charAt(at + i) != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** TeaVM fails on null, which is text here. */
    public static String join(CharSequence separator, CharSequence[] parts) {
        return join(separator, Arrays.asList(parts));
    }

    public static String join(CharSequence separator, Iterable<? extends CharSequence> parts) {
        Objects.requireNonNull(separator);
        StringBuilder joined = new StringBuilder();
        boolean first = true;
        for (CharSequence each : parts) {
            joined.append(first ? "" : separator).append(String.valueOf(each));
            first = false;
        }
        return joined.toString();
    }

    /** The constructor: where bytes are no text, TeaVM writes another number of replacements, and lets some pass that no text may have. */
    public static char[] init(byte[] bytes, Charset charset) {
        return Decoding.decode(bytes, 0, bytes.length, charset);
    }

    public static char[] init(byte[] bytes, int offset, int length, Charset charset) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return Decoding.decode(bytes, offset, length, charset);
    }

    /** TeaVM sees only spaces. */
    public static boolean isBlank(String self) {
        return start(self) == self.length();
    }

    /** In JavaScript TeaVM strips what JavaScript takes for white space. */
    public static String strip(String self) {
        int start = start(self);
        return self.substring(start, end(self, start));
    }

    public static String stripLeading(String self) {
        return self.substring(start(self));
    }

    public static String stripTrailing(String self) {
        return self.substring(0, end(self, 0));
    }

    /** TeaVM leaves out what cannot be encoded, where the JDK writes a question mark. Models have these three character sets. */
    public static byte[] getBytes(String self, Charset charset) {
        boolean utf8 = charset == StandardCharsets.UTF_8;
        int last = charset == StandardCharsets.US_ASCII ? 0x7f : 0xff;
        byte[] bytes = new byte[self.length() * (utf8 ? 3 : 1)];
        int count = 0;
        for (int i = 0; i < self.length(); i++) {
            int c = self.charAt(i);
            if (Character.isHighSurrogate((char) c)
                    && i + 1 < self.length()
                    && Character.isLowSurrogate(self.charAt(i + 1))) {
                c = Character.toCodePoint((char) c, self.charAt(++i));
            }
            if (utf8 && c >= 0x80 && !(c >= 0xd800 && c <= 0xdfff)) {
                count = utf8(c, bytes, count);
            } else {
                bytes[count++] = (byte) (c <= last && (c < 0x80 || !utf8) ? c : '?');
            }
        }
        return Arrays.copyOf(bytes, count);
    }

    private static int utf8(int c, byte[] bytes, int at) {
        int to = at;
        if (c < 0x800) {
            bytes[to++] = (byte) (0xc0 | c >> 6);
        } else {
            if (c < 0x10000) {
                bytes[to++] = (byte) (0xe0 | c >> 12);
            } else {
                bytes[to++] = (byte) (0xf0 | c >> 18);
                bytes[to++] = (byte) (0x80 | c >> 12 & 0x3f);
            }
            bytes[to++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        bytes[to++] = (byte) (0x80 | c & 0x3f);
        return to;
    }
}
