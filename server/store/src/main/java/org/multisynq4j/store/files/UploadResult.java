package org.multisynq4j.store.files;

/** What became of an upload. */
public enum UploadResult {
    /** A new file is stored. */
    CREATED,
    /** The same bytes were there already. */
    UNCHANGED,
    /** Other bytes under a name that does not tell them (encryption is randomised) were replaced. */
    REPLACED,
    /** The body is longer than the limit for one file; nothing was stored. */
    TOO_LARGE,
    /** The session would hold more than its quota; nothing was stored. */
    OVER_QUOTA,
    /** The name says another hash than the body has, or is a directory; nothing was stored. */
    CONFLICT
}
