package org.multisynq4j.client.browser.worker;

import java.util.Optional;
import org.multisynq4j.client.port.Console;

/** The worker of a page: started when it is first needed, at most one at a time. */
public final class PageWorkers {
    private final Console console;
    private Optional<PageWorker> current = Optional.empty();

    /** @param console told what goes wrong */
    public PageWorkers(Console console) {
        this.console = console;
    }

    /** The worker, started if there is none or the last one failed; none where no worker can be had. */
    public Optional<PageWorker> get() {
        boolean hopeless =
                current.filter(worker -> worker.isDead() && !worker.wasReady()).isPresent();
        if (hopeless) {
            return Optional.empty();
        }
        if (current.filter(worker -> !worker.isDead()).isEmpty()) {
            current = PageWorker.start(console);
        }
        return current;
    }

    /** Ends the worker; {@link #get} starts another one. */
    public void end() {
        current.ifPresent(PageWorker::end);
        current = Optional.empty();
    }
}
