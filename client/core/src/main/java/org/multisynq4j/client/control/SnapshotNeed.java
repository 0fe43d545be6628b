package org.multisynq4j.client.control;

import java.util.function.DoubleSupplier;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Payload;

/** Whether it is time for a snapshot: a joiner would have to replay too much, or to fetch too much. */
final class SnapshotNeed {
    /** A replay that would cost more than this deserves a snapshot. */
    static final double DUE_COST_MS = 5_000;

    /** So do more messages than this, however cheap. */
    static final int DUE_MESSAGES = 2_000;

    /** So do messages of more characters than this: a joiner fetches them all. */
    static final long DUE_CHARS = 1 << 20;

    /** The shortest teatime between two requests of ours. */
    static final double REQUEST_GAP_MS = 5_000;

    private final DoubleSupplier account;
    private final Runnable clearAccount;
    private double lastRequest;
    private int messages;
    private long chars;
    private boolean urgent;

    /** @param account what simulation cost since it was cleared, in ms */
    SnapshotNeed(DoubleSupplier account, Runnable clearAccount) {
        this.account = account;
        this.clearAccount = clearAccount;
    }

    /** Another replica: nothing is known of when it last was asked. */
    void reset() {
        lastRequest = 0;
        settled();
    }

    void messageReceived(Message message) {
        messages++;
        if (message.payload() instanceof Payload.Text text) {
            chars += text.text().length();
        }
    }

    /** The votes were counted: somebody takes a snapshot. Not before, because votes get lost when a reflector dies. */
    void settled() {
        messages = 0;
        chars = 0;
        urgent = false;
        clearAccount.run();
    }

    /** Somebody was told to store a snapshot. */
    void entrusted() {
        urgent = false;
    }

    /** What was to be stored was not. */
    void failed() {
        urgent = true;
    }

    /** A vote was asked for, or took place. */
    void requested(double time) {
        lastRequest = time;
    }

    boolean isDue(double time) {
        boolean due = urgent || account.getAsDouble() > DUE_COST_MS || messages > DUE_MESSAGES || chars > DUE_CHARS;
        return due && time - lastRequest > REQUEST_GAP_MS;
    }

    String describe() {
        return "replay costs " + Math.round(account.getAsDouble()) + " ms, " + messages + " messages of "
                + SessionLog.size(chars) + (urgent ? ", the last one was not stored" : "");
    }
}
