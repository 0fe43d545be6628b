package org.multisynq4j.manifest;

/** What was fetched is no manifest, part or delta of this session, or was damaged. The message says where and what. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ManifestException(String message) {
        super(message);
    }
}
