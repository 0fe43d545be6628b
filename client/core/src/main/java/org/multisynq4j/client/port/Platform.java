package org.multisynq4j.client.port;

import java.util.Optional;
import org.multisynq4j.snapshot.TypeCatalog;

/** All ports of one environment, and what was compiled into it. */
public interface Platform {
    Transport transport();

    FileStore files();

    /** What this device keeps of fetched files; nothing unless the environment has a place for it. */
    default FileCache cache() {
        return FileCache.NONE;
    }

    Clock clock();

    Entropy entropy();

    Compression compression();

    /** Digests of whole snapshots; by the engine unless the platform is faster. */
    default Hashing hashing() {
        return Hashing.HERE;
    }

    Frames frames();

    Console console();

    /** Threads besides the session's; {@link Workers#NONE} where there are none. */
    Workers workers();

    /** The root model with this class name, if this program was made with it. Workers find it so: a class cannot be sent to them. */
    Optional<Class<?>> rootModel(String className);

    /** Where keys are derived; on the calling thread unless the platform has a better place. */
    default KeyDerivation keys() {
        return KeyDerivation.HERE;
    }

    /** The classes a snapshot of this root model may contain. */
    TypeCatalog catalog(Class<?> rootModel);

    /** SHA-256 of the code this root model can reach, as 43 characters of base64url (docs/determinism.md, "Code hash"); the same on every platform. */
    String codeHash(Class<?> rootModel);

    /** {@code "wasm"}, {@code "js"} or {@code "jvm"}. */
    String target();
}
