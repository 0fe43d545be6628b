package org.multisynq4j.crypto;

import org.multisynq4j.text.Bytes;

/**
 * Names for content that tell nothing to whoever lacks the password: HMAC-SHA-256 under a key of their own. Equal content has equal ids within one purpose and
 * scope, so the server can compare what it cannot read.
 */
public final class KeyedId {
    /** Characters of an id. */
    public static final int CHARS = 43;

    private final byte[] key;

    /** What is named; ids of different purposes never agree. */
    public enum Purpose {
        /** Parts of snapshots. */
        CHUNK("chunk"),
        /** Files whose name shows their content, such as persistent data. */
        FILE("file"),
        /** State and trace hashes in votes, which the reflector only compares. */
        VOTE("vote");

        private final String label;

        Purpose(String label) {
            this.label = label;
        }
    }

    /** @param scope the session id or persistent id within which equal content shall have equal ids */
    public KeyedId(SessionKeys keys, Purpose purpose, String scope) {
        key = Kdf.expand(
                keys.key(KeyPurpose.KEYED_IDS),
                Framing.of("multisynq4j/1/keyed-id")
                        .add(purpose.label)
                        .add(scope)
                        .bytes());
    }

    /** The id of the content: {@value #CHARS} base64url characters. */
    public String of(byte[] content) {
        return Bytes.base64Url(Kdf.hmac(key, content));
    }
}
