package org.multisynq4j.text;

/** UTF-8, strict in both directions and the same on every platform; a browser program need not carry the class library's character sets for it. */
public final class Utf8 {
    private static final int MAX_BYTES_PER_CHAR = 3;
    private static final int FIRST_SUPPLEMENTARY = 0x10000;

    /** By the number of bytes that follow the first: the smallest character that needs so many. */
    private static final int[] SMALLEST = {0, 0x80, 0x800, FIRST_SUPPLEMENTARY};

    private Utf8() {}

    /** @throws IllegalArgumentException if the text has half of a surrogate pair */
    public static byte[] encode(String text) {
        byte[] out = new byte[text.length() * MAX_BYTES_PER_CHAR];
        int to = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c >= 0xD800 && c < 0xE000) {
                int low = c < 0xDC00 && i + 1 < text.length() ? text.charAt(i + 1) : 0;
                if (low < 0xDC00 || low >= 0xE000) {
                    throw new IllegalArgumentException("text has half of a surrogate pair at index " + i);
                }
                c = FIRST_SUPPLEMENTARY + ((c & 0x3FF) << 10) + (low & 0x3FF);
                i++;
            }
            to = write(c, out, to);
        }
        byte[] exact = new byte[to];
        System.arraycopy(out, 0, exact, 0, to);
        return exact;
    }

    private static int write(int c, byte[] out, int at) {
        if (c < 0x80) {
            out[at] = (byte) c;
            return at + 1;
        }
        int more = c < 0x800 ? 1 : c < FIRST_SUPPLEMENTARY ? 2 : 3;
        // One bit more than bytes follow, at the top of the first byte.
        out[at] = (byte) (0xF80 >> more | c >> 6 * more);
        for (int i = 1; i <= more; i++) {
            out[at + i] = (byte) (0x80 | c >> 6 * (more - i) & 0x3F);
        }
        return at + more + 1;
    }

    /** @throws IllegalArgumentException if the bytes are not well-formed UTF-8 */
    public static String decode(byte[] bytes) {
        char[] out = new char[bytes.length];
        int to = 0;
        int at = 0;
        while (at < bytes.length) {
            int first = bytes[at];
            int more = first >= 0 ? 0 : first < -32 ? 1 : first < -16 ? 2 : 3;
            int c = first >= 0 ? first : first & 0x3F >> more;
            boolean formed = first >= 0 || first >= -62 && first < -11 && at + more < bytes.length;
            for (int i = 1; formed && i <= more; i++) {
                formed = (bytes[at + i] & 0xC0) == 0x80;
                c = c << 6 | bytes[at + i] & 0x3F;
            }
            if (!formed || c < SMALLEST[more] || c > 0x10FFFF || c >= 0xD800 && c < 0xE000) {
                throw new IllegalArgumentException(
                        "the bytes are no UTF-8 text: see byte " + at + " of " + bytes.length);
            }
            if (c >= FIRST_SUPPLEMENTARY) {
                out[to++] = (char) (0xD800 + (c - FIRST_SUPPLEMENTARY >> 10));
                c = 0xDC00 | c & 0x3FF;
            }
            out[to++] = (char) c;
            at += more + 1;
        }
        return new String(out, 0, to);
    }
}
