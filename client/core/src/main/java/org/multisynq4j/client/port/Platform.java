package org.multisynq4j.client.port;

import org.multisynq4j.snapshot.TypeCatalog;

/** All ports of one environment, and what was compiled into it. */
public interface Platform {
    Transport transport();

    FileStore files();

    Clock clock();

    Entropy entropy();

    Compression compression();

    Frames frames();

    Console console();

    /** The classes a snapshot of this root model may contain. */
    TypeCatalog catalog(Class<?> rootModel);

    /** SHA-256 of the code this root model can reach, as 43 characters of base64url (DESIGN of the scan; same value on every platform). */
    String codeHash(Class<?> rootModel);

    /** {@code "wasm"}, {@code "js"} or {@code "jvm"}. */
    String target();
}
