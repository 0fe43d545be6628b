package org.multisynq4j.crypto;

/** Limits of what is sealed and opened. Beyond them sealing throws {@link IllegalArgumentException}, opening {@link CryptoException}. */
public final class CryptoLimits {
    /** Longest password, in UTF-16 code units. */
    public static final int MAX_PASSWORD_CHARS = 1024;

    /** Longest view id, in characters (printable ASCII without space). */
    public static final int MAX_VIEW_ID_CHARS = 64;

    /** Longest plain event or view data, in bytes. Far above what a session accepts as payload; it only bounds memory. */
    public static final int MAX_TEXT_PLAIN_BYTES = 1 << 20;

    /** Longest plain file, in bytes. */
    public static final int MAX_FILE_PLAIN_BYTES = 256 << 20;

    /** Largest counter of one sender's epoch: exact as a JavaScript number, so that other tools may read it. */
    public static final long MAX_COUNTER = (1L << 53) - 1;

    private CryptoLimits() {}
}
