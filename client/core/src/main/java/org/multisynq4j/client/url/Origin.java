package org.multisynq4j.client.url;

import java.util.Locale;
import java.util.Optional;

/**
 * Scheme, host and port of an address; what decides whether an address may be talked to.
 *
 * @param scheme {@code http} or {@code https} ({@code ws} and {@code wss} count as these)
 * @param host lower case, IPv6 with its brackets
 * @param port explicit or the scheme's default
 */
public record Origin(String scheme, String host, int port) {
    /**
     * Reads the origin of an absolute http, https, ws or wss address. Empty if it is anything else, or has a user part, a backslash or a control character:
     * browsers and we might read those differently, and an allow list must not depend on whose reading is right.
     */
    public static Optional<Origin> of(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c == '\\' || c == 0x7f) {
                return Optional.empty();
            }
        }
        int colon = url.indexOf("://");
        if (colon < 0) {
            return Optional.empty();
        }
        String scheme = httpScheme(url.substring(0, colon).toLowerCase(Locale.ROOT));
        int end = authorityEnd(url, colon + 3);
        String authority = url.substring(colon + 3, end).toLowerCase(Locale.ROOT);
        int portAt = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.lastIndexOf(':');
        String host = portAt > 0 ? authority.substring(0, portAt) : authority;
        int port = portAt > 0 ? port(authority.substring(portAt + 1)) : scheme.equals("https") ? 443 : 80;
        if (scheme.isEmpty() || !isHost(host) || port < 1) {
            return Optional.empty();
        }
        return Optional.of(new Origin(scheme, host, port));
    }

    /** True for the machine the page runs on. */
    public boolean isLocalhost() {
        return host.equals("localhost")
                || host.equals("127.0.0.1")
                || host.equals("[::1]")
                || host.endsWith(".localhost");
    }

    @Override
    public String toString() {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }

    private static String httpScheme(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> "http";
            case "https", "wss" -> "https";
            default -> "";
        };
    }

    private static int authorityEnd(String url, int from) {
        int end = from;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int port(String digits) {
        if (digits.isEmpty() || digits.length() > 5) {
            return -1;
        }
        int port = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            port = port * 10 + (c - '0');
        }
        return port <= 65535 ? port : -1;
    }

    private static boolean isHost(String host) {
        boolean v6 = host.startsWith("[") && host.endsWith("]") && host.length() > 3;
        String body = v6 ? host.substring(1, host.length() - 1) : host;
        String allowed = v6 ? "0123456789abcdef:." : "abcdefghijklmnopqrstuvwxyz0123456789-._";
        for (int i = 0; i < body.length(); i++) {
            if (allowed.indexOf(body.charAt(i)) < 0) {
                return false;
            }
        }
        return !body.isEmpty();
    }
}
