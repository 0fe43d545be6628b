package org.multisynq4j.client.control;

/**
 * A snapshot that was fetched and found whole.
 *
 * @param base its image, and what the next snapshot of this participant may build on
 * @param fetchedBytes what came over the network
 * @param cachedBytes what this device already had
 */
public record LoadedSnapshot(SnapshotBase base, long fetchedBytes, long cachedBytes) {
    public byte[] image() {
        return base.image();
    }
}
