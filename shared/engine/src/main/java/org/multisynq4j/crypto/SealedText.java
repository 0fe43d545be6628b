package org.multisynq4j.crypto;

import org.multisynq4j.text.Bytes;

/** The outer form of sealed texts: a letter for the kind, the version, a dot, base64url. */
final class SealedText {
    private SealedText() {}

    static byte[] decode(String prefix, String text, String what) {
        if (!text.startsWith(prefix)) {
            throw refusal(prefix, text, what);
        }
        try {
            return Bytes.fromBase64Url(text.substring(prefix.length()));
        } catch (IllegalArgumentException e) {
            throw new CryptoException(CryptoException.Reason.MALFORMED, "not a sealed " + what + ": " + e.getMessage());
        }
    }

    private static CryptoException refusal(String prefix, String text, String what) {
        if (text.length() < prefix.length() || text.charAt(2) != '.') {
            return new CryptoException(
                    CryptoException.Reason.MALFORMED, "not a sealed " + what + ": it does not begin with " + prefix);
        }
        if (text.charAt(0) != prefix.charAt(0)) {
            return new CryptoException(
                    CryptoException.Reason.WRONG_KIND,
                    "a sealed " + what + " begins with " + prefix + ", not with " + text.substring(0, 3));
        }
        return new CryptoException(
                CryptoException.Reason.UNSUPPORTED_VERSION,
                "sealed " + what + " of version '" + text.charAt(1) + "', this build opens version '" + prefix.charAt(1)
                        + "': update the older participant");
    }
}
