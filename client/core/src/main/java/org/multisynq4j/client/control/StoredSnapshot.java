package org.multisynq4j.client.control;

import org.multisynq4j.protocol.ClientFrame;

/**
 * A snapshot that is completely in the file store, ready to be announced.
 *
 * @param snap what to send; its time and number are those of the metadata
 * @param base what the next snapshot of this participant may build on
 * @param uploadedBytes all that was sent to the file store for it
 * @param uploadedFiles in how many files
 * @param times what that took
 */
public record StoredSnapshot(
        ClientFrame.Snap snap, SnapshotBase base, long uploadedBytes, int uploadedFiles, FileTimes times) {}
