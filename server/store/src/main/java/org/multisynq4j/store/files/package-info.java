/**
 * Files that participants uploaded: ciphertext the server cannot read, under names the protocol gives.
 *
 * <p>Invariants: a name never leads outside the directory; a reader sees a whole file or none; a file that was
 * acknowledged survives a power cut. The package knows nothing of HTTP.
 */
package org.multisynq4j.store.files;
