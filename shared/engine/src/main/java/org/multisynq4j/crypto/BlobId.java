package org.multisynq4j.crypto;

import java.util.Arrays;
import java.util.Optional;
import org.multisynq4j.identity.Identity;
import org.multisynq4j.text.Bytes;

/**
 * What a data handle says: which stored file holds the data, and, if it is shareable, where that file is and the key to it. Written as text it is the handle's id; the
 * format is in docs/protocol.md. Immutable.
 */
public final class BlobId {
    /** Most bytes of one piece of data. */
    public static final int MAX_BYTES = 16 << 20;

    private static final String PREFIX = "d1.";
    private static final int HASH_BYTES = 32;
    private static final int PRIVATE = 1;
    private static final int SHAREABLE = 2;
    private static final int PRIVATE_BYTES = 1 + HASH_BYTES + 4;
    private static final int APP_ID_AT = PRIVATE_BYTES + 2 * HASH_BYTES;
    private static final int MAX_TEXT_CHARS = PREFIX.length() + (APP_ID_AT + Identity.MAX_APP_ID_CHARS + 2) / 3 * 4;

    private final byte[] bytes;

    private BlobId(byte[] bytes) {
        this.bytes = bytes;
    }

    static BlobId ofPrivate(byte[] hash, int size) {
        return new BlobId(start(PRIVATE, hash, size, PRIVATE_BYTES));
    }

    static BlobId ofShareable(byte[] hash, int size, byte[] secret, String appId, String persistentId) {
        byte[] app = Bytes.utf8(appId);
        byte[] all = start(SHAREABLE, hash, size, APP_ID_AT + app.length);
        System.arraycopy(secret, 0, all, PRIVATE_BYTES, HASH_BYTES);
        System.arraycopy(Bytes.fromBase64Url(persistentId), 0, all, PRIVATE_BYTES + HASH_BYTES, HASH_BYTES);
        System.arraycopy(app, 0, all, APP_ID_AT, app.length);
        return new BlobId(all);
    }

    private static byte[] start(int form, byte[] hash, int size, int length) {
        byte[] all = new byte[length];
        all[0] = (byte) form;
        System.arraycopy(hash, 0, all, 1, HASH_BYTES);
        for (int i = 0; i < 4; i++) {
            all[1 + HASH_BYTES + i] = (byte) (size >> 24 - 8 * i);
        }
        return all;
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if no data has this id
     */
    public static BlobId parse(String text) {
        if (!text.startsWith(PREFIX) || text.length() > MAX_TEXT_CHARS) {
            throw new IllegalArgumentException("not the id of a data handle: it begins with " + PREFIX
                    + " and has at most " + MAX_TEXT_CHARS + " characters");
        }
        byte[] bytes = Bytes.fromBase64Url(text.substring(PREFIX.length()));
        boolean whole = bytes.length == PRIVATE_BYTES && bytes[0] == PRIVATE
                || bytes.length > APP_ID_AT && bytes[0] == SHAREABLE;
        BlobId id = new BlobId(bytes);
        if (!whole || id.size() < 0 || id.size() > MAX_BYTES || !id.hasGoodAppId()) {
            throw new IllegalArgumentException("not the id of a data handle: it is cut off or altered");
        }
        return id;
    }

    /** It becomes part of an address. */
    private boolean hasGoodAppId() {
        return !isShareable() || Identity.appIdProblem(ascii()).isEmpty();
    }

    /** The stored file's name: the SHA-256 of its bytes, in base64url. */
    public String fileName() {
        return Bytes.base64Url(hash());
    }

    /** Bytes of the data. */
    public int size() {
        int size = 0;
        for (int i = 0; i < 4; i++) {
            size = size << 8 | bytes[1 + HASH_BYTES + i] & 255;
        }
        return size;
    }

    /** Whether whoever has the handle can read the data; otherwise only who has the password of the session that stored it. */
    public boolean isShareable() {
        return bytes[0] == SHAREABLE;
    }

    /** The application of the session that stored shareable data. */
    public Optional<String> appId() {
        return isShareable() ? Optional.of(ascii()) : Optional.empty();
    }

    /** The persistent id of the session that stored shareable data. */
    public Optional<String> persistentId() {
        return isShareable() ? Optional.of(Bytes.base64Url(part(PRIVATE_BYTES + HASH_BYTES))) : Optional.empty();
    }

    byte[] hash() {
        return part(1);
    }

    /** Only of shareable data. */
    byte[] secret() {
        return part(PRIVATE_BYTES);
    }

    private byte[] part(int from) {
        return Arrays.copyOfRange(bytes, from, from + HASH_BYTES);
    }

    private String ascii() {
        StringBuilder text = new StringBuilder();
        for (int i = APP_ID_AT; i < bytes.length; i++) {
            text.append((char) (bytes[i] & 255));
        }
        return text.toString();
    }

    /** The handle's id. */
    @Override
    public String toString() {
        return PREFIX + Bytes.base64Url(bytes);
    }
}
