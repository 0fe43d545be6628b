package org.multisynq4j.reflector;

import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.ServerFrame;

/** Watches how long the log has grown: asks for snapshots in time, and refuses messages when it is full. */
final class LogGauge {
    private final Context context;
    private final Clients clients;
    private final int most;
    private long sinceRequest = Long.MAX_VALUE;

    LogGauge(Context context, Clients clients) {
        this.context = context;
        this.clients = clients;
        this.most = context.limit(Limit.LOG_MESSAGES);
    }

    /**
     * Decides about one more message.
     *
     * @param helpsSnapshot whether the message may lead to a snapshot; then there is a reserve, or a full log could never be emptied
     */
    boolean admit(MessageLog log, boolean helpsSnapshot) {
        long headroom = headroom(log);
        if (most - headroom >= context.limit(Limit.LOG_REQUEST_SNAPSHOT)) {
            requestSnapshot(headroom);
        } else {
            sinceRequest = Long.MAX_VALUE;
        }
        return headroom > 0 || helpsSnapshot && headroom > -context.limit(Limit.LOG_RESERVE);
    }

    /** Messages that still fit; characters count in proportion. */
    private long headroom(MessageLog log) {
        int mostChars = context.limit(Limit.LOG_CHARS);
        long byChars = (mostChars - log.charsSinceSnapshot()) * most / mostChars;
        return Math.min(most - log.sinceSnapshot(), byChars);
    }

    /** The fuller the log, the more often. */
    private void requestSnapshot(long headroom) {
        long interval = Math.max(1, headroom / 100 * 10);
        if (sinceRequest < interval - 1) {
            sinceRequest++;
            return;
        }
        sinceRequest = 0;
        context.send(clients.active(), context.encoder.requ());
        if (headroom < most / 10) {
            String text = "The session needs a snapshot, or it will stop accepting messages.";
            context.send(
                    clients.active(),
                    context.encoder.info(new ServerFrame.Info("SNAPSHOT_NEEDED", text, "warning", false)));
        }
    }
}
