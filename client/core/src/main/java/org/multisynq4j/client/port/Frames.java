package org.multisynq4j.client.port;

/** Animation frames: when views are updated. */
public interface Frames {
    /** Calls back once before the next repaint, with the frame's time in ms (same origin as {@link Clock#nowMs}). */
    void request(Callback callback);

    /** False while nothing is painted (hidden tab, no screen); then {@link #request} may never call back. */
    boolean visible();

    /** Calls back whenever {@link #visible()} may have changed. */
    void onVisibilityChange(Runnable listener);

    /** One frame. */
    @FunctionalInterface
    interface Callback {
        void frame(double timeMs);
    }
}
