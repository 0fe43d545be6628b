package org.multisynq4j.reflector;

/** Which URLs a client may announce in SNAP and SAVE. */
public enum FilePolicy {
    /** Only files in the server's own store, and only when they are completely there. */
    OWN,
    /** Own files as above; files of other servers are taken as they are, since nobody can check them. */
    OWN_OR_FOREIGN,
    /** Everything is taken as it is, like the original does. */
    UNCHECKED
}
