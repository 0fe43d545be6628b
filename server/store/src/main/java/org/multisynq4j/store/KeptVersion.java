package org.multisynq4j.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.reflector.store.DataOwner;
import org.multisynq4j.reflector.store.PersistedVersion;

/**
 * A persisted version as it is kept.
 *
 * @param number counts up from 1 per application and persistent id; never used again
 * @param session place of its session in the order in which sessions were created; 0 if that session is forgotten
 * @param savedAtMs when it was saved, milliseconds since 1970
 */
record KeptVersion(PersistedVersion version, long number, long session, long savedAtMs) {
    private static final Comparator<KeptVersion> BY_AGE =
            Comparator.comparingLong(KeptVersion::session).thenComparingLong(KeptVersion::number);

    static final String SELECT = "SELECT p.app_id, p.persistent_id, p.session_id, p.time, p.url, p.version, p.saved_at,"
            + " coalesce(s.n, 0), p.member_key FROM persisted p LEFT JOIN sessions s ON s.id = p.session_id";

    static KeptVersion read(ResultSet row) throws SQLException {
        return new KeptVersion(
                new PersistedVersion(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(9)),
                row.getLong(6),
                row.getLong(8),
                row.getLong(7));
    }

    /**
     * The owner's after those of others; then by the creation of the session, then by the order of saving. The last one is what the next program starts from; the
     * first one is deleted first. So whatever an older program saves beside a newer one neither hides nor displaces what the newer one saved, nor does what
     * strangers saved before there was an owner.
     *
     * @param versions of one application and persistent id, by number
     */
    static List<KeptVersion> inOrder(List<KeptVersion> versions) {
        String owner = DataOwner.of(versions.stream().map(KeptVersion::version).toList());
        List<KeptVersion> ordered = new ArrayList<>(versions);
        ordered.sort(Comparator.comparing(
                        (KeptVersion kept) -> kept.version().memberKey().equals(owner))
                .thenComparing(BY_AGE));
        return ordered;
    }

    /** What the next program starts from. */
    static Optional<KeptVersion> current(List<KeptVersion> versions) {
        List<KeptVersion> ordered = inOrder(versions);
        return ordered.isEmpty() ? Optional.empty() : Optional.of(ordered.get(ordered.size() - 1));
    }
}
