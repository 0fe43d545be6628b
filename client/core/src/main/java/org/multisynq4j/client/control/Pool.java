package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.multisynq4j.client.Promise;

/** Does something with each of many things, a few at a time, however many there are and whether or not it ends at once. */
final class Pool<T, R> {
    private final List<T> items;
    private final int atOnce;
    private final Function<T, Promise<R>> work;
    private final List<R> results = new ArrayList<>();
    private final Promise<List<R>> all = new Promise<>();
    private int begun;
    private int running;
    private boolean pumping;

    private Pool(List<T> items, int atOnce, Function<T, Promise<R>> work) {
        this.items = items;
        this.atOnce = atOnce;
        this.work = work;
        for (int i = 0; i < items.size(); i++) {
            results.add(null);
        }
    }

    /** What came of each, in the order of the items; fails with the first failure, and begins nothing more. */
    static <T, R> Promise<List<R>> run(List<T> items, int atOnce, Function<T, Promise<R>> work) {
        Pool<T, R> pool = new Pool<>(items, atOnce, work);
        pool.pump();
        return pool.all;
    }

    /** A loop, because thousands of calls inside each other would be too deep where all ends at once. */
    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        while (running < atOnce && begun < items.size() && !all.isSettled()) {
            begin(begun++);
        }
        pumping = false;
        if (running == 0 && begun == items.size()) {
            all.resolve(results);
        }
    }

    private void begin(int index) {
        running++;
        Promise<R> result;
        try {
            result = work.apply(items.get(index));
        } catch (RuntimeException e) {
            all.fail(e);
            return;
        }
        result.then(
                value -> {
                    results.set(index, value);
                    running--;
                    pump();
                },
                all::fail);
    }
}
