package org.multisynq4j.reflector;

/** The wake-up that a session asked the shell for. */
final class Alarm {
    private final Context context;
    private double armedMs = Double.POSITIVE_INFINITY;

    Alarm(Context context) {
        this.context = context;
    }

    void rang() {
        armedMs = Double.POSITIVE_INFINITY;
    }

    /** Asks for a wake-up if it is earlier than the one already asked for; one too early costs less than a request per message. */
    void ringAt(double nextMs) {
        if (nextMs < armedMs) {
            armedMs = nextMs;
            context.emit(new Output.WakeAt(nextMs));
        }
    }
}
