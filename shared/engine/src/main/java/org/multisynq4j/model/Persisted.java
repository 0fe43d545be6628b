package org.multisynq4j.model;

import org.multisynq4j.json.JsonValue;

/**
 * Data that an earlier version of the code saved with {@link Model#persistSession}; given to {@link Model#init} of a session never seen before.
 *
 * <p>If reading it fails, by {@link #as} throwing or by {@code init} throwing, saving is refused until {@link Model#allowOverwrite} so that good data is never
 * overwritten by a failed load.
 */
public abstract class Persisted {
    /** For the engine. */
    protected Persisted() {}

    /** No data was saved. */
    public static Persisted none() {
        return NothingPersisted.INSTANCE;
    }

    /** True if there is saved data. */
    public abstract boolean isPresent();

    /**
     * The data as a record, list, map …; members that are missing become null, 0, false or empty collections.
     *
     * @throws IllegalArgumentException naming the path that cannot be read as this type
     * @throws IllegalStateException if there is no data
     */
    public abstract <T> T as(Class<T> type);

    /** The data as a JSON tree. */
    public abstract JsonValue json();

    /** The whole number in the member {@code version}; 0 if there is none. */
    public abstract int version();

    /** The member of that name as saved data of its own, for sub-documents; {@link #none} if it is missing or null. */
    public abstract Persisted get(String member);

    /**
     * Says that the data cannot be loaded (a version of the future, for instance), so that saving is refused even if the model catches the exception:
     * {@code throw persisted.refuse("version 4 is newer than this code")}.
     */
    public abstract IllegalArgumentException refuse(String reason);
}
