package org.multisynq4j.crypto;

import org.multisynq4j.text.Bytes;

/**
 * Seals the events of one participant in one session, each with the next counter. For one thread.
 *
 * <p>An epoch must never be used by two sealers: take 16 fresh random bytes for each.
 */
public final class EventSealer {
    /** Bytes of an epoch. */
    public static final int EPOCH_BYTES = EventEnvelope.EPOCH_BYTES;

    private final String sessionId;
    private final String viewId;
    private final byte[] epoch;
    private final byte[] key;
    private long counter;

    /**
     * @param viewId 1 to 64 printable ASCII characters
     * @param epoch {@value #EPOCH_BYTES} fresh random bytes
     */
    public EventSealer(SessionKeys keys, String sessionId, String viewId, byte[] epoch) {
        if (epoch.length != EPOCH_BYTES) {
            throw new IllegalArgumentException("an epoch has " + EPOCH_BYTES + " bytes, not " + epoch.length);
        }
        this.sessionId = sessionId;
        this.viewId = ViewIds.check(viewId);
        this.epoch = epoch.clone();
        key = EventEnvelope.senderKey(keys, sessionId, viewId, epoch);
    }

    /** The epoch as it appears in {@link SealedEvent#epoch}. */
    public String epoch() {
        return Bytes.base64Url(epoch);
    }

    /** The counter of the next event. */
    public long nextCounter() {
        return counter;
    }

    /** The envelope as text for a SEND. @throws IllegalArgumentException if {@code plain} exceeds {@link CryptoLimits#MAX_TEXT_PLAIN_BYTES} */
    public String seal(byte[] plain) {
        if (plain.length > CryptoLimits.MAX_TEXT_PLAIN_BYTES) {
            throw new IllegalArgumentException("an event has at most " + CryptoLimits.MAX_TEXT_PLAIN_BYTES
                    + " bytes, this one has " + plain.length + ": send less, or store the data and send its handle");
        }
        if (counter > CryptoLimits.MAX_COUNTER) {
            throw new IllegalStateException("this epoch's counter is used up: make a new sealer");
        }
        byte[] header = header(counter);
        byte[] sealed = new byte[header.length + plain.length + Aead.TAG_BYTES];
        System.arraycopy(header, 0, sealed, 0, header.length);
        Aead.seal(
                key,
                Aead.nonce(counter),
                EventEnvelope.associated(sessionId, viewId, epoch, counter),
                plain,
                sealed,
                header.length);
        counter++;
        return EventEnvelope.PREFIX + Bytes.base64Url(sealed);
    }

    private byte[] header(long number) {
        byte[] id = Bytes.utf8(viewId);
        byte[] digits = Varint.encode(number);
        byte[] header = new byte[1 + id.length + EPOCH_BYTES + digits.length];
        header[0] = (byte) id.length;
        System.arraycopy(id, 0, header, 1, id.length);
        System.arraycopy(epoch, 0, header, 1 + id.length, EPOCH_BYTES);
        System.arraycopy(digits, 0, header, 1 + id.length + EPOCH_BYTES, digits.length);
        return header;
    }
}
