package org.multisynq4j.client.browser.worker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.KeyDerivation;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.crypto.SessionKeys;

/** Derives keys of made-up passwords in the page's worker, or on the page if there is none; those of generated passwords take no time. */
public final class WorkerKeys implements KeyDerivation {
    private final PageWorkers workers;
    private final Map<String, Promise<SessionKeys>> pending = new LinkedHashMap<>();
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
        Promise<SessionKeys> keys = new Promise<>();
        pending.put(number, keys);
        worker.get().receive(KeyWork.TOPIC, this::answered);
        worker.get().onDeath(() -> Optional.ofNullable(pending.remove(number))
                .ifPresent(waiting -> HERE.derive(password, appId, name).then(waiting::resolve, waiting::fail)));
        worker.get().send(KeyWork.request(number, password, appId, name));
        return keys;
    }

    private void answered(WorkerMessage answer) {
        Optional.ofNullable(pending.remove(answer.header()))
                .ifPresent(waiting -> waiting.resolve(SessionKeys.ofSecret(answer.body())));
    }
}
