package org.multisynq4j.json;

/** Strings as JSON text, escaped exactly as JavaScript's {@code JSON.stringify} escapes them. */
final class JsonText {
    private static final char[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private JsonText() {}

    static void quote(String value, StringBuilder out) {
        out.append('"');
        int done = 0;
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && !isUnpaired(value, i, c)) {
                continue;
            }
            out.append(value.substring(done, i));
            escape(c, out);
            done = i + 1;
        }
        // Appending a range copies character by character in a browser; most strings need no escape and are appended
        // whole.
        out.append(done == 0 ? value : value.substring(done)).append('"');
    }

    /** An unpaired surrogate has no UTF-8 encoding: escaped, it survives the way through bytes. */
    private static boolean isUnpaired(String value, int i, char c) {
        if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
            return false;
        }
        if (c <= Character.MAX_HIGH_SURROGATE) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
    }

    private static void escape(char c, StringBuilder out) {
        out.append('\\');
        switch (c) {
            case '"':
            case '\\':
                out.append(c);
                break;
            case '\b':
                out.append('b');
                break;
            case '\f':
                out.append('f');
                break;
            case '\n':
                out.append('n');
                break;
            case '\r':
                out.append('r');
                break;
            case '\t':
                out.append('t');
                break;
            default:
                out.append('u')
                        .append(HEX[c >> 12])
                        .append(HEX[c >> 8 & 15])
                        .append(HEX[c >> 4 & 15])
                        .append(HEX[c & 15]);
        }
    }
}
