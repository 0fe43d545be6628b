package org.multisynq4j.client.control;

/** What {@code debug=snapshot} tells of images. */
public final class ImageReport {
    private ImageReport() {}

    /** Size and time of an image that was taken. */
    public static String taken(int bytes, Effort encoding, Effort hashing) {
        return SessionLog.size(bytes) + ", encoded in " + ms(encoding) + ", hashed in " + ms(hashing);
    }

    private static String ms(Effort effort) {
        return Math.round(effort.ms()) + " ms (at most " + Math.round(effort.longestMs()) + " at a time)";
    }
}
