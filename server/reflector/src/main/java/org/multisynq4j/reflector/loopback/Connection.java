package org.multisynq4j.reflector.loopback;

/** A client's connection to a loopback reflector; does nothing once it is closed. */
public interface Connection {
    /** Delivers a text frame to the reflector, now. */
    void send(String text);

    /** Tells the reflector that it has given a sign of life that is no frame. */
    void pong();

    /** Ends the connection, as seen by the reflector: 1000 for a clean leave, 1006 for a lost connection. */
    void close(int code);
}
