package org.multisynq4j.reflector.loopback;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that only moves when told; tasks of one time run in the order they were asked for. */
public final class VirtualTime implements Scheduler {
    private record Task(double atMs, long order, Runnable run) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingDouble(Task::atMs).thenComparingLong(Task::order));
    private long asked;
    private double nowMs;

    @Override
    public double nowMs() {
        return nowMs;
    }

    @Override
    public void at(double atMs, Runnable task) {
        if (atMs < Double.POSITIVE_INFINITY) {
            tasks.add(new Task(Math.max(atMs, nowMs), asked++, task));
        }
    }

    /** Lets time pass. */
    public void advance(double ms) {
        double end = nowMs + ms;
        while (!tasks.isEmpty() && tasks.peek().atMs() <= end) {
            Task task = tasks.remove();
            nowMs = task.atMs();
            task.run().run();
        }
        nowMs = end;
    }
}
