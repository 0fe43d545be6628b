/**
 * Everything that protects what leaves a participant: keys from the password, sealed events, files and view data, keyed ids, the membership signature.
 *
 * <p>Invariants: a key is used for one purpose; each sealing key meets a nonce once; whatever is opened was bound to its kind, its session and its place, and is
 * refused otherwise. Exact bytes: docs/protocol.md; what is promised and what leaks: docs/threat-model.md.
 *
 * <p>Nothing here knows sockets, models or time. Randomness comes in through {@link org.multisynq4j.crypto.RandomBytes}.
 */
package org.multisynq4j.crypto;
