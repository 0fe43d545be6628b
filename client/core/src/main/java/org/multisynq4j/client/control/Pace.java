package org.multisynq4j.client.control;

import org.multisynq4j.client.port.Platform;

/** How much of its thread a shadow may take. Asked before each slice, because a page may become hidden. */
public interface Pace {
    /** How long it may work before it gives the thread back. */
    double sliceMs();

    /** How long it then leaves the thread to others. */
    double pauseMs();

    /** A thread for nobody else: slices only let commands in between. */
    Pace OWN_THREAD = of(OwnThread.SLICE_MS, 0);

    /** Where nobody waits for the thread. */
    Pace UNBOUNDED = of(Double.POSITIVE_INFINITY, 0);

    /** The session's own thread: while somebody watches, at most a quarter of a frame's time in each frame. */
    static Pace sharing(Platform platform) {
        return new Pace() {
            @Override
            public double sliceMs() {
                return platform.frames().visible() ? Sharing.SLICE_MS : Sharing.HIDDEN_SLICE_MS;
            }

            @Override
            public double pauseMs() {
                return platform.frames().visible() ? Sharing.PAUSE_MS : 0;
            }
        };
    }

    /** Always the same. */
    static Pace of(double sliceMs, double pauseMs) {
        return new Pace() {
            @Override
            public double sliceMs() {
                return sliceMs;
            }

            @Override
            public double pauseMs() {
                return pauseMs;
            }
        };
    }

    /** Figures for a thread of its own. */
    final class OwnThread {
        static final double SLICE_MS = 50;

        private OwnThread() {}
    }

    /** Figures for a thread that also shows something. */
    final class Sharing {
        static final double SLICE_MS = 4;
        static final double PAUSE_MS = 12;
        static final double HIDDEN_SLICE_MS = 50;

        private Sharing() {}
    }
}
