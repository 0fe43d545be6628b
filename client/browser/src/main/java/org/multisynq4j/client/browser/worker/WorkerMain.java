package org.multisynq4j.client.browser.worker;

import org.multisynq4j.client.browser.page.Uncaught;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** What the program does in a page's worker instead of its {@code main}. */
public final class WorkerMain {
    /** Tells our workers from those an application starts itself. */
    static final String NAME = "multisynq4j";

    private WorkerMain() {}

    /**
     * Serves the page if this is its worker. TeaVM's plugin puts a call of this method before the program's {@code main}.
     *
     * @return false in a page: {@code main} goes on
     */
    public static boolean serve() {
        if (!isWorker(NAME)) {
            return false;
        }
        Wire page = new Wire(scope());
        Uncaught.reportTo(text -> page.post(WorkerMessage.of(WorkerMessage.FAILED, text)));
        KeyWork keys = new KeyWork(page);
        page.receive(message -> {
            if (message.topic().equals(KeyWork.TOPIC)) {
                keys.received(message);
            }
        });
        page.post(WorkerMessage.of(WorkerMessage.READY, ""));
        return true;
    }

    @JSBody(
            params = "name",
            script = "return typeof document === 'undefined' && typeof DedicatedWorkerGlobalScope === 'function'"
                    + " && self instanceof DedicatedWorkerGlobalScope && self.name === name;")
    private static native boolean isWorker(String name);

    @JSBody(script = "return self;")
    private static native JSObject scope();
}
