package org.multisynq4j.snapshot;

/**
 * Stores a graph of objects as bytes: the fields of application classes (private, final and inherited ones too; not {@code static} and {@code transient}
 * ones), records, enums, arrays, boxed values, strings, the ordered collections of {@code java.util}, and lambdas whose interface is
 * {@code java.io.Serializable}. Shared references and cycles are kept.
 *
 * <p>Values without identity, which come back equal but not the same: strings, boxed values, unmodifiable lists, {@code Optional}, lambdas that capture
 * nothing. An unmodifiable view of another list is stored as the list it shows now and does not follow that list after decoding.
 *
 * <p>Not thread-safe. One encoder may be used any number of times; it remembers what it learned about classes.
 */
public final class ObjectEncoder {
    private static final int INITIAL_BYTES = 1 << 16;

    private final TypeRegistry types;
    private final CodecLimits limits;
    /** How many objects the last graph had; the next one has about as many. */
    private int lastObjects;

    public ObjectEncoder(TypeCatalog catalog, CodecLimits limits) {
        this.types = new TypeRegistry(catalog);
        this.limits = limits;
    }

    /**
     * Encodes the graph; equal graphs give equal bytes on every platform.
     *
     * @throws SnapshotException if something in it cannot be stored; the message begins with the path of fields that leads to it
     */
    public byte[] encode(Object root) {
        Encoding encoding = begin(root, INITIAL_BYTES);
        encoding.go(() -> false);
        return encoding.bytes();
    }

    /**
     * Begins to encode the graph, for whoever cannot spare the time at once.
     *
     * @param expectedBytes how long it will become, as far as one can tell: a buffer that has to grow holds the thread for a moment
     */
    public Encoding begin(Object root, int expectedBytes) {
        ByteWriter out = new ByteWriter(Math.max(INITIAL_BYTES, Math.min(expectedBytes, limits.maxBytes()) / 8 * 9));
        for (int magic : Format.SNAPSHOT_MAGIC) {
            out.writeByte(magic);
        }
        out.writeByte(Format.SNAPSHOT_VERSION);
        EncoderRun run = new EncoderRun(types, limits, out, new SnapshotRules(), root, lastObjects);
        return new Encoding(run, out, objects -> lastObjects = objects);
    }
}
