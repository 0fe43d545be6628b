package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.manifest.Manifest;
import org.multisynq4j.manifest.SnapshotMetadata;

/**
 * A snapshot that was loaded or stored, with which the next one may share files. Only {@link SnapshotFiles} looks inside.
 *
 * @param image its bytes; nobody changes them any more
 * @param manifest what it is made of; empty for one that an older version stored as a single file
 * @param url where its manifest is
 */
public record SnapshotBase(byte[] image, SnapshotMetadata metadata, Optional<Manifest> manifest, String url) {}
