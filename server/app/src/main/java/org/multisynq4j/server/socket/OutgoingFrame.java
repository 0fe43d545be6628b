package org.multisynq4j.server.socket;

import java.nio.charset.StandardCharsets;

/** A text frame encoded once for all its receivers. */
record OutgoingFrame(byte[] utf8) {
    static OutgoingFrame of(String text) {
        return new OutgoingFrame(text.getBytes(StandardCharsets.UTF_8));
    }

    int size() {
        return utf8.length;
    }
}
