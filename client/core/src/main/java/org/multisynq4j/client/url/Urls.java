package org.multisynq4j.client.url;

import java.util.ArrayList;
import java.util.List;

/** Resolves a reference against an absolute address (RFC 3986 §5.2, without its scheme exceptions). */
public final class Urls {
    private Urls() {}

    /** The absolute address that {@code reference} means on the page {@code base}; the base's query and fragment are not inherited. */
    public static String resolve(String base, String reference) {
        if (hasScheme(reference)) {
            return reference;
        }
        int colon = base.indexOf("://");
        if (colon < 0) {
            return reference;
        }
        if (reference.startsWith("//")) {
            return base.substring(0, colon + 1) + reference;
        }
        int pathAt = end(base, colon + 3, "/?#");
        String origin = base.substring(0, pathAt);
        String basePath = base.substring(pathAt, end(base, pathAt, "?#"));
        int refPathEnd = end(reference, 0, "?#");
        String path = reference.substring(0, refPathEnd);
        String rest = reference.substring(refPathEnd);
        if (path.isEmpty()) {
            return origin + (basePath.isEmpty() ? "/" : basePath) + rest;
        }
        String joined = path.startsWith("/") ? path : basePath.substring(0, basePath.lastIndexOf('/') + 1) + path;
        return origin + withoutDots(joined.startsWith("/") ? joined : "/" + joined) + rest;
    }

    private static boolean hasScheme(String reference) {
        int colon = reference.indexOf(':');
        if (colon < 1 || end(reference, 0, "/?#") < colon) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            char c = reference.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (i == 0 || "0123456789+-.".indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }

    private static int end(String text, int from, String stops) {
        int end = from;
        while (end < text.length() && stops.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String withoutDots(String path) {
        List<String> kept = new ArrayList<>();
        int from = 1;
        boolean directory = false;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            String segment = path.substring(from, to);
            directory = segment.equals(".") || segment.equals("..");
            if (segment.equals("..")) {
                if (!kept.isEmpty()) {
                    kept.remove(kept.size() - 1);
                }
            } else if (!segment.equals(".")) {
                kept.add(segment);
            }
            from = to + 1;
        }
        return "/" + String.join("/", kept) + (directory && !kept.isEmpty() ? "/" : "");
    }
}
