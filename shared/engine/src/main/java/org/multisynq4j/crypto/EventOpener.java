package org.multisynq4j.crypto;

import java.util.LinkedHashMap;
import java.util.Map;
import org.multisynq4j.text.Bytes;

/** Opens the events of one session, whoever sent them. Remembers the keys of recent senders. For one thread. */
public final class EventOpener {
    /** Senders whose keys are remembered; another one costs a key derivation per event. */
    public static final int MAX_CACHED_SENDERS = 512;

    private static final int SHORTEST = 1 + 1 + EventEnvelope.EPOCH_BYTES + 1 + Aead.TAG_BYTES;
    private static final int LONGEST_TEXT = EventEnvelope.PREFIX.length()
            + (1
                            + CryptoLimits.MAX_VIEW_ID_CHARS
                            + EventEnvelope.EPOCH_BYTES
                            + Varint.MAX_BYTES
                            + CryptoLimits.MAX_TEXT_PLAIN_BYTES
                            + Aead.TAG_BYTES
                            + 2)
                    / 3
                    * 4;

    private final SessionKeys keys;
    private final String sessionId;
    private final Map<String, byte[]> senderKeys = new LinkedHashMap<>();

    public EventOpener(SessionKeys keys, String sessionId) {
        this.keys = keys;
        this.sessionId = sessionId;
    }

    /** True if the text claims to be such an event; otherwise it is one of the original protocol, or nothing. */
    public static boolean isSealedEvent(String text) {
        return text.startsWith(EventEnvelope.PREFIX);
    }

    /** What {@link EventSealer#seal} sealed. @throws CryptoException if it was not sealed for this session exactly like this */
    public SealedEvent open(String text) {
        byte[] sealed = bytes(text);
        int idLength = sealed[0];
        int epochAt = 1 + idLength;
        int counterAt = epochAt + EventEnvelope.EPOCH_BYTES;
        if (idLength < 1 || idLength > CryptoLimits.MAX_VIEW_ID_CHARS || counterAt >= sealed.length) {
            throw malformed("its view id does not fit");
        }
        String viewId = ascii(sealed, idLength);
        long counter = Varint.decode(sealed, counterAt);
        if (!ViewIds.isValid(viewId) || counter < 0) {
            throw malformed("its header cannot be read");
        }
        int bodyAt = counterAt + Varint.length(counter);
        if (sealed.length - bodyAt < Aead.TAG_BYTES) {
            throw malformed("it is cut off");
        }
        byte[] epoch = new byte[EventEnvelope.EPOCH_BYTES];
        System.arraycopy(sealed, epochAt, epoch, 0, epoch.length);
        String epochText = Bytes.base64Url(epoch);
        // A view id may contain anything printable but no space, so the joined text is unique.
        String sender = viewId + " " + epochText;
        byte[] known = senderKeys.get(sender);
        byte[] key = known != null ? known : EventEnvelope.senderKey(keys, sessionId, viewId, epoch);
        byte[] plain = Aead.open(
                key,
                Aead.nonce(counter),
                EventEnvelope.associated(sessionId, viewId, epoch, counter),
                sealed,
                bodyAt,
                "event");
        remember(sender, key);
        return new SealedEvent(viewId, epochText, counter, plain);
    }

    /** Only after the event proved authentic: whoever lacks the password must not be able to push out the keys of those who have it. */
    private void remember(String sender, byte[] key) {
        senderKeys.remove(sender);
        senderKeys.put(sender, key);
        if (senderKeys.size() > MAX_CACHED_SENDERS) {
            senderKeys.remove(senderKeys.keySet().iterator().next());
        }
    }

    private static byte[] bytes(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new CryptoException(
                    CryptoException.Reason.TOO_LARGE,
                    "event of " + text.length() + " characters; at most " + LONGEST_TEXT + " are opened");
        }
        byte[] sealed = SealedText.decode(EventEnvelope.PREFIX, text, "event");
        if (sealed.length < SHORTEST) {
            throw malformed("it is cut off");
        }
        return sealed;
    }

    private static String ascii(byte[] bytes, int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) (bytes[1 + i] & 255);
        }
        return new String(chars);
    }

    private static CryptoException malformed(String why) {
        return new CryptoException(CryptoException.Reason.MALFORMED, "not a sealed event: " + why);
    }
}
