package org.multisynq4j.client.browser;

import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.Transport;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Connections over the browser's WebSocket. */
final class SocketTransport implements Transport {
    /** RFC 6455: a close frame's reason has at most 123 bytes of UTF-8. */
    private static final int MAX_REASON_BYTES = 123;

    @Override
    public Connection connect(String url, Listener listener) {
        JSObject socket = open(
                url,
                () -> Guard.run(listener::opened),
                text -> Guard.run(() -> listener.received(text)),
                (code, reason) -> Guard.run(() -> listener.closed(code, reason)));
        return new Socket(socket);
    }

    private record Socket(JSObject socket) implements Connection {
        @Override
        public void send(String text) {
            SocketTransport.send(socket, text);
        }

        @Override
        public long bufferedBytes() {
            return (long) buffered(socket);
        }

        @Override
        public void close(int code, String reason) {
            SocketTransport.close(socket, code, cut(reason));
        }
    }

    /** Cuts at a character boundary; three bytes per char is the most UTF-8 needs for a char of Java. */
    static String cut(String reason) {
        int bytes = 0;
        for (int i = 0; i < reason.length(); i++) {
            char c = reason.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (bytes > MAX_REASON_BYTES) {
                return reason.substring(0, Character.isLowSurrogate(c) ? i - 1 : i);
            }
        }
        return reason;
    }

    @JSFunctor
    private interface Opened extends JSObject {
        void call();
    }

    @JSFunctor
    private interface Received extends JSObject {
        void call(String text);
    }

    @JSFunctor
    private interface Closed extends JSObject {
        void call(int code, String reason);
    }

    // The constructor throws for mixed content and malformed addresses; the listener learns of it in a later turn, as
    // of any other failure.
    // A binary frame is no frame of the protocol: the connection is closed as RFC 6455 says for unsupported data.
    @JSBody(
            params = {"url", "opened", "received", "closed"},
            script = "var socket;"
                    + "try { socket = new WebSocket(url); }"
                    + "catch (error) { setTimeout(function() { closed(1006, String(error)); }, 0); return null; }"
                    + "socket.onopen = function() { opened(); };"
                    + "socket.onmessage = function(event) {"
                    + "  if (typeof event.data === 'string') received(event.data); else socket.close(3003, 'binary frame');"
                    + "};"
                    + "socket.onclose = function(event) { closed(event.code, event.reason || ''); };"
                    + "return socket;")
    private static native JSObject open(String url, Opened opened, Received received, Closed closed);

    @JSBody(
            params = {"socket", "text"},
            script = "if (socket && socket.readyState === 1) socket.send(text);")
    private static native void send(JSObject socket, String text);

    @JSBody(params = "socket", script = "return socket ? socket.bufferedAmount : 0;")
    private static native double buffered(JSObject socket);

    @JSBody(
            params = {"socket", "code", "reason"},
            script = "if (socket && socket.readyState < 2) socket.close(code, reason);")
    private static native void close(JSObject socket, int code, String reason);
}
