package org.multisynq4j.server.socket;

import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.multisynq4j.protocol.CloseReason;

/** Reports what comes from one WebSocket. */
public final class JettyEndpoint implements Session.Listener.AutoDemanding {
    private final Sessions sessions;
    private final String sessionId;
    private final String peerName;
    private final String baseUrl;
    private final int maxFrameChars;
    private Sessions.Connection connection;

    JettyEndpoint(Sessions sessions, String sessionId, String peerName, String baseUrl, int maxFrameChars) {
        this.sessions = sessions;
        this.sessionId = sessionId;
        this.peerName = peerName;
        this.baseUrl = baseUrl;
        this.maxFrameChars = maxFrameChars;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        JettyWire wire = new JettyWire(((WebSocketSession) session).getCoreSession());
        connection = sessions.open(sessionId, wire, peerName, baseUrl);
    }

    @Override
    public void onWebSocketText(String text) {
        if (text.length() > maxFrameChars) {
            connection.refuse(CloseReason.FRAME_TOO_LARGE);
        } else {
            connection.received(text);
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        connection.refuse(CloseReason.MALFORMED_MESSAGE);
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        connection.alive();
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        callback.succeed();
        if (connection != null) {
            connection.disconnected(code);
        }
    }
}
