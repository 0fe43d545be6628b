package org.multisynq4j.client.control;

/**
 * What packing and storing files took, added up over the files: several are under way at a time.
 *
 * @param compressMs as far as the environment does that elsewhere, waiting for it
 * @param sealMs of this thread
 * @param uploadMs until the file store confirmed
 */
public record FileTimes(double compressMs, double sealMs, double uploadMs) {
    static final FileTimes NONE = new FileTimes(0, 0, 0);

    FileTimes plus(FileTimes other) {
        return new FileTimes(compressMs + other.compressMs, sealMs + other.sealMs, uploadMs + other.uploadMs);
    }

    FileTimes minus(FileTimes other) {
        return new FileTimes(compressMs - other.compressMs, sealMs - other.sealMs, uploadMs - other.uploadMs);
    }
}
