package org.multisynq4j.client.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Clock;

@Timeout(30)
class SessionThreadTest {
    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

    @Test
    void runsTasksOfAllThreadsOneAfterTheOther() throws Exception {
        try (SessionThread thread = new SessionThread("test", events::add)) {
            List<Integer> order = new ArrayList<>();
            int[] running = {0};
            for (int i = 0; i < 1_000; i++) {
                int number = i;
                thread.execute(() -> {
                    running[0]++;
                    order.add(number);
                    assertThat(running[0]--).isEqualTo(1);
                });
            }
            thread.execute(() -> events.add(order.size()));
            assertThat(events.take()).isEqualTo(1_000);
            assertThat(order).isSorted();
        }
    }

    @Test
    void reportsAFailedTaskAndGoesOn() throws Exception {
        try (SessionThread thread = new SessionThread("test", events::add)) {
            RuntimeException failure = new RuntimeException("expected");
            thread.execute(() -> {
                throw failure;
            });
            thread.execute(() -> events.add("next"));
            assertThat(events.take()).isSameAs(failure);
            assertThat(events.take()).isEqualTo("next");
        }
    }

    @Test
    void runsTimersInTimeOrderUnlessCancelled() throws Exception {
        try (SessionThread thread = new SessionThread("test", events::add)) {
            Clock clock = new JvmClock(thread);
            double start = clock.nowMs();
            thread.execute(() -> {
                clock.schedule(200, () -> events.add("late"));
                Clock.Timer cancelled = clock.schedule(20, () -> events.add("cancelled"));
                clock.schedule(5, () -> events.add("soon"));
                clock.schedule(-1, () -> events.add("now"));
                cancelled.cancel();
            });
            assertThat(events.take()).isEqualTo("now");
            assertThat(events.take()).isEqualTo("soon");
            assertThat(events.take()).isEqualTo("late");
            assertThat(clock.nowMs() - start).isGreaterThanOrEqualTo(200);
        }
    }

    @Test
    void startsNothingAfterItWasClosed() throws Exception {
        SessionThread thread = new SessionThread("test", events::add);
        CountDownLatch closed = new CountDownLatch(1);
        thread.execute(() -> {
            thread.schedule(1, () -> events.add("never"));
            thread.close();
            thread.execute(() -> events.add("never"));
            closed.countDown();
        });
        closed.await();
        thread.execute(() -> events.add("never"));
        assertThat(events).isEmpty();
    }

    @Test
    void turnsPromisesIntoFuturesFromAnyThread() throws Exception {
        try (SessionThread thread = new SessionThread("test", events::add)) {
            Promise<String> promise = new Promise<>();
            var future = Futures.toCompletableFuture(promise, thread);
            thread.execute(() -> promise.resolve("value"));
            assertThat(future.get()).isEqualTo("value");
            assertThat(Futures.toCompletableFuture(Promise.failed(new IllegalStateException("why")), thread))
                    .failsWithin(java.time.Duration.ofSeconds(10))
                    .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                    .withMessageContaining("why");
        }
    }

    @Test
    void framesComeAtTheChosenRateOrNever() throws Exception {
        try (SessionThread thread = new SessionThread("test", events::add)) {
            Clock clock = new JvmClock(thread);
            JvmFrames never = JvmFrames.never(clock);
            assertThat(never.visible()).isFalse();
            never.request(time -> events.add("never"));
            JvmFrames frames = JvmFrames.every(1, clock);
            assertThat(frames.visible()).isTrue();
            frames.request(events::add);
            assertThat((Double) events.take()).isPositive();
            assertThat(events).isEmpty();
        }
    }

    /** What overflows first in browsers, a method with many variables, goes to 3,046 calls in Chromium's WebAssembly and less elsewhere (docs/determinism.md). */
    @Test
    void hasAStackForRecursionsThatBrowsersCanExecute() throws Exception {
        try (SessionThread session = new SessionThread("test", events::add)) {
            session.execute(() -> events.add(large(3_100, 1, 2, 3, 4, 5, 6, 7, 8)));
            assertThat(events.take()).isInstanceOf(Double.class);
        }
    }

    private static double large(int n, double a, double b, double c, double d, long e, long f, int g, float h) {
        if (n == 0) {
            return 0;
        }
        double k1 = a * b + n, k2 = b * c - n, k3 = c * d + e, k4 = d * a - f, k5 = a + g, k6 = b - h;
        double k7 = c * 3 + n, k8 = d / 7 + n, k9 = k1 * k2, k10 = k3 * k4, k11 = k5 * k6, k12 = k7 * k8;
        long l1 = e * 31 + n, l2 = f ^ n, l3 = e - f + n, l4 = e + f * n;
        int i1 = g * 31 + n, i2 = g ^ n, i3 = g - n, i4 = g * n, i5 = i1 ^ i2, i6 = i3 + i4;
        float f1 = h + n, f2 = h * n;
        double deeper = large(n - 1, k1 % 3, k2 % 5, k3 % 7, k4 % 9, l1, l2, i1, f1);
        return deeper + k1 + k2 * k3 - k4 + k5 * k6 - k7 + k8 + k9 - k10 + k11 - k12 + l1 + l2 - l3 + l4 + i1 - i2 + i3
                - i4 + i5 + i6 + f1 - f2;
    }
}
