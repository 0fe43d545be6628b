package org.multisynq4j.teavm.library;

import java.util.Objects;

/** Of {@code StringBuilder}. */
public final class BuilderRepairs {
    private BuilderRepairs() {}

    /** TeaVM shows what was there before, or fails later. */
    public static void setLength(StringBuilder self, int length) {
        if (length < 0) {
            throw new StringIndexOutOfBoundsException("length " + length);
        }
        if (length < self.length()) {
            self.delete(length, self.length());
        }
        while (self.length() < length) {
            self.append('\0');
        }
    }

    /** TeaVM lets the place after the last character pass. */
    public static void setCharAt(StringBuilder self, int index, char c) {
        if (index < 0 || index >= self.length()) {
            throw new StringIndexOutOfBoundsException("index " + index + ", length " + self.length());
        }
        self.replace(index, index + 1, String.valueOf(c));
    }

    /** TeaVM turns surrogate pairs around. */
    public static StringBuilder reverse(StringBuilder self) {
        int length = self.length();
        char[] reversed = new char[length];
        int to = length;
        for (int i = 0; i < length; i++) {
            char c = self.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(self.charAt(i + 1))) {
                reversed[--to] = self.charAt(++i);
            }
            reversed[--to] = c;
        }
        self.delete(0, length);
        return self.append(reversed);
    }

    /** To be called before each {@code insert}: TeaVM inserts beyond the end, or has another exception. */
    static void checkInsert(StringBuilder self, int index) {
        if (index < 0 || index > self.length()) {
            throw new StringIndexOutOfBoundsException("index " + index + ", length " + self.length());
        }
    }

    /** TeaVM appends something for what is no code point. */
    public static StringBuilder appendCodePoint(StringBuilder self, int c) {
        if (!Character.isValidCodePoint(c)) {
            throw new IllegalArgumentException("no code point: " + c);
        }
        return c < 0x10000
                ? self.append((char) c)
                : self.append(Character.highSurrogate(c)).append(Character.lowSurrogate(c));
    }

    /** TeaVM fails on null, which is text here. */
    public static StringBuilder append(StringBuilder self, CharSequence text) {
        return self.append(String.valueOf(text));
    }

    public static StringBuilder append(StringBuilder self, CharSequence text, int from, int to) {
        String all = String.valueOf(text);
        Objects.checkFromToIndex(from, to, all.length());
        return self.append(all.substring(from, to));
    }

    public static StringBuilder append(StringBuilder self, char[] chars, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, chars.length);
        return self.append(new String(chars, offset, length));
    }

    /** TeaVM fails on empty texts and at the ends. */
    public static int indexOf(StringBuilder self, String part) {
        return self.toString().indexOf(part);
    }

    public static int indexOf(StringBuilder self, String part, int from) {
        return self.toString().indexOf(part, from);
    }

    public static int lastIndexOf(StringBuilder self, String part) {
        return self.toString().lastIndexOf(part);
    }

    public static int lastIndexOf(StringBuilder self, String part, int from) {
        return self.toString().lastIndexOf(part, from);
    }
}
