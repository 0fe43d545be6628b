package org.multisynq4j.reflector.loopback;

/** The client's end of a connection. May send and close from within its methods. */
public interface Listener {
    /** A text frame from the reflector. */
    void received(String text);

    /** The reflector closed the connection; nothing follows. Not called after {@link Connection#close}. */
    void closed(int code, String reason);
}
