package org.multisynq4j.client.browser;

/** A file could not be fetched or stored; the message names its address and the reason. */
public final class FileTransferException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FileTransferException(String message) {
        super(message);
    }
}
