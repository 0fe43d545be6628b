package org.multisynq4j.snapshot;

/**
 * The data of events: null, numbers, booleans, characters, strings, lists, maps, sets, optionals, records, enums, arrays of primitives, and models by id.
 * Lists, maps and sets of kinds a snapshot cannot hold arrive as {@code ArrayList}, {@code LinkedHashMap} and {@code LinkedHashSet} in the order they had.
 *
 * <p>The caller compares the size with {@link CodecLimits#PAYLOAD_WARN_BYTES} and {@link CodecLimits#PAYLOAD_MAX_BYTES}. Not thread-safe.
 */
public final class PayloadCodec {
    private final TypeRegistry types;
    private final EncodingRules encoding;
    private final DecodingRules decoding;

    public PayloadCodec(TypeCatalog catalog, ModelReferences models) {
        this.types = new TypeRegistry(catalog);
        this.encoding = new PayloadRules(models);
        this.decoding = new PayloadDecodingRules(models);
    }

    /**
     * Encodes the data of an event; its length is the size the payload limits are about.
     *
     * @throws SnapshotException naming the path if something in it cannot be sent
     */
    public byte[] encode(Object data) {
        ByteWriter out = new ByteWriter();
        out.writeByte(Format.PAYLOAD_VERSION);
        new EncoderRun(types, CodecLimits.PAYLOAD, out, encoding, data, 0).go(() -> false);
        return out.toByteArray();
    }

    /**
     * Decodes the data of an event, which anybody in the session may have made.
     *
     * @throws SnapshotException if the bytes are no payload, name unknown classes or models; nothing else is thrown
     */
    public Object decode(byte[] bytes) {
        if (bytes.length > CodecLimits.PAYLOAD.maxBytes()) {
            throw new SnapshotException("The payload has " + bytes.length + " bytes, more than the limit of "
                    + CodecLimits.PAYLOAD.maxBytes() + ".");
        }
        ByteReader in = new ByteReader(bytes);
        int version = in.readByte();
        if (version != Format.PAYLOAD_VERSION) {
            throw new SnapshotException("The payload has format " + version + ", this program reads format "
                    + Format.PAYLOAD_VERSION + ".");
        }
        return new DecoderRun(types, CodecLimits.PAYLOAD, in, decoding).read();
    }
}
