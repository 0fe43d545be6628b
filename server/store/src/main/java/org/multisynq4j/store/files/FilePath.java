package org.multisynq4j.store.files;

import java.util.List;
import java.util.Optional;

/**
 * A checked relative name of an uploaded file.
 *
 * <p>Only names that mean the same on every file system and in every URL parser are accepted, so nothing has to be
 * escaped, decoded or normalised afterwards: segments of ASCII letters, digits and {@code - _ . = + @ ~ ,}, none of them
 * beginning with a dot.
 */
public final class FilePath {
    /** Longest accepted name in characters. */
    public static final int MAX_LENGTH = 512;
    /** Longest accepted segment in characters. */
    public static final int MAX_SEGMENT = 200;
    /** Fewest segments: every file lies in a directory that its quota is counted for. */
    public static final int MIN_DEPTH = 2;
    /** Most segments. */
    public static final int MAX_DEPTH = 8;

    private final List<String> segments;

    private FilePath(List<String> segments) {
        this.segments = segments;
    }

    /** The path if {@code text} is acceptable; empty otherwise. */
    public static Optional<FilePath> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> segments = List.of(text.split("/", -1));
        if (segments.size() < MIN_DEPTH
                || segments.size() > MAX_DEPTH
                || !segments.stream().allMatch(FilePath::acceptable)) {
            return Optional.empty();
        }
        return Optional.of(new FilePath(segments));
    }

    /** The segments, at least two. */
    public List<String> segments() {
        return segments;
    }

    /** What the last segment claims to be the hash of the stored bytes, base64url without padding: {@code …/data/HASH}. */
    public Optional<String> contentHash() {
        boolean named = segments.get(segments.size() - 2).equals("data") && isHash(name());
        return named ? Optional.of(name()) : Optional.empty();
    }

    /** The session whose snapshot or part of one this is, as far as the name tells. */
    public Optional<String> snapshotSession() {
        boolean file = segments.size() == 3 && name().endsWith(".snap");
        return segments.get(0).equals("snapshots") && (file || isSnapshotPart())
                ? Optional.of(segments.get(1))
                : Optional.empty();
    }

    /** Whether this is a part of a session's snapshots: {@code snapshots/SESSION/parts/ID}. */
    public boolean isSnapshotPart() {
        return segments.size() == 4
                && segments.get(0).equals("snapshots")
                && segments.get(2).equals("parts")
                && isHash(name());
    }

    /**
     * The directory whose bytes are counted together: a session's snapshots, an application's data under one persistent
     * id, or else the first segment.
     */
    public String owner() {
        int depth = 1;
        if (segments.get(0).equals("snapshots")) {
            depth = 2;
        } else if (segments.get(0).equals("apps")) {
            depth = segments.size() > 2 && segments.get(2).equals("snap") ? 5 : 3;
        }
        return String.join("/", segments.subList(0, Math.min(depth, segments.size() - 1)));
    }

    /** Whether the name tells the content, so that a cached copy never gets stale. */
    public boolean isContentNamed() {
        String parent = segments.get(segments.size() - 2);
        return contentHash().isPresent()
                || parent.equals("save") && isHash(name())
                || segments.get(0).equals("snapshots")
                || segments.size() > 2 && segments.get(2).equals("snap");
    }

    private String name() {
        return segments.get(segments.size() - 1);
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }

    private static boolean acceptable(String segment) {
        if (segment.isEmpty() || segment.length() > MAX_SEGMENT || segment.charAt(0) == '.' || segment.endsWith(".")) {
            return false; // hidden files, "..", and trailing dots that Windows drops
        }
        return segment.chars().allMatch(FilePath::acceptable);
    }

    private static boolean acceptable(int c) {
        return isAlphanumeric(c) || "-_.=+@~,".indexOf(c) >= 0;
    }

    private static boolean isHash(String text) {
        return text.length() == 43 && text.chars().allMatch(c -> c == '-' || c == '_' || isAlphanumeric(c));
    }

    private static boolean isAlphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
