package org.multisynq4j.store.journal;

/**
 * Bytes of a segment that are no records.
 *
 * @param file name of the segment
 * @param offset where the damage begins
 * @param bytes how many bytes were skipped
 * @param atTail true for a last batch cut off by a crash (nobody saw an acknowledgement for it, nothing is lost); false
 *     when readable records follow, which a crash of the process cannot cause
 */
public record Damage(String file, long offset, long bytes, boolean atTail) {

    /** A sentence for the operator. */
    public String describe() {
        return atTail
                ? "journal " + file + " ends in an unfinished batch at offset " + offset + "; cut off " + bytes
                        + " bytes"
                : "journal " + file + " is damaged at offset " + offset + " (" + bytes
                        + " bytes unreadable); the records before and after are kept";
    }
}
