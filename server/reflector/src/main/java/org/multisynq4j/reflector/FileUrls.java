package org.multisynq4j.reflector;

import java.util.Optional;

/**
 * URLs of files in the server's own store. Kept as paths below {@code files}, because the same server has different names for different clients; made absolute for
 * each client with the name by which it reached us.
 */
public final class FileUrls {
    private static final String FILES = "/files/";

    private FileUrls() {}

    /**
     * The path below {@code files} if the URL may be a file of ours: an absolute http(s) URL or an absolute path with {@code /files/} in it, or a path relative to
     * {@code files}. Empty for anything else, and for paths with unusual characters, empty parts, {@code .} or {@code ..}.
     */
    public static Optional<String> path(String url) {
        String path = url;
        if (url.startsWith("http://") || url.startsWith("https://")) {
            int slash = url.indexOf('/', url.indexOf("//") + 2);
            if (slash < 0) {
                return Optional.empty();
            }
            path = url.substring(slash);
        }
        if (path.startsWith("/")) {
            int files = path.indexOf(FILES);
            if (files < 0) {
                return Optional.empty();
            }
            path = path.substring(files + FILES.length());
        }
        return isSafe(path) ? Optional.of(path) : Optional.empty();
    }

    /** The URL for a client that reached the server as {@code baseUrl}; a stored absolute URL stays as it is. */
    public static String forClient(String stored, String baseUrl) {
        return stored.indexOf(':') >= 0 ? stored : baseUrl + FILES + stored;
    }

    /** Where a part of a session's snapshots is. The session's id is the reflector's own, whatever a client says. */
    public static String part(String sessionId, String id) {
        return "snapshots/" + sessionId + "/parts/" + id;
    }

    private static boolean isSafe(String path) {
        int partStart = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                String part = path.substring(partStart, i);
                if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                    return false;
                }
                partStart = i + 1;
            } else if (!isPlain(path.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_-.~".indexOf(c) >= 0;
    }
}
