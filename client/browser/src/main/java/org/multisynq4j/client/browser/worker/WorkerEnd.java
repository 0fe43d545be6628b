package org.multisynq4j.client.browser.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.client.port.Channel.Listener;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The worker's end of the way to its page. */
public final class WorkerEnd {
    private final Wire page;
    private final Map<Topic, Listener> listeners = new LinkedHashMap<>();

    private WorkerEnd(Wire page) {
        this.page = page;
    }

    /** This worker's end; none in a page, or in a worker that an application started for itself. */
    public static Optional<WorkerEnd> here() {
        return isWorker(PageWorker.NAME) ? Optional.of(new WorkerEnd(new Wire(scope()))) : Optional.empty();
    }

    /** Tells this listener what comes of the topic. */
    public void receive(Topic topic, Listener listener) {
        listeners.put(topic, listener);
    }

    /** Asks the page for messages, now that everything listens. */
    public void ready() {
        page.receive((topic, header, body) ->
                Optional.ofNullable(listeners.get(topic)).ifPresent(listener -> listener.received(header, body)));
        page.post(Topic.READY, "", Channel.NO_BODY);
    }

    /** The way to those who listen to this topic at the other end. Closing it does nothing: the page ends the worker. */
    public Channel channel(Topic topic) {
        return new Channel() {
            @Override
            public void send(String header, byte[] body) {
                page.post(topic, header, body);
            }

            @Override
            public void close() {}
        };
    }

    /** Tells the page that this worker is not to be trusted any more. */
    public void failed(String why) {
        page.post(Topic.FAILED, why, Channel.NO_BODY);
    }

    @JSBody(
            params = "name",
            script = "return typeof document === 'undefined' && typeof DedicatedWorkerGlobalScope === 'function'"
                    + " && self instanceof DedicatedWorkerGlobalScope && self.name === name;")
    private static native boolean isWorker(String name);

    @JSBody(script = "return self;")
    private static native JSObject scope();
}
