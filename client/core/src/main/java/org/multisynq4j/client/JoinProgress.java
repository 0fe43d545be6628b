package org.multisynq4j.client;

/**
 * How far joining has come: first the snapshot is loaded, if there is one in parts, then what happened since is replayed.
 *
 * @param loadedBytes of the snapshot, as they travel
 * @param totalBytes of the snapshot; 0 if nothing is loaded that takes time
 * @param replayed 0 to 1
 */
public record JoinProgress(long loadedBytes, long totalBytes, double replayed) {
    /** Nothing yet. */
    public static final JoinProgress NONE = new JoinProgress(0, 0, 0);

    /** Whether parts of the snapshot are still missing. */
    public boolean isLoading() {
        return loadedBytes < totalBytes;
    }

    /** Of everything, 0 to 1; loading counts for one half if there is any. */
    public double fraction() {
        return totalBytes == 0 ? replayed : ((double) loadedBytes / totalBytes + replayed) / 2;
    }

    /** For people: {@code Loading 1.2 of 3.4 MB}; empty when nothing is being loaded. */
    public String loadingText() {
        return isLoading() ? "Loading " + megabytes(loadedBytes) + " of " + megabytes(totalBytes) + " MB" : "";
    }

    private static String megabytes(long bytes) {
        long tenths = Math.round(bytes / 100_000.0);
        return tenths / 10 + "." + tenths % 10;
    }
}
