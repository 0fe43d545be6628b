package org.multisynq4j.client.sim;

import java.util.PriorityQueue;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.reflector.loopback.Scheduler;

/** Virtual time: runs tasks in order of their time, as fast as they run. */
final class SimTime implements Clock, Scheduler {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private double now;
    private long count;

    private static final class Task implements Comparable<Task>, Timer {
        private final double time;
        private final long order;
        private final Runnable action;
        private boolean cancelled;

        Task(double time, long order, Runnable action) {
            this.time = time;
            this.order = order;
            this.action = action;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(Task other) {
            int byTime = Double.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** The longest task since this was set to 0. */
    double longestTaskMs;

    /** Each look at the clock takes this long: so code that looks at it seems to work. */
    double costPerLook;

    @Override
    public double nowMs() {
        now += costPerLook;
        return now;
    }

    @Override
    public double epochMs() {
        return now + 1_700_000_000_000.0;
    }

    @Override
    public Timer schedule(double delayMs, Runnable task) {
        Task added = new Task(now + Math.max(0, delayMs), count++, task);
        tasks.add(added);
        return added;
    }

    @Override
    public void at(double nowMs, Runnable task) {
        if (nowMs < Double.POSITIVE_INFINITY) {
            tasks.add(new Task(Math.max(now, nowMs), count++, task));
        }
    }

    /** Lets this many ms pass. */
    void run(double ms) {
        double until = now + ms;
        while (!tasks.isEmpty() && tasks.peek().time <= until) {
            Task next = tasks.remove();
            now = Math.max(now, next.time);
            if (!next.cancelled) {
                double began = now;
                next.action.run();
                longestTaskMs = Math.max(longestTaskMs, now - began);
            }
        }
        now = Math.max(now, until);
    }
}
