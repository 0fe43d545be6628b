package org.multisynq4j.protocol;

import org.multisynq4j.text.Bytes;

/** The texts of the membership exchange: so many bytes each, as canonical base64url without padding. */
public enum MemberTexts {
    /** An Ed25519 public key. */
    KEY(32),
    /** What a reflector asks to be signed. */
    CHALLENGE(32),
    /** An Ed25519 signature. */
    SIGNATURE(64),
    /** What an upload proves with: the SHA-256 of the file, then the signature. */
    UPLOAD(96);

    private final int bytes;

    MemberTexts(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes behind the text. */
    public int bytes() {
        return bytes;
    }

    /** Whether this is such a text. */
    public boolean accepts(String text) {
        // The length first, so that nothing long is decoded.
        if (text.length() != (bytes * 4 + 2) / 3) {
            return false;
        }
        try {
            return Bytes.fromBase64Url(text).length == bytes;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    String read(Fields fields, String name, boolean required) {
        String text = required ? fields.required(name, Limit.NAME_CHARS) : fields.text(name, Limit.NAME_CHARS);
        if (!text.isEmpty() && !accepts(text)) {
            throw Fields.malformed(name + " is not " + bytes + " bytes of base64url");
        }
        return text;
    }
}
