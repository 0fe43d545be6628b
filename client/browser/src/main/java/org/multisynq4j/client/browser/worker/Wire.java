package org.multisynq4j.client.browser.worker;

import org.multisynq4j.client.browser.page.Bytes;
import org.multisynq4j.client.browser.page.Guard;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/** One end between page and worker: the worker object on a page, the global scope in a worker. Bytes are moved to the other side. */
final class Wire {
    private final JSObject end;

    Wire(JSObject end) {
        this.end = end;
    }

    /** Takes messages. */
    @FunctionalInterface
    interface Receiver {
        void received(Topic topic, String header, byte[] body);
    }

    void post(Topic topic, String header, byte[] body) {
        post(end, topic.name(), header, Bytes.toScript(body));
    }

    /** Calls back with each message from the other end. */
    void receive(Receiver receiver) {
        onMessage(
                end,
                (topic, header, body) ->
                        Guard.run(() -> receiver.received(Topic.valueOf(topic), header, Bytes.toJava(body))));
    }

    /** Ends the worker at the other end. */
    void terminate() {
        terminate(end);
    }

    @JSFunctor
    private interface Handler extends JSObject {
        void call(String topic, String header, Int8Array body);
    }

    @JSBody(
            params = {"end", "topic", "header", "body"},
            script = "end.postMessage({topic: topic, header: header, body: body}, [body.buffer]);")
    private static native void post(JSObject end, String topic, String header, Int8Array body);

    @JSBody(
            params = {"end", "handler"},
            script =
                    "end.onmessage = function(event) { handler(event.data.topic, event.data.header, event.data.body); };")
    private static native void onMessage(JSObject end, Handler handler);

    @JSBody(params = "end", script = "if (end.terminate) end.terminate();")
    private static native void terminate(JSObject end);
}
