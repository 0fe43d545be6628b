package org.multisynq4j.snapshot;

/**
 * Rebuilds what {@link ObjectEncoder} stored. Objects are made through their constructors without arguments (records through the canonical one), then their
 * fields are set; {@code transient} fields keep what the constructor gave them.
 *
 * <p>The bytes may come from anybody: classes are found in the catalog only, lambdas only through the code of the class that contains them, every count is
 * checked against the bytes that are left, values are checked against the types of their fields. Memory is proportional to the number of bytes, and the Java
 * stack is not used for the depth of the graph.
 *
 * <p>Not thread-safe; may be used any number of times.
 */
public final class ObjectDecoder {
    private final TypeRegistry types;
    private final CodecLimits limits;

    public ObjectDecoder(TypeCatalog catalog, CodecLimits limits) {
        this.types = new TypeRegistry(catalog);
        this.limits = limits;
    }

    /**
     * Decodes a graph whose root is a {@code rootType} (or null).
     *
     * @throws SnapshotException if the bytes are not a whole, undamaged encoding of such a graph by the same code; nothing else is thrown
     */
    public <T> T decode(byte[] bytes, Class<T> rootType) {
        Decoding<T> decoding = begin(bytes, rootType);
        decoding.go(Decoding.AT_ONCE);
        return decoding.value();
    }

    /** Begins to decode as {@link #decode} does, in portions. {@code bytes} must not change until it is done. @throws SnapshotException if it is no snapshot at all */
    public <T> Decoding<T> begin(byte[] bytes, Class<T> rootType) {
        if (bytes.length > limits.maxBytes()) {
            throw new SnapshotException(
                    "The snapshot has " + bytes.length + " bytes, more than the limit of " + limits.maxBytes() + ".");
        }
        ByteReader in = new ByteReader(bytes);
        for (int magic : Format.SNAPSHOT_MAGIC) {
            if (in.readByte() != magic) {
                throw new SnapshotException("This is not a snapshot: it does not begin with MQS.");
            }
        }
        int version = in.readByte();
        if (version != Format.SNAPSHOT_VERSION) {
            throw new SnapshotException("The snapshot has format " + version + ", this program reads format "
                    + Format.SNAPSHOT_VERSION + "; update the older one.");
        }
        return new Decoding<>(new DecoderRun(types, limits, in, new SnapshotDecodingRules()), rootType);
    }
}
