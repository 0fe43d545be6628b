package org.multisynq4j.client.port;

/** Opens text-frame connections to a reflector. */
public interface Transport {
    /**
     * Starts connecting; returns at once. Exactly one {@link Listener#closed} follows, whether or not the connection ever opened.
     *
     * @param url absolute {@code ws:} or {@code wss:} URL
     */
    Connection connect(String url, Listener listener);

    /** One connection; safe to use after it closed (then it does nothing). */
    interface Connection {
        /** Queues a text frame. Ignored unless the connection is open. */
        void send(String text);

        /** Bytes accepted by {@link #send} but not yet handed to the network. */
        long bufferedBytes();

        /** Closes with a WebSocket code (1000 or 3000–4999) and a reason of at most 123 bytes. */
        void close(int code, String reason);
    }

    /** Told what happens to a connection, in order, on the session's thread. */
    interface Listener {
        void opened();

        void received(String text);

        /** The last call. 1006 when the connection was lost or could not be made. */
        void closed(int code, String reason);
    }
}
