package org.multisynq4j.client.control;

import org.multisynq4j.manifest.SnapshotMetadata;

/** The encoded state right after a poll. */
public record Image(ImageId id, byte[] bytes, SnapshotMetadata metadata) {}
