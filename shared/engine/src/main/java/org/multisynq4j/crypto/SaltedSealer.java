package org.multisynq4j.crypto;

import org.multisynq4j.crypto.CryptoException.Reason;
import org.multisynq4j.text.Bytes;

/**
 * Seals short texts that have no counter of their own: a random salt gives each a key of its own. Bound to a list of texts that whoever opens it knows from elsewhere,
 * the session id first.
 */
final class SaltedSealer {
    static final int SALT_BYTES = 16;

    private final byte[] key;
    private final String label;
    private final String prefix;
    private final String what;

    /** @param what names such a text in errors */
    SaltedSealer(SessionKeys keys, KeyPurpose purpose, String prefix, String what) {
        key = keys.key(purpose);
        label = "multisynq4j/1/" + purpose.label;
        this.prefix = prefix;
        this.what = what;
    }

    /** The envelope as text. @throws IllegalArgumentException if {@code plain} exceeds {@link CryptoLimits#MAX_TEXT_PLAIN_BYTES} */
    String seal(byte[] plain, RandomBytes random, String... binding) {
        if (plain.length > CryptoLimits.MAX_TEXT_PLAIN_BYTES) {
            throw new IllegalArgumentException(
                    what + " has at most " + CryptoLimits.MAX_TEXT_PLAIN_BYTES + " bytes, this has " + plain.length);
        }
        byte[] salt = random.next(SALT_BYTES);
        byte[] sealed = new byte[SALT_BYTES + plain.length + Aead.TAG_BYTES];
        System.arraycopy(salt, 0, sealed, 0, SALT_BYTES);
        Aead.seal(key(salt, binding), Aead.nonce(0), frame(label, binding).bytes(), plain, sealed, SALT_BYTES);
        return prefix + Bytes.base64Url(sealed);
    }

    /** What was sealed with this binding. @throws CryptoException if it was not sealed exactly like this */
    byte[] open(String text, String... binding) {
        if (text.length() > CryptoLimits.MAX_TEXT_PLAIN_BYTES * 2) {
            throw new CryptoException(Reason.TOO_LARGE, what + " of " + text.length() + " characters");
        }
        byte[] sealed = SealedText.decode(prefix, text, what);
        if (sealed.length < SALT_BYTES + Aead.TAG_BYTES) {
            throw new CryptoException(Reason.MALFORMED, "not sealed " + what + ": it is cut off");
        }
        byte[] salt = new byte[SALT_BYTES];
        System.arraycopy(sealed, 0, salt, 0, SALT_BYTES);
        return Aead.open(
                key(salt, binding), Aead.nonce(0), frame(label, binding).bytes(), sealed, SALT_BYTES, what);
    }

    private byte[] key(byte[] salt, String... binding) {
        return Kdf.expand(key, frame(label + "-key", binding).add(salt).bytes());
    }

    private static Framing frame(String label, String... binding) {
        Framing framing = Framing.of(label);
        for (String text : binding) {
            framing.add(text);
        }
        return framing;
    }
}
