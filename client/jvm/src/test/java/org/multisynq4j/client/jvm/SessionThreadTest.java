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
}
