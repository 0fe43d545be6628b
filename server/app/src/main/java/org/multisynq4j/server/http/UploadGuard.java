package org.multisynq4j.server.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.protocol.MemberProof;
import org.multisynq4j.store.files.FilePath;

/**
 * Lets only members store files of a session with a member key, and only the owners store files beside data that has an owner; otherwise anybody who knows the id
 * could fill the space these may use. What has no key is open, as in the original. Thread-safe.
 */
public final class UploadGuard {
    /** So many keys are remembered, the latest used ones; what has a key keeps it. */
    static final int MAX_REMEMBERED = 10_000;

    /**
     * Whether a file may be stored.
     *
     * @param hash SHA-256 of the only file that may be, in base64url; empty: any
     */
    record Verdict(boolean admitted, Optional<String> hash) {
        private static final Verdict OPEN = new Verdict(true, Optional.empty());
    }

    /** Where the keys are; both may block. */
    public interface Keys {
        /** The member key of a session; empty if it has none or is not known. */
        String ofSession(String sessionId) throws IOException, InterruptedException;

        /** The owner of what is saved under a persistent id; empty if it has none. */
        String ofData(String appId, String persistentId) throws IOException, InterruptedException;
    }

    private final Keys keys;
    private final Map<String, String> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** Asks these. */
    public UploadGuard(Keys keys) {
        this.keys = keys;
    }

    /** Whether a file may be stored there with this proof; the proof is of one file. */
    Verdict judge(FilePath path, Optional<String> proof) throws IOException, InterruptedException {
        Optional<String> id = owned(path);
        String key = id.isEmpty() ? "" : key(path);
        if (id.isEmpty() || key.isEmpty()) {
            return Verdict.OPEN;
        }
        Optional<String> hash = proof.flatMap(text -> MemberProof.verifyUpload(key, text, id.get(), path.toString()));
        return new Verdict(hash.isPresent(), hash);
    }

    private String key(FilePath path) throws IOException, InterruptedException {
        synchronized (known) {
            String remembered = known.get(path.owner());
            if (remembered != null) {
                return remembered;
            }
        }
        List<String> segments = path.segments();
        String key = segments.get(0).equals("snapshots")
                ? keys.ofSession(segments.get(1))
                : keys.ofData(segments.get(1), segments.get(2));
        if (!key.isEmpty()) {
            synchronized (known) {
                known.put(path.owner(), key);
            }
        }
        return key;
    }

    /** The session id or persistent id whose files these are; empty for paths of other kinds. */
    private static Optional<String> owned(FilePath path) {
        List<String> segments = path.segments();
        return switch (segments.get(0)) {
            case "snapshots" -> segments.size() > 2 ? Optional.of(segments.get(1)) : Optional.empty();
            case "apps" -> segments.size() > 3 ? Optional.of(segments.get(2)) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
