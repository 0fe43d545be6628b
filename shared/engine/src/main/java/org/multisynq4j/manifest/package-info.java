/**
 * How a snapshot's image becomes files that share what did not change: cut where the content says so, described by a manifest, and followed by deltas.
 *
 * <p>Bytes only: nothing here compresses, encrypts, stores or fetches, and nothing knows models. What is read may be hostile: every count, offset and length is
 * checked before memory is taken for it, and what can be read has one form. Bytes: docs/protocol.md, section <em>Stored snapshots</em>.
 */
package org.multisynq4j.manifest;
