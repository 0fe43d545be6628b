package org.multisynq4j.text;

/**
 * Bytes as text: base64 (RFC 4648 §4, padded), base64url (§5, unpadded) and lower-case hex.
 *
 * <p>Decoding is strict: every byte array has exactly one text, so a text that was altered in any character never decodes to the same bytes. That is why
 * {@code java.util.Base64}, which ignores the unused bits of the last character, is not used.
 */
public final class Bytes {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String HEX = "0123456789abcdef";
    private static final byte[] BASE64_VALUES = values(BASE64);
    private static final byte[] BASE64URL_VALUES = values(BASE64URL);

    private Bytes() {}

    /** Base64 with padding. */
    public static String base64(byte[] bytes) {
        return encode(bytes, BASE64, true);
    }

    /** Base64url without padding. */
    public static String base64Url(byte[] bytes) {
        return encode(bytes, BASE64URL, false);
    }

    /** Lower-case hexadecimal. */
    public static String hex(byte[] bytes) {
        char[] out = new char[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            out[2 * i] = HEX.charAt((bytes[i] >> 4) & 15);
            out[2 * i + 1] = HEX.charAt(bytes[i] & 15);
        }
        return new String(out);
    }

    /** Reverses {@link #base64}. @throws IllegalArgumentException if no bytes encode to this text */
    public static byte[] fromBase64(String text) {
        int length = text.length();
        if (length % 4 != 0) {
            throw new IllegalArgumentException("base64: length " + length + " is not a multiple of 4");
        }
        int end = length;
        while (end > 0 && length - end < 2 && text.charAt(end - 1) == '=') {
            end--;
        }
        return decode(text, end, BASE64_VALUES);
    }

    /** Reverses {@link #base64Url}. @throws IllegalArgumentException if no bytes encode to this text */
    public static byte[] fromBase64Url(String text) {
        return decode(text, text.length(), BASE64URL_VALUES);
    }

    /** Reverses {@link #hex}. @throws IllegalArgumentException if no bytes encode to this text */
    public static byte[] fromHex(String text) {
        if (text.length() % 2 != 0) {
            throw new IllegalArgumentException("hex: odd length " + text.length());
        }
        byte[] out = new byte[text.length() / 2];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (hexDigit(text, 2 * i) << 4 | hexDigit(text, 2 * i + 1));
        }
        return out;
    }

    /**
     * The UTF-8 form of a well-formed string.
     *
     * @throws IllegalArgumentException for an unpaired surrogate: {@code String.getBytes} would silently write {@code ?}, so that two different strings had the
     *     same bytes
     */
    public static byte[] utf8(String text) {
        return Utf8.encode(text);
    }

    private static String encode(byte[] bytes, String alphabet, boolean padded) {
        int whole = bytes.length / 3;
        int rest = bytes.length % 3;
        char[] out = new char[whole * 4 + (rest == 0 ? 0 : padded ? 4 : rest + 1)];
        int to = 0;
        int from = 0;
        for (int i = 0; i < whole; i++) {
            int bits = (bytes[from] & 255) << 16 | (bytes[from + 1] & 255) << 8 | bytes[from + 2] & 255;
            from += 3;
            out[to++] = alphabet.charAt(bits >> 18);
            out[to++] = alphabet.charAt(bits >> 12 & 63);
            out[to++] = alphabet.charAt(bits >> 6 & 63);
            out[to++] = alphabet.charAt(bits & 63);
        }
        if (rest > 0) {
            int bits = (bytes[from] & 255) << 16 | (rest == 2 ? (bytes[from + 1] & 255) << 8 : 0);
            out[to++] = alphabet.charAt(bits >> 18);
            out[to++] = alphabet.charAt(bits >> 12 & 63);
            if (rest == 2) {
                out[to++] = alphabet.charAt(bits >> 6 & 63);
            }
            while (to < out.length) {
                out[to++] = '=';
            }
        }
        return new String(out);
    }

    private static byte[] decode(String text, int length, byte[] values) {
        int rest = length % 4;
        if (rest == 1) {
            throw new IllegalArgumentException("base64: " + length + " characters encode no whole number of bytes");
        }
        byte[] out = new byte[length / 4 * 3 + (rest == 0 ? 0 : rest - 1)];
        int bits = 0;
        int to = 0;
        for (int i = 0; i < length; i++) {
            bits = bits << 6 | value(text, i, values);
            if ((i & 3) == 3) {
                out[to++] = (byte) (bits >> 16);
                out[to++] = (byte) (bits >> 8);
                out[to++] = (byte) bits;
                bits = 0;
            }
        }
        int unused = 0;
        if (rest == 2) {
            out[to] = (byte) (bits >> 4);
            unused = bits & 15;
        } else if (rest == 3) {
            out[to] = (byte) (bits >> 10);
            out[to + 1] = (byte) (bits >> 2);
            unused = bits & 3;
        }
        if (unused != 0) {
            throw new IllegalArgumentException("base64: the unused bits of the last character are not zero");
        }
        return out;
    }

    private static int value(String text, int index, byte[] values) {
        char c = text.charAt(index);
        int value = c < values.length ? values[c] : -1;
        if (value < 0) {
            throw new IllegalArgumentException("base64: unexpected character U+" + codeUnit(c) + " at index " + index);
        }
        return value;
    }

    private static int hexDigit(String text, int index) {
        int value = HEX.indexOf(text.charAt(index));
        if (value < 0) {
            throw new IllegalArgumentException(
                    "hex: unexpected character U+" + codeUnit(text.charAt(index)) + " at index " + index);
        }
        return value;
    }

    private static String codeUnit(char c) {
        return hex(new byte[] {(byte) (c >> 8), (byte) c});
    }

    private static byte[] values(String alphabet) {
        byte[] values = new byte[128];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) alphabet.indexOf((char) i);
        }
        return values;
    }
}
