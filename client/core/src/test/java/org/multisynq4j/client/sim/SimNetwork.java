package org.multisynq4j.client.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.multisynq4j.client.port.Transport;
import org.multisynq4j.reflector.loopback.Loopback;

/** One client's way to the reflector: slow, in order, and it breaks when told to, losing what is under way. */
public final class SimNetwork implements Transport {
    private final SimTime time;
    private final Loopback reflector;
    private final Random random;
    private final List<Line> lines = new ArrayList<>();
    private final double latencyMs;
    private boolean down;
    /** Everything comes this much later. */
    public double lagMs;
    /** What is done to this client's frames. */
    public Tamper tamper = Tamper.NONE;
    /** Frames the client sent. */
    public final List<String> sent = new ArrayList<>();

    SimNetwork(SimTime time, Loopback reflector, Random random, double latencyMs) {
        this.time = time;
        this.reflector = reflector;
        this.random = random;
        this.latencyMs = latencyMs;
    }

    @Override
    public Transport.Connection connect(String url, Transport.Listener listener) {
        Line line = new Line(listener);
        String id = url.substring(url.lastIndexOf('/') + 1);
        time.schedule(latencyMs, () -> line.open(id));
        return line;
    }

    /** Breaks all connections; the client notices at once, the reflector after a while. */
    public void cut() {
        for (Line line : List.copyOf(lines)) {
            line.breakNow();
        }
    }

    /** Like a cable pulled: everything breaks, and nothing connects until {@link #up}. */
    public void down() {
        down = true;
        cut();
    }

    public void up() {
        down = false;
    }

    private double delay() {
        return lagMs + latencyMs * (0.5 + random.nextDouble());
    }

    private final class Line implements Transport.Connection, org.multisynq4j.reflector.loopback.Listener {
        private final Transport.Listener client;
        private org.multisynq4j.reflector.loopback.Connection server;
        private boolean open;
        private boolean over;
        private double upUntil;
        private double downUntil;

        Line(Transport.Listener client) {
            this.client = client;
        }

        void open(String sessionId) {
            if (over) {
                return;
            }
            if (down) {
                over = true;
                client.closed(1006, "");
                return;
            }
            lines.add(this);
            open = true;
            server = reflector.connect(sessionId, "http://sim", this);
            client.opened();
        }

        @Override
        public void send(String text) {
            if (!open) {
                return;
            }
            sent.add(text);
            upUntil = Math.max(time.nowMs() + delay(), upUntil);
            time.at(upUntil, () -> tamper.up(text).forEach(this::arrive));
        }

        private void arrive(String frame) {
            if (server != null) {
                server.send(frame);
            }
        }

        @Override
        public long bufferedBytes() {
            return 0;
        }

        @Override
        public void close(int code, String reason) {
            if (over) {
                return;
            }
            over = true;
            open = false;
            lines.remove(this);
            upUntil = Math.max(time.nowMs() + delay(), upUntil);
            time.at(upUntil, () -> hangUp(code));
            time.schedule(0, () -> client.closed(code, reason));
        }

        private void hangUp(int code) {
            if (server != null) {
                org.multisynq4j.reflector.loopback.Connection old = server;
                server = null;
                old.close(code);
            }
        }

        @Override
        public void received(String text) {
            downUntil = Math.max(time.nowMs() + delay(), downUntil);
            time.at(downUntil, () -> tamper.down(text).forEach(this::deliver));
        }

        private void deliver(String frame) {
            if (open) {
                client.received(frame);
            }
        }

        @Override
        public void closed(int code, String reason) {
            server = null;
            downUntil = Math.max(time.nowMs() + delay(), downUntil);
            time.at(downUntil, () -> {
                if (!over) {
                    over = true;
                    open = false;
                    lines.remove(this);
                    client.closed(code, reason);
                }
            });
        }

        void breakNow() {
            if (over) {
                return;
            }
            over = true;
            open = false;
            lines.remove(this);
            // What is on its way up still arrives with even chances: the reflector may have got it or not.
            if (random.nextBoolean()) {
                org.multisynq4j.reflector.loopback.Connection old = server;
                server = null;
                time.schedule(delay(), () -> {
                    if (old != null) {
                        old.close(1006);
                    }
                });
            } else {
                time.schedule(3 * latencyMs, () -> hangUp(1006));
            }
            time.schedule(0, () -> client.closed(1006, ""));
        }
    }
}
