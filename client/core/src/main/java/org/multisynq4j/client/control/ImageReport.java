package org.multisynq4j.client.control;

/** What {@code debug=snapshot} tells of images. */
public final class ImageReport {
    private ImageReport() {}

    /** Size and time of an image that was taken. */
    public static String taken(int bytes, Effort encoding, Effort hashing) {
        return SessionLog.size(bytes) + ", encoded in " + ms(encoding) + ", hashed in " + ms(hashing);
    }

    /** What was stored, and what that took. */
    public static String stored(long bytes, int files, FileTimes times, double totalMs) {
        return SessionLog.size(bytes) + " in " + files + (files == 1 ? " file" : " files") + ", compressed in "
                + Math.round(times.compressMs()) + " ms, sealed in " + Math.round(times.sealMs()) + " ms, uploaded in "
                + Math.round(times.uploadMs()) + " ms, in all " + Math.round(totalMs) + " ms";
    }

    private static String ms(Effort effort) {
        return Math.round(effort.ms()) + " ms (at most " + Math.round(effort.longestMs()) + " at a time)";
    }
}
