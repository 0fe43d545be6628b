package org.multisynq4j.manifest;

/**
 * A file of a snapshot besides its manifest.
 *
 * @param id keyed id of the plain bytes, 43 characters of base64url
 * @param storedBytes length of the sealed file as its uploader knew it; only for showing progress, because another uploader's compression may differ
 * @param plainBytes length after opening and decompressing
 */
public record Part(String id, int storedBytes, int plainBytes) {}
