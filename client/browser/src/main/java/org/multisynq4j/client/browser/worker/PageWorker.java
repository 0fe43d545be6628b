package org.multisynq4j.client.browser.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.port.Console.Level;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;

/** One worker, seen from the page. It dies at its first error, since what it knows is then not to be trusted. */
final class PageWorker {
    /** Tells our workers from those an application starts itself. */
    static final String NAME = "multisynq4j";

    /** Loading takes below a second even on slow devices, since the program is in the browser's cache. */
    static final int READY_LIMIT_MS = 30_000;

    private enum State {
        STARTING,
        READY,
        DEAD
    }

    private final Console console;
    private final Wire worker;
    private final Map<Topic, Channel.Listener> listeners = new LinkedHashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private State state = State.STARTING;
    private boolean wasReady;
    private boolean neverStarted;

    private PageWorker(Console console, String address) {
        this.console = console;
        worker = new Wire(start(address, NAME, why -> Guard.run(() -> died(why))));
        worker.receive(this::received);
        Window.setTimeout(() -> Guard.run(this::late), READY_LIMIT_MS);
    }

    /** Starts a worker; none if the page does not say where its program is. */
    static Optional<PageWorker> start(Console console) {
        String address = address();
        return address.isEmpty() ? Optional.empty() : Optional.of(new PageWorker(console, address));
    }

    /** Tells this listener what comes of the topic, and if the worker fails. */
    void listen(Topic topic, Channel.Listener listener) {
        listeners.put(topic, listener);
    }

    /** Sends in order; kept until the worker is ready, dropped if it is dead. */
    void send(Topic topic, String header, byte[] body) {
        switch (state) {
            case STARTING -> waiting.add(() -> worker.post(topic, header, body));
            case READY -> worker.post(topic, header, body);
            case DEAD -> {}
        }
    }

    /** Ends the worker in the middle of whatever it does; nobody is told. */
    void end() {
        if (state != State.DEAD) {
            state = State.DEAD;
            waiting.clear();
            worker.terminate();
        }
    }

    boolean isDead() {
        return state == State.DEAD;
    }

    /** True if it could not be started; another one could not either. */
    boolean neverStarted() {
        return neverStarted;
    }

    private void received(Topic topic, String header, byte[] body) {
        if (state == State.DEAD) {
            return; // what was on its way when it ended
        }
        switch (topic) {
            case READY -> ready();
            case FAILED -> died(header);
            case KEYS, SHADOW ->
                Optional.ofNullable(listeners.get(topic)).ifPresent(listener -> listener.received(header, body));
        }
    }

    private void ready() {
        state = State.READY;
        wasReady = true;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    private void late() {
        if (state == State.STARTING) {
            died("it did not start within " + READY_LIMIT_MS / 1000 + " s");
        }
    }

    private void died(String why) {
        if (state == State.DEAD) {
            return;
        }
        console.log(
                wasReady ? Level.ERROR : Level.INFO,
                wasReady
                        ? "[Multisynq] the page's worker failed: " + why
                        : "[Multisynq] no worker, its work is done on the page: " + why);
        neverStarted = !wasReady;
        end();
        List.copyOf(listeners.values()).forEach(listener -> listener.closed(why));
    }

    @JSFunctor
    private interface Failure extends JSObject {
        void call(String why);
    }

    @JSBody(
            script = "var handle = globalThis.MULTISYNQ, address = handle && handle.worker;"
                    + "return typeof address === 'string' && typeof Worker === 'function' ? address : '';")
    private static native String address();

    // The constructor throws for pages from files and for programs of other origins; a Content-Security-Policy or a
    // missing file fires an error event. Both come in a later turn.
    @JSBody(
            params = {"address", "name", "failed"},
            script = "var worker;"
                    + "try { worker = new Worker(address, {type: 'module', name: name}); }"
                    + "catch (error) { setTimeout(function() { failed(error.message || String(error)); }, 0); return {}; }"
                    + "worker.onerror = function(event) {"
                    + "  event.preventDefault();"
                    + "  failed(event.message ? event.message + ' (' + event.filename + ':' + event.lineno + ')' : 'it could not be loaded from ' + address);"
                    + "};"
                    + "worker.onmessageerror = function() { failed('a message of it could not be read'); };"
                    + "return worker;")
    private static native JSObject start(String address, String name, Failure failed);
}
