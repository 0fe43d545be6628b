package org.multisynq4j.client.browser.worker;

import java.util.Optional;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.port.Workers;

/** The workers of a page: one, unless it has several sessions. */
public final class PageWorkers implements Workers {
    private final Console console;
    private Optional<PageWorker> last = Optional.empty();
    private boolean lastIsTaken;

    /** @param console told what goes wrong */
    public PageWorkers(Console console) {
        this.console = console;
    }

    @Override
    public Optional<Channel> start(Channel.Listener listener) {
        Optional<PageWorker> worker = get();
        lastIsTaken = true;
        return worker.map(taken -> {
            taken.listen(Topic.SHADOW, listener);
            return new ShadowChannel(taken);
        });
    }

    /** A worker without a shadow, started if there is none; none where no worker can be had. */
    Optional<PageWorker> get() {
        if (last.filter(PageWorker::neverStarted).isPresent()) {
            return Optional.empty();
        }
        if (lastIsTaken || last.filter(worker -> !worker.isDead()).isEmpty()) {
            last = PageWorker.start(console);
            lastIsTaken = false;
        }
        return last;
    }

    /** Ends the worker without a shadow; those with one end with their channel. */
    public void end() {
        if (!lastIsTaken) {
            last.ifPresent(PageWorker::end);
        }
    }

    private record ShadowChannel(PageWorker worker) implements Channel {
        @Override
        public void send(String header, byte[] body) {
            worker.send(Topic.SHADOW, header, body);
        }

        @Override
        public void close() {
            worker.end();
        }
    }
}
