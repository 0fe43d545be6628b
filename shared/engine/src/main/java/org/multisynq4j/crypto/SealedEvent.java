package org.multisynq4j.crypto;

/**
 * An opened event: authentic, but perhaps a repetition. Whoever executes it must refuse a counter that is not larger than the last one of the same view id and
 * epoch.
 *
 * @param viewId who sealed it
 * @param epoch 22 base64url characters that name the sender's run; a sender that starts counting again has a new one
 * @param counter 0, 1, 2, … within the epoch
 * @param plain what was sealed
 */
public record SealedEvent(String viewId, String epoch, long counter, byte[] plain) {}
