/**
 * The append-only journal: segments of checksummed records, written once per batch and fsynced in groups.
 *
 * <p>Invariants: a record that {@link org.multisynq4j.store.journal.Journal#append} accepted is found by the next
 * {@link org.multisynq4j.store.journal.SegmentReader}, whole and in order, after the process was killed at any moment;
 * after a power cut the same holds for what was forced. It knows bytes only: nothing of sessions, sockets or SQLite.
 */
package org.multisynq4j.store.journal;
