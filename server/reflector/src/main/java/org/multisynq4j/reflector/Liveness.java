package org.multisynq4j.reflector;

import org.multisynq4j.protocol.CloseReason;

/** Finds clients that are silent although they should give signs of life, or connected without joining, or owing the proof. */
final class Liveness {
    static final double CHECK_MS = 5_000;
    static final double SILENT_MS = 60_000;
    static final double JOIN_MS = 35_000;

    /** Closes a connection for a reason. */
    interface Closer {
        void close(Client client, CloseReason reason);
    }

    private final Context context;
    private final Clients clients;
    private double nextMs = Double.NEGATIVE_INFINITY;

    Liveness(Context context, Clients clients) {
        this.context = context;
        this.clients = clients;
    }

    double nextMs() {
        boolean watching = context.settings.liveness() && clients.connections() > 0;
        return watching ? Math.max(nextMs, context.nowMs()) : Double.POSITIVE_INFINITY;
    }

    void check(Closer closer) {
        double now = context.nowMs();
        if (!context.settings.liveness() || now < nextMs) {
            return;
        }
        nextMs = now + CHECK_MS;
        for (Client client : clients.connected()) {
            boolean outside = client.stage == Client.Stage.NEW || client.stage == Client.Stage.CHALLENGED;
            if (outside && now - client.connectedMs > JOIN_MS) {
                closer.close(client, CloseReason.NEVER_JOINED);
            } else if (now - client.heardMs > SILENT_MS) {
                closer.close(client, CloseReason.CLIENT_INACTIVE);
            }
        }
    }
}
