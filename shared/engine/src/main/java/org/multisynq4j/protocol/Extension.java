package org.multisynq4j.protocol;

import java.util.Optional;

/**
 * Things a client may ask for in JOIN's {@code flags}; the reflector echoes in SYNC's {@code flags} those it grants. Names it does not know are not echoed, so old
 * clients and old reflectors simply speak the original protocol.
 */
public enum Extension {
    /** Every message ends with the milliseconds since the session began, unaffected by teatime. Decided by the first joiner; part of the original. */
    RAWTIME("rawtime", true),
    /** A clean close (1000) of this client is a leave at once, without {@code leaveDelay}. */
    LEAVE_NOW("leave-now", false),
    /** SYNC starts from the snapshot before the newest one (or from the beginning): for a client that could not read the newest. */
    PREVIOUS_SNAPSHOT("previous-snapshot", false),
    /** JOIN carries the public membership key; the reflector asks for a signature (CHALLENGE, PROVE) before SYNC if the session has a key. */
    MEMBERSHIP("membership", false);

    private final String wireName;
    private final boolean original;

    Extension(String wireName, boolean original) {
        this.wireName = wireName;
        this.original = original;
    }

    /** The name in {@code flags}. */
    public String wireName() {
        return wireName;
    }

    /** Whether the original reflector knows it too. */
    public boolean original() {
        return original;
    }

    /** The extension with this name in {@code flags}. */
    public static Optional<Extension> of(String wireName) {
        for (Extension extension : values()) {
            if (extension.wireName.equals(wireName)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }
}
