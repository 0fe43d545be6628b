package org.multisynq4j.client.port;

/** One end of the way between a session and its worker. What is sent arrives in order, each on the other side's thread in a turn of its own. */
public interface Channel {
    /** A body of nothing. */
    byte[] NO_BODY = {};

    /**
     * Sends a text and bytes. After {@link #close} it does nothing.
     *
     * @param body given away: the sender must not look at it any more, so that it need not be copied
     */
    void send(String header, byte[] body);

    /** Ends the worker at once, whatever it is doing; nothing more is received. Only the session's end may. */
    void close();

    /** What comes through a channel. */
    interface Listener {
        void received(String header, byte[] body);

        /** The worker is gone or never started; the last call. Not after {@link Channel#close}. */
        void closed(String why);
    }
}
