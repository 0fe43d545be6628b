package org.multisynq4j.server.socket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.multisynq4j.protocol.CloseReason;

/** Sends through Jetty's core session, which lets frames wait until the last one of a turn flushes them all. */
final class JettyWire implements Wire {
    private final CoreSession session;

    JettyWire(CoreSession session) {
        this.session = session;
    }

    @Override
    public void send(List<OutgoingFrame> frames, SentBytes sent) {
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            OutgoingFrame frame = frames.get(i);
            Callback done = Callback.from(() -> sent.add(frame.size()));
            session.sendFrame(new Frame(OpCode.TEXT, ByteBuffer.wrap(frame.utf8())), done, i < last);
        }
    }

    @Override
    public void ping() {
        String stamp = Long.toString(System.currentTimeMillis());
        session.sendFrame(new Frame(OpCode.PING, StandardCharsets.US_ASCII.encode(stamp)), Callback.NOOP, false);
    }

    @Override
    public void close(CloseReason reason) {
        session.close(new CloseStatus(reason.code(), reason.text()), Callback.NOOP);
    }

    @Override
    public void abort() {
        if (!session.isClosed()) {
            session.abort();
        }
    }
}
