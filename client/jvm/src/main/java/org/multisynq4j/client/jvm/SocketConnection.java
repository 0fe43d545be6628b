package org.multisynq4j.client.jvm;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.multisynq4j.client.port.Transport;

/**
 * One WebSocket, as the session's thread sees it. All methods run there; what the network's threads report comes through {@link IncomingFrames}.
 *
 * <p>{@code java.net.http} allows one unfinished send at a time, hence the queue.
 */
final class SocketConnection implements Transport.Connection {
    /** Connection lost or never made (RFC 6455 §7.4.1; never sent over the wire). */
    static final int LOST = 1006;

    private enum State {
        CONNECTING,
        OPEN,
        CLOSING,
        CLOSED
    }

    private final SessionThread thread;
    private final Transport.Listener listener;
    private final JvmTransport.Limits limits;
    private final Consumer<WebSocket> onEnded;
    private final Deque<String> waiting = new ArrayDeque<>();
    private State state = State.CONNECTING;
    private WebSocket socket;
    private long bufferedBytes;
    private boolean sending;
    private Runnable cancelCut = () -> {};
    private boolean heard;
    private boolean pinged;
    private int closeCode;
    private String closeReason = "";

    SocketConnection(
            SessionThread thread,
            Transport.Listener listener,
            JvmTransport.Limits limits,
            Consumer<WebSocket> onEnded) {
        this.thread = thread;
        this.listener = listener;
        this.limits = limits;
        this.onEnded = onEnded;
    }

    WebSocket.Listener incoming() {
        return new IncomingFrames(thread, this, limits.maxFrameChars());
    }

    @Override
    public void send(String text) {
        if (state == State.OPEN) {
            waiting.add(text);
            bufferedBytes += utf8Length(text);
            sendNext();
        }
    }

    @Override
    public long bufferedBytes() {
        return bufferedBytes;
    }

    @Override
    public void close(int code, String reason) {
        if (code != 1000 && (code < 3000 || code > 4999)) {
            throw new IllegalArgumentException("close code " + code + ": only 1000 and 3000 to 4999 may be sent");
        }
        if (utf8Length(reason) > 123) {
            throw new IllegalArgumentException("close reason of " + utf8Length(reason) + " bytes: at most 123 fit");
        }
        if (state == State.CONNECTING) {
            // As in a browser: a connection closed before it opened was never made.
            thread.execute(() -> ended(LOST, "closed before it opened"));
            state = State.CLOSING;
        } else if (state == State.OPEN) {
            state = State.CLOSING;
            closeCode = code;
            closeReason = reason;
            cancelCut =
                    thread.schedule(limits.closeTimeoutMs(), () -> ended(LOST, "the server did not confirm the close"));
            sendNext();
        }
    }

    void opened(WebSocket opened, Throwable error) {
        if (error != null) {
            ended(LOST, String.valueOf(error.getMessage()));
        } else if (state == State.CONNECTING) {
            socket = opened;
            state = State.OPEN;
            listener.opened();
            opened.request(1);
            thread.schedule(limits.silenceMs(), this::watch);
        } else {
            end(opened);
        }
    }

    /** The server has shown that it is there. */
    void alive() {
        heard = true;
        pinged = false;
    }

    /**
     * Asks a silent server for a sign of life. Needed although the network reports its errors: {@code java.net.http} of JDK 17 was seen to close a connection that was reset
     * while it writes without telling its listener.
     */
    private void watch() {
        if (state != State.OPEN) {
            return;
        }
        if (!heard && pinged) {
            ended(LOST, "the server is silent");
            return;
        }
        if (!heard) {
            pinged = true;
            socket.sendPing(ByteBuffer.allocate(0)).whenComplete((done, error) -> {
                if (error != null) {
                    thread.execute(() -> ended(LOST, "connection lost: " + error.getMessage()));
                }
            });
        }
        heard = false;
        thread.schedule(limits.silenceMs(), this::watch);
    }

    void received(String text) {
        alive();
        if (state == State.OPEN) {
            listener.received(text);
        }
    }

    /** The last word about this connection, from whichever side it came first. */
    void ended(int code, String reason) {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        cancelCut.run();
        waiting.clear();
        bufferedBytes = 0;
        if (socket != null) {
            end(socket);
        }
        listener.closed(code, reason);
    }

    private void end(WebSocket ended) {
        ended.abort();
        onEnded.accept(ended);
    }

    private void sendNext() {
        if (sending || state == State.CLOSED) {
            return;
        }
        String next = waiting.poll();
        if (next == null && state != State.CLOSING) {
            return;
        }
        sending = true;
        boolean last = next == null;
        (last ? socket.sendClose(closeCode, closeReason) : socket.sendText(next, true))
                .whenComplete((done, error) -> thread.execute(() -> sent(last ? "" : next, last, error)));
    }

    private void sent(String text, boolean last, Throwable error) {
        if (state == State.CLOSED) {
            return;
        }
        bufferedBytes -= utf8Length(text);
        if (error != null) {
            ended(LOST, "sending failed: " + error.getMessage());
        } else if (!last) {
            // After the close frame nothing may follow, so that "sending" stays set.
            sending = false;
            sendNext();
        }
    }

    private static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair counts two of the pair's four bytes.
            length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return length;
    }
}
