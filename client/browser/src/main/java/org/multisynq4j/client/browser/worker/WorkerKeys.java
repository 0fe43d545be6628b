package org.multisynq4j.client.browser.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.client.port.KeyDerivation;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.crypto.SessionKeys;

/** Derives keys of made-up passwords in the page's worker, or on the page if there is none; those of generated passwords take no time. */
public final class WorkerKeys implements KeyDerivation {
    private final PageWorkers workers;
    private final Map<String, Request> pending = new LinkedHashMap<>();
    private int requests;

    /** @param workers where the worker comes from */
    public WorkerKeys(PageWorkers workers) {
        this.workers = workers;
    }

    @Override
    public Promise<SessionKeys> derive(String password, String appId, String name) {
        Passwords.check(password);
        Optional<PageWorker> worker = Passwords.isGenerated(password) ? Optional.empty() : workers.get();
        if (worker.isEmpty()) {
            return HERE.derive(password, appId, name);
        }
        String number = String.valueOf(++requests);
        Request request = new Request(worker.get(), password, appId, name, new Promise<>());
        pending.put(number, request);
        worker.get().listen(Topic.KEYS, new Answers(worker.get()));
        worker.get().send(Topic.KEYS, KeyWork.request(number, password, appId, name), Channel.NO_BODY);
        return request.keys;
    }

    private record Request(PageWorker worker, String password, String appId, String name, Promise<SessionKeys> keys) {}

    private final class Answers implements Channel.Listener {
        private final PageWorker worker;

        Answers(PageWorker worker) {
            this.worker = worker;
        }

        @Override
        public void received(String header, byte[] body) {
            Optional.ofNullable(pending.remove(header))
                    .ifPresent(request -> request.keys.resolve(SessionKeys.ofSecret(body)));
        }

        @Override
        public void closed(String why) {
            for (Map.Entry<String, Request> entry : Map.copyOf(pending).entrySet()) {
                Request request = entry.getValue();
                if (request.worker == worker) {
                    pending.remove(entry.getKey());
                    HERE.derive(request.password, request.appId, request.name)
                            .then(request.keys::resolve, request.keys::fail);
                }
            }
        }
    }
}
