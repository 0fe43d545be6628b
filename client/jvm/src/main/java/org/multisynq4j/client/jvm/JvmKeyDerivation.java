package org.multisynq4j.client.jvm;

import java.util.concurrent.Executor;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.KeyDerivation;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.crypto.SessionKeys;

/** Derives keys on helper threads, so that the session's thread stays free. */
final class JvmKeyDerivation implements KeyDerivation {
    private final SessionThread thread;
    private final Executor workers;

    /** @param workers runs the work itself */
    JvmKeyDerivation(SessionThread thread, Executor workers) {
        this.thread = thread;
        this.workers = workers;
    }

    @Override
    public Promise<SessionKeys> derive(String password, String appId, String name) {
        Passwords.check(password);
        Promise<SessionKeys> promise = new Promise<>();
        workers.execute(() -> {
            try {
                SessionKeys keys = SessionKeys.derive(password, appId, name);
                thread.execute(() -> promise.resolve(keys));
            } catch (RuntimeException | OutOfMemoryError e) {
                thread.execute(() -> promise.fail(e));
            }
        });
        return promise;
    }
}
