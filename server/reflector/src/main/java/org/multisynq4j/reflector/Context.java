package org.multisynq4j.reflector;

import java.util.List;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.ServerFrameEncoder;

/** What the parts of one session share during a turn: the time, where outputs go, and what never changes. */
final class Context {
    private static final int NOTE_CHARS = 500;

    final String sessionId;
    final ReflectorSettings settings;
    final ServerFrameEncoder encoder;
    private double nowMs;
    private Outputs out;

    Context(String sessionId, ReflectorSettings settings) {
        this.sessionId = sessionId;
        this.settings = settings;
        this.encoder = new ServerFrameEncoder(sessionId);
    }

    void begin(double nowMs, Outputs out) {
        this.nowMs = Math.max(this.nowMs, nowMs);
        this.out = out;
    }

    double nowMs() {
        return nowMs;
    }

    int limit(Limit limit) {
        return settings.limits().of(limit);
    }

    void emit(Output output) {
        out.emit(output);
    }

    /** Sends a frame, cut into chunks if it is long; nothing if nobody is there. */
    void send(List<Peer> to, String frame) {
        if (to.isEmpty()) {
            return;
        }
        for (String chunk : ServerFrameEncoder.chunks(frame, limit(Limit.CHUNK_CHARS))) {
            out.emit(new Output.Send(to, chunk, false));
        }
    }

    void note(Output.Level level, String text) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < text.length() && i < NOTE_CHARS; i++) {
            char c = text.charAt(i);
            // A client must not be able to fake lines of the log, nor to send escapes to a terminal.
            clean.append(c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029 ? ' ' : c);
        }
        out.emit(new Output.Note(level, clean.toString()));
    }
}
