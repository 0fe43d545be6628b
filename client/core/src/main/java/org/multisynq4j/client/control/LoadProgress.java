package org.multisynq4j.client.control;

/** Told how much of a snapshot has arrived. */
public interface LoadProgress {
    /** Nobody wants to know. */
    LoadProgress NONE = (bytes, ofBytes) -> {};

    /** So many of the sealed bytes are here. */
    void loaded(long bytes, long ofBytes);
}
