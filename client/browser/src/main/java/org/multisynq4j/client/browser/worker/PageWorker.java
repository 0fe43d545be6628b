package org.multisynq4j.client.browser.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.Console;
import org.multisynq4j.client.port.Console.Level;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.browser.Window;

/** One worker, seen from the page. It dies at its first error, since what it knows is then not to be trusted. */
public final class PageWorker {
    /** Loading takes below a second even on slow devices, since the program is in the browser's cache. */
    static final int READY_LIMIT_MS = 30_000;

    private enum State {
        STARTING,
        READY,
        DEAD
    }

    private final Console console;
    private final Wire worker;
    private final Map<String, WorkerMessage.Receiver> receivers = new LinkedHashMap<>();
    private final List<Runnable> onDeath = new ArrayList<>();
    private final List<WorkerMessage> waiting = new ArrayList<>();
    private State state = State.STARTING;
    private boolean wasReady;

    private PageWorker(Console console, String address) {
        this.console = console;
        worker = new Wire(start(address, WorkerMain.NAME, why -> Guard.run(() -> died(why))));
        worker.receive(this::received);
        Window.setTimeout(() -> Guard.run(this::late), READY_LIMIT_MS);
    }

    /** Starts a worker; none if the page does not say where its program is. */
    static Optional<PageWorker> start(Console console) {
        String address = address();
        return address.isEmpty() ? Optional.empty() : Optional.of(new PageWorker(console, address));
    }

    /** Takes the worker's messages of one topic from now on. */
    public void receive(String topic, WorkerMessage.Receiver receiver) {
        receivers.put(topic, receiver);
    }

    /** Calls back once when the worker has failed; at once if it has. Not after {@link #end}. */
    public void onDeath(Runnable listener) {
        if (state == State.DEAD) {
            listener.run();
        } else {
            onDeath.add(listener);
        }
    }

    /** Sends in order; kept until the worker is ready, dropped if it is dead. */
    public void send(WorkerMessage message) {
        switch (state) {
            case STARTING -> waiting.add(message);
            case READY -> worker.post(message);
            case DEAD -> {}
        }
    }

    /** Ends the worker in the middle of whatever it does. */
    public void end() {
        if (state != State.DEAD) {
            state = State.DEAD;
            onDeath.clear();
            worker.terminate();
        }
    }

    boolean isDead() {
        return state == State.DEAD;
    }

    /** Whether it ever worked. If not, another one would not either. */
    boolean wasReady() {
        return wasReady;
    }

    private void received(WorkerMessage message) {
        if (state == State.DEAD) {
            return;
        }
        switch (message.topic()) {
            case WorkerMessage.READY -> ready();
            case WorkerMessage.FAILED -> died(message.header());
            default ->
                Optional.ofNullable(receivers.get(message.topic())).ifPresent(receiver -> receiver.received(message));
        }
    }

    private void ready() {
        state = State.READY;
        wasReady = true;
        waiting.forEach(message -> worker.post(message));
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
        List<Runnable> listeners = List.copyOf(onDeath);
        end();
        listeners.forEach(Runnable::run);
    }

    @JSFunctor
    private interface Failure extends JSObject {
        void call(String why);
    }

    @JSBody(
            script =
                    "var m = globalThis.MULTISYNQ, a = m && m.worker; return typeof a === 'string' && typeof Worker === 'function' ? a : '';")
    private static native String address();

    // The constructor throws for pages from files and for programs of other origins; a Content-Security-Policy or a
    // missing file fires an error event. Both come in a later turn.
    @JSBody(
            params = {"address", "name", "failed"},
            script = "var worker;"
                    + "try { worker = new Worker(address, {type: 'module', name: name}); }"
                    + "catch (e) { setTimeout(function() { failed(e.message || String(e)); }, 0); return {}; }"
                    + "worker.onerror = function(e) {"
                    + "  e.preventDefault();"
                    + "  failed(e.message ? e.message + ' (' + e.filename + ':' + e.lineno + ')' : 'it could not be loaded from ' + address);"
                    + "};"
                    + "worker.onmessageerror = function() { failed('a message of it could not be read'); };"
                    + "return worker;")
    private static native JSObject start(String address, String name, Failure failed);
}
