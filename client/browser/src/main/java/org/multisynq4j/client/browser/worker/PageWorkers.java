package org.multisynq4j.client.browser.worker;

import java.util.Optional;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.port.Workers;

/** The workers of a page: one, unless it has several sessions. */
public final class PageWorkers implements Workers {
    private final Console console;
    /** The worker that has no shadow yet. */
    private Optional<PageWorker> idle = Optional.empty();

    private boolean hopeless;

    /** @param console told what goes wrong */
    public PageWorkers(Console console) {
        this.console = console;
    }

    @Override
    public Optional<Channel> start(Channel.Listener listener) {
        Optional<PageWorker> worker = get();
        idle = Optional.empty();
        return worker.map(taken -> {
            taken.listen(Topic.SHADOW, listener);
            return new ShadowChannel(taken);
        });
    }

    /** A worker without a shadow, started if there is none; none where no worker can be had. */
    Optional<PageWorker> get() {
        if (idle.filter(PageWorker::isDead).isPresent()) {
            hopeless |= !idle.get().wasReady();
            idle = Optional.empty();
        }
        if (idle.isEmpty() && !hopeless) {
            idle = PageWorker.start(console);
        }
        return idle;
    }

    /** Ends the worker without a shadow; those with one end with their channel. */
    public void end() {
        idle.ifPresent(PageWorker::end);
        idle = Optional.empty();
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
