package org.multisynq4j.client.url;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a session's server is.
 *
 * @param reflector absolute {@code ws:} or {@code wss:} address without a trailing slash; the session id is appended after a slash
 * @param files absolute {@code http:} or {@code https:} address without a trailing slash; paths are appended after a slash
 */
public record ServerAddress(String reflector, String files) {
    /** The options that name a server; {@code box} is the original's word for {@code server}. */
    public static final List<String> KEYS = List.of("server", "box", "reflector", "files");

    /**
     * Finds the server of a page: the options of its address first, then {@code configured}, then the server the page came from.
     *
     * @param pageUrl absolute address of the page; relative addresses are resolved against it
     * @param options the page's options
     * @param configured what the program says ({@code Join.server}), trusted; relative or absolute, ends before {@code reflector} and {@code files}
     * @param allowed origins ({@code https://host:port}) that an address may name besides the page's own and localhost
     * @throws IllegalArgumentException if an option names a server that is not allowed or is not an address
     */
    public static ServerAddress of(
            String pageUrl, UrlOptions options, Optional<String> configured, Set<String> allowed) {
        Optional<String> box = options.text("server").or(() -> options.text("box"));
        box.ifPresent(value -> check(pageUrl, "server", value, allowed));
        String root = slash(Urls.resolve(pageUrl, box.or(() -> configured).orElse("/")));
        String reflector = part(pageUrl, options, "reflector", box.isPresent(), root, allowed);
        String files = part(pageUrl, options, "files", box.isPresent(), root, allowed);
        if (Origin.of(reflector).isEmpty() || Origin.of(files).isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + root + "' is not the address of a server. Use http://host:port/ or https://host/.");
        }
        return new ServerAddress(socket(reflector), files);
    }

    /** The options that decide the server, for comparing two addresses. */
    static Map<String, String> keys(UrlOptions options) {
        Map<String, String> found = new TreeMap<>();
        KEYS.forEach(key -> options.text(key).ifPresent(value -> found.put(key, value)));
        return found;
    }

    private static String part(
            String pageUrl, UrlOptions options, String key, boolean boxed, String root, Set<String> allowed) {
        Optional<String> own = boxed ? Optional.empty() : options.text(key);
        own.ifPresent(value -> check(pageUrl, key, value, allowed));
        String url = own.map(value -> Urls.resolve(pageUrl, value)).orElse(root + key);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static void check(String pageUrl, String key, String value, Set<String> allowed) {
        if (value.indexOf('/') < 0) {
            throw new IllegalArgumentException("The option " + key + "=" + shorten(value)
                    + " is not an address: it needs a '/', as in " + key + "=http://localhost:8080/.");
        }
        Optional<Origin> target = Origin.of(Urls.resolve(pageUrl, value));
        boolean fine = target.isPresent()
                && (target.equals(Origin.of(pageUrl))
                        || target.get().isLocalhost()
                        || allowed.contains(target.get().toString()));
        if (!fine) {
            throw new IllegalArgumentException("The option " + key + "=" + shorten(value)
                    + " points to a server this page does not trust. Allowed are the page's own server"
                    + (allowed.isEmpty() ? "" : ", " + String.join(", ", allowed)) + " and localhost"
                    + ". Remove the option from the address.");
        }
    }

    private static String slash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    private static String socket(String url) {
        return url.regionMatches(true, 0, "http", 0, 4) ? "ws" + url.substring(4) : url;
    }

    private static String shorten(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
