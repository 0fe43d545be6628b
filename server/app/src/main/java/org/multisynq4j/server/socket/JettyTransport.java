package org.multisynq4j.server.socket;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.Limits;

/**
 * Accepts WebSockets at every path, in front of Javalin: the session id is what follows the last slash.
 *
 * <p>Not Javalin's own route: that one does not tell of pongs, which are the only sign of life of a page whose timers the
 * browser has slowed down, and costs three times the memory per connection.
 */
public final class JettyTransport {
    /** UTF-8 bytes a UTF-16 unit takes at most. */
    private static final int BYTES_PER_CHAR = 3;

    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]{1,64})+/?");
    private static final int MAX_PREFIX_CHARS = 255;

    private final Sessions sessions;
    private final Limits limits;

    /** Brings connections to {@code sessions}. */
    public JettyTransport(Sessions sessions, Limits limits) {
        this.sessions = sessions;
        this.limits = limits;
    }

    /** Puts the handler in front of whatever the server has. */
    public void install(Server server) {
        server.insertHandler(WebSocketUpgradeHandler.from(server, this::configure));
    }

    private void configure(ServerWebSocketContainer container) {
        long maxBytes = (long) BYTES_PER_CHAR * limits.of(Limit.FRAME_CHARS);
        container.setMaxTextMessageSize(maxBytes);
        container.setMaxBinaryMessageSize(maxBytes);
        container.setMaxFrameSize(maxBytes);
        container.setIdleTimeout(Duration.ofMillis(sessions.limits().idleMs()));
        container.addMapping(PathSpec.from("/*"), (request, response, callback) -> {
            response.setExtensions(List.of()); // deflating ciphertext only costs
            String path = Request.getPathInContext(request);
            String sessionId = path.substring(path.lastIndexOf('/') + 1);
            if (sessionId.length() > limits.of(Limit.SESSION_ID_CHARS)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404, "session id too long");
                return null; // Jetty's way to say that the answer is already given
            }
            return endpoint(request, sessionId);
        });
    }

    private JettyEndpoint endpoint(ServerUpgradeRequest request, String sessionId) {
        return new JettyEndpoint(
                sessions, sessionId, Request.getRemoteAddr(request), baseUrl(request), limits.of(Limit.FRAME_CHARS));
    }

    /** How this client reaches the server, also through a proxy that terminates TLS or serves us below a path of its own. */
    private static String baseUrl(Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        if (host == null || !host.matches("[A-Za-z0-9.:\\[\\]_-]{1,255}")) {
            return "";
        }
        String forwarded = request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO);
        boolean secure = request.isSecure()
                || forwarded != null && forwarded.toLowerCase(Locale.ROOT).startsWith("https");
        String prefix = request.getHeaders().get("X-Forwarded-Prefix");
        boolean below = prefix != null
                && prefix.length() <= MAX_PREFIX_CHARS
                && PREFIX.matcher(prefix).matches();
        return (secure ? "https://" : "http://") + host + (below ? prefix.replaceFirst("/$", "") : "");
    }
}
