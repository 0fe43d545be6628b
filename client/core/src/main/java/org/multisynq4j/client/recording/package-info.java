/**
 * A recorded session as one file: where it began and every message since, sealed as on the server, so that it can be run again elsewhere and compared with what was
 * computed then.
 *
 * <p>Only the format (docs/protocol.md, Recording); who records is in {@code control}, who replays is on the JVM. Knows no files, sockets or models.
 */
package org.multisynq4j.client.recording;
