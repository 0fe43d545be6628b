package org.multisynq4j.client.jvm;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/**
 * Puts text frames together and hands them to the session's thread. Runs on the network's threads, one call at a time.
 *
 * <p>The next frame is asked for only after the session's thread has taken the last one, so that a slow session slows the sender down instead of filling memory.
 */
final class IncomingFrames implements WebSocket.Listener {
    /** RFC 6455 §7.4.1: unacceptable data, message too big. Reported to the session; the peer just sees the connection end. */
    private static final int UNACCEPTABLE = 1003;

    private static final int TOO_BIG = 1009;

    private final SessionThread thread;
    private final SocketConnection connection;
    private final int maxChars;
    private StringBuilder parts = new StringBuilder();

    IncomingFrames(SessionThread thread, SocketConnection connection, int maxChars) {
        this.thread = thread;
        this.connection = connection;
        this.maxChars = maxChars;
    }

    @Override
    public void onOpen(WebSocket socket) {
        // The session's thread asks for the first frame once it has told its listener that the connection is open.
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        if ((long) parts.length() + data.length() > maxChars) {
            fail(TOO_BIG, "the server sent a frame of more than " + maxChars + " characters");
            return null;
        }
        parts.append(data);
        if (last) {
            String text = parts.toString();
            parts = new StringBuilder();
            thread.execute(() -> {
                try {
                    connection.received(text);
                } finally {
                    socket.request(1);
                }
            });
        } else {
            socket.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        fail(UNACCEPTABLE, "the server sent a binary frame");
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
        thread.execute(connection::alive);
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        fail(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        fail(SocketConnection.LOST, "connection lost: " + error.getMessage());
    }

    private void fail(int code, String reason) {
        thread.execute(() -> connection.ended(code, reason));
    }
}
