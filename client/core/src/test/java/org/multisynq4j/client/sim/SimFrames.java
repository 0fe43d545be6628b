package org.multisynq4j.client.sim;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.client.port.Frames;

/** A screen that may be looked at. */
public final class SimFrames implements Frames {
    private final SimTime time;
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Callback> waiting = new ArrayList<>();
    private boolean visible;

    SimFrames(SimTime time, boolean visible) {
        this.time = time;
        this.visible = visible;
    }

    @Override
    public void request(Callback callback) {
        waiting.add(callback);
        paintLater();
    }

    private void paintLater() {
        time.schedule(16, () -> {
            if (visible && !waiting.isEmpty()) {
                List<Callback> due = List.copyOf(waiting);
                waiting.clear();
                due.forEach(callback -> callback.frame(time.nowMs()));
            }
        });
    }

    @Override
    public boolean visible() {
        return visible;
    }

    @Override
    public void onVisibilityChange(Runnable listener) {
        listeners.add(listener);
    }

    public void show(boolean nowVisible) {
        visible = nowVisible;
        listeners.forEach(Runnable::run);
        if (visible) {
            paintLater();
        }
    }
}
