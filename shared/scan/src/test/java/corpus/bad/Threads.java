package corpus.bad;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.multisynq4j.model.Model;

final class Threads {
    static class NewThread extends Model {
        void step() {
            new Thread(() -> {}) // expect M4J104
                    .start(); // expect M4J104
        }
    }

    static class Sleep extends Model {
        void step() throws InterruptedException {
            Thread.sleep(5); // expect M4J104
        }
    }

    static class Pool extends Model {
        void step() {
            Executors.newCachedThreadPool(); // expect M4J104
        }
    }

    static class Later extends Model {
        void step() {
            CompletableFuture.runAsync(() -> {}); // expect M4J104
        }
    }

    static class Atomic extends Model {
        int step() {
            AtomicInteger count = new AtomicInteger(); // expect M4J104
            return count.incrementAndGet(); // expect M4J104
        }
    }

    static class ConcurrentMap extends Model {
        boolean step() {
            return new ConcurrentHashMap<String, String>() == null; // expect M4J104
        }
    }

    static class Waits extends Model {
        void step() throws InterruptedException {
            wait(); // expect M4J104
        }
    }

    static class Synchronized extends Model {
        private int count;

        synchronized void step() {
            count++; // expect M4J105
        }
    }

    static class SynchronizedBlock extends Model {
        private final List<String> lines = new ArrayList<>();

        void step() {
            synchronized (lines) { // expect M4J105
                lines.clear();
            }
        }
    }

    static class Lock extends Model {
        void step() {
            new ReentrantLock() // expect M4J105
                    .lock(); // expect M4J105
        }
    }
}
