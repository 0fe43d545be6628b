package org.multisynq4j.protocol;

/** Session ids as they appear in connection URLs, frames and file names. */
public final class SessionIds {
    private SessionIds() {}

    /**
     * Whether a text may be a session id: 1 to {@link Limit#SESSION_ID_CHARS} characters of {@code A-Z a-z 0-9 _ - . ~}, not {@code .} or {@code ..}. Clients
     * use 43 characters of base64url; everything else is refused because ids become part of URLs, log lines and file names.
     */
    public static boolean valid(String id, Limits limits) {
        if (id.isEmpty() || id.length() > limits.of(Limit.SESSION_ID_CHARS) || id.equals(".") || id.equals("..")) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (!isPlain(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-'
                || c == '.'
                || c == '~';
    }
}
