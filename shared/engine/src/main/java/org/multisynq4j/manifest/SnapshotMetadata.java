package org.multisynq4j.manifest;

/**
 * What is known of an image besides its bytes.
 *
 * @param timeMs teatime of the image
 * @param seq the last message contained in it, unsigned 32 bit
 * @param wallMs milliseconds since 1970 at whoever took it; for people only
 * @param stateHash SHA-256 of the image, 43 characters of base64url; whoever loads the image checks it
 * @param traceHash of the replica that took it; empty if not known
 * @param codeHash of the model's code; empty if not known
 */
public record SnapshotMetadata(
        long timeMs, long seq, long wallMs, String stateHash, String traceHash, String codeHash) {}
