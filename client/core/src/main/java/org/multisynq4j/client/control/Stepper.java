package org.multisynq4j.client.control;

import org.multisynq4j.client.StepMode;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Frames;

/** Decides when a step is made: with each animation frame, with each message where nothing is painted, by a timer, or by hand. Puts hidden pages to sleep. */
final class Stepper {
    /** Frames that stay away for longer than this are not waited for, whatever the page says of its visibility. */
    static final double FRAME_PATIENCE_MS = 500;

    private static final double FIXED_MS = 1000.0 / 60;

    private final SessionPlan plan;
    private final Controller controller;
    private final Clock clock;
    private final Frames frames;
    private boolean stopped;
    private boolean stepping;
    private boolean frameRequested;
    private boolean everVisible;
    private double lastFrame;
    private Clock.Timer sleep = () -> {};

    Stepper(SessionPlan plan, Controller controller) {
        this.plan = plan;
        this.controller = controller;
        clock = plan.platform().clock();
        frames = plan.platform().frames();
    }

    void start() {
        frames.onVisibilityChange(this::visibilityChanged);
        visibilityChanged();
        if (plan.tuning().step() == StepMode.FIXED) {
            fixedStepLater();
        }
    }

    void stop() {
        stopped = true;
        sleep.cancel();
    }

    private void visibilityChanged() {
        if (stopped) {
            return;
        }
        sleep.cancel();
        if (frames.visible()) {
            everVisible = true;
            lastFrame = clock.nowMs();
            controller.wake();
            requestFrame();
        } else if (everVisible && plan.tuning().autoSleepMs() > 0) {
            // What was never visible, such as a bot, does not sleep.
            sleep = clock.schedule(plan.tuning().autoSleepMs(), controller::sleep);
        }
    }

    private void requestFrame() {
        if (frameRequested || stopped || plan.tuning().step() != StepMode.AUTO) {
            return;
        }
        frameRequested = true;
        frames.request(frameTime -> {
            frameRequested = false;
            if (!stopped) {
                lastFrame = clock.nowMs();
                requestFrame();
                step(true, frameTime);
            }
        });
    }

    private void fixedStepLater() {
        clock.schedule(FIXED_MS, () -> {
            if (!stopped) {
                fixedStepLater();
                step(true, clock.nowMs());
            }
        });
    }

    /** The reflector's time went on. */
    void timeAdvanced() {
        boolean painting = frames.visible() && clock.nowMs() - lastFrame < FRAME_PATIENCE_MS;
        if (plan.tuning().step() == StepMode.AUTO && !painting) {
            step(false, clock.nowMs());
        }
    }

    /** A step asked for by the program. */
    void manual(double frameTimeMs) {
        step(true, frameTimeMs);
    }

    /** A handler that causes another step must not start it inside this one. */
    private void step(boolean frame, double frameTimeMs) {
        if (stepping || stopped) {
            return;
        }
        stepping = true;
        try {
            controller.step(frame, frameTimeMs);
        } finally {
            stepping = false;
        }
    }
}
