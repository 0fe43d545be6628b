package org.multisynq4j.client.browser;

import java.util.Optional;
import org.multisynq4j.client.browser.page.Uncaught;
import org.multisynq4j.client.browser.worker.KeyWork;
import org.multisynq4j.client.browser.worker.Topic;
import org.multisynq4j.client.browser.worker.WorkerEnd;
import org.multisynq4j.client.control.Pace;
import org.multisynq4j.client.shadow.Shadow;

/** What the program does in a page's worker instead of its {@code main}. */
public final class WorkerMain {
    private WorkerMain() {}

    /**
     * Serves the page if this is its worker. TeaVM's plugin puts a call of this method before the program's {@code main}.
     *
     * @return false in a page: {@code main} goes on
     */
    public static boolean serve() {
        Optional<WorkerEnd> page = WorkerEnd.here();
        page.ifPresent(WorkerMain::serve);
        return page.isPresent();
    }

    private static void serve(WorkerEnd page) {
        Uncaught.reportTo(page::failed);
        page.receive(Topic.KEYS, new KeyWork(page.channel(Topic.KEYS)));
        page.receive(Topic.SHADOW, new Shadow(new BrowserPlatform(), Pace.OWN_THREAD, page.channel(Topic.SHADOW)));
        page.ready();
    }
}
