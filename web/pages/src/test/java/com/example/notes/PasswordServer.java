package com.example.notes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The application's own server: hands out the page, and each room's password to those of its users who may be in that room.
 *
 * <pre>NOTES_SECRET=… java PasswordServer.java PORT DIRECTORY_OF_THE_PAGE</pre>
 *
 * <p>An example: who may log in and who may be where comes from a table, and there is no TLS.
 */
public final class PasswordServer {
    private static final Map<String, Set<String>> ROOMS_OF =
            Map.of("ann", Set.of("plans", "party"), "bob", Set.of("plans"));

    private static final Map<String, String> LOGINS = new ConcurrentHashMap<>();

    private PasswordServer() {}

    public static void main(String[] args) throws IOException {
        String secret = System.getenv("NOTES_SECRET");
        Path pages = Path.of(args[1]).toRealPath();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 0);
        server.createContext("/login", PasswordServer::login);
        server.createContext("/password", exchange -> password(exchange, secret));
        server.createContext("/", exchange -> page(exchange, pages));
        server.start();
        System.out.println(
                "listening on http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Stands for whatever the application's users log in with. */
    private static void login(HttpExchange exchange) throws IOException {
        String login = UUID.randomUUID().toString();
        LOGINS.put(login, parameter(exchange, "as"));
        exchange.getResponseHeaders().add("Set-Cookie", "login=" + login + "; HttpOnly; SameSite=Strict; Path=/");
        answer(exchange, 200, "text/plain", "logged in".getBytes(StandardCharsets.UTF_8));
    }

    // #region endpoint
    /** The password follows from a secret of this server and the room's name, so there is nothing to store but the secret. */
    private static void password(HttpExchange exchange, String secret) throws IOException {
        String room = parameter(exchange, "room");
        Set<String> allowed = ROOMS_OF.getOrDefault(user(exchange), Set.of());
        if (!allowed.contains(room)) {
            answer(exchange, 403, "text/plain", new byte[0]);
            return;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(room.getBytes(StandardCharsets.UTF_8));
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            exchange.getResponseHeaders().add("Cache-Control", "no-store");
            answer(
                    exchange,
                    200,
                    "application/json",
                    ("{\"password\":\"" + password + "\"}").getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
    // #endregion

    private static void page(HttpExchange exchange, Path pages) throws IOException {
        String name = exchange.getRequestURI().getPath();
        Path file = pages.resolve(name.equals("/") ? "index.html" : name.substring(1))
                .normalize();
        if (file.startsWith(pages) && Files.isRegularFile(file)) {
            String type = name.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
            answer(exchange, 200, type, Files.readAllBytes(file));
        } else {
            answer(exchange, 404, "text/plain", new byte[0]);
        }
    }

    private static String user(HttpExchange exchange) {
        String cookies = exchange.getRequestHeaders().getFirst("Cookie");
        for (String cookie : (cookies == null ? "" : cookies).split(";")) {
            if (cookie.strip().startsWith("login=")) {
                return LOGINS.getOrDefault(cookie.strip().substring("login=".length()), "");
            }
        }
        return "";
    }

    private static String parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : (query == null ? "" : query).split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
