package org.multisynq4j.client.control;

import org.multisynq4j.manifest.SnapshotMetadata;

/**
 * A snapshot that was loaded or stored, with which the next one may share files. Only {@link SnapshotFiles} looks inside.
 *
 * @param image its bytes; nobody changes them any more
 */
public record SnapshotBase(byte[] image, SnapshotMetadata metadata) {}
