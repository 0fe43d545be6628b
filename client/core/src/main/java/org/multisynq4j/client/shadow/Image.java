package org.multisynq4j.client.shadow;

import org.multisynq4j.manifest.SnapshotMetadata;

/** The encoded state right after a poll. */
record Image(ImageId id, byte[] bytes, SnapshotMetadata metadata) {}
