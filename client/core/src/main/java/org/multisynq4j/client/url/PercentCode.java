package org.multisynq4j.client.url;

import org.multisynq4j.text.Utf8;

/**
 * Percent-encoding of address pieces, the same on every platform.
 *
 * <p>Library decoders throw on a stray {@code %} or replace broken UTF-8 differently; a name decoded differently by two participants would put them into two
 * sessions. Here a piece that is not well-formed is taken literally.
 */
public final class PercentCode {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private static final String HEX = "0123456789ABCDEF";

    private PercentCode() {}

    /** Encodes everything except letters, digits and {@code -_.!~*'()}; a lone surrogate becomes {@code ?}. */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (byte b : Utf8.encode(wellFormed(text))) {
            char c = (char) (b & 0xff);
            if (PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }

    private static String wellFormed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
            if (pair) {
                out.append(c).append(text.charAt(++i));
            } else {
                out.append(Character.isSurrogate(c) ? '?' : c);
            }
        }
        return out.toString();
    }

    /** Decodes {@code %XX} runs as UTF-8; returns the piece unchanged if an escape or its UTF-8 is malformed. A plus sign stays a plus sign. */
    public static String decode(String piece) {
        if (piece.indexOf('%') < 0) {
            return piece;
        }
        StringBuilder out = new StringBuilder(piece.length());
        int i = 0;
        while (i < piece.length()) {
            if (piece.charAt(i) != '%') {
                out.append(piece.charAt(i++));
                continue;
            }
            int lead = octet(piece, i);
            int length = sequenceLength(lead);
            int code = codePoint(piece, i, lead, length);
            if (code < 0) {
                return piece;
            }
            out.appendCodePoint(code);
            i += 3 * length;
        }
        return out.toString();
    }

    private static int octet(String piece, int at) {
        if (at + 2 >= piece.length() || piece.charAt(at) != '%') {
            return -1;
        }
        int high = Character.digit(piece.charAt(at + 1), 16);
        int low = Character.digit(piece.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int sequenceLength(int lead) {
        if (lead < 0) {
            return 0;
        }
        if (lead < 0x80) {
            return 1;
        }
        if (lead >= 0xc2 && lead < 0xe0) {
            return 2;
        }
        if (lead >= 0xe0 && lead < 0xf0) {
            return 3;
        }
        return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    }

    private static int codePoint(String piece, int at, int lead, int length) {
        if (length == 0) {
            return -1;
        }
        int code = length == 1 ? lead : lead & (0x7f >> length);
        for (int k = 1; k < length; k++) {
            int next = octet(piece, at + 3 * k);
            if (next < 0x80 || next > 0xbf) {
                return -1;
            }
            code = code << 6 | next & 0x3f;
        }
        boolean overlong = length == 3 && code < 0x800 || length == 4 && code < 0x10000;
        boolean surrogate = code >= 0xd800 && code <= 0xdfff;
        return overlong || surrogate || code > 0x10ffff ? -1 : code;
    }
}
