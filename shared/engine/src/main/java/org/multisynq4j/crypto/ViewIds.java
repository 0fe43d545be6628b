package org.multisynq4j.crypto;

/** View ids inside envelopes: printable ASCII, so that one id has one encoding. */
final class ViewIds {
    private ViewIds() {}

    static boolean isValid(String viewId) {
        if (viewId.isEmpty() || viewId.length() > CryptoLimits.MAX_VIEW_ID_CHARS) {
            return false;
        }
        for (int i = 0; i < viewId.length(); i++) {
            char c = viewId.charAt(i);
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    static String check(String viewId) {
        if (!isValid(viewId)) {
            throw new IllegalArgumentException("a view id has 1 to " + CryptoLimits.MAX_VIEW_ID_CHARS
                    + " printable ASCII characters, not \"" + viewId + "\"");
        }
        return viewId;
    }
}
