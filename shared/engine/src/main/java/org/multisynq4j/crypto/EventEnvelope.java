package org.multisynq4j.crypto;

/** What sealer and opener of events share. */
final class EventEnvelope {
    /** A dot is in neither alphabet of base64, so that no payload of the original protocol begins like this. */
    static final String PREFIX = "e1.";

    static final int EPOCH_BYTES = 16;

    private EventEnvelope() {}

    static byte[] senderKey(SessionKeys keys, String sessionId, String viewId, byte[] epoch) {
        byte[] info = Framing.of("multisynq4j/1/event-key")
                .add(sessionId)
                .add(viewId)
                .add(epoch)
                .bytes();
        return Kdf.expand(keys.key(KeyPurpose.EVENTS), info);
    }

    static byte[] associated(String sessionId, String viewId, byte[] epoch, long counter) {
        return Framing.of("multisynq4j/1/event")
                .add(sessionId)
                .add(viewId)
                .add(epoch)
                .add(counter)
                .bytes();
    }
}
