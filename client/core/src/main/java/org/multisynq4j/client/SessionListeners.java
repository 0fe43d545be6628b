package org.multisynq4j.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.multisynq4j.client.control.SessionLog;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.model.ViewInfo;

/** Who wants to hear of a session. A listener that throws must not keep the session from going on. */
final class SessionListeners {
    private final SessionLog log;
    private final List<Consumer<SessionState>> states = new ArrayList<>();
    private final List<Consumer<SessionException>> errors = new ArrayList<>();
    private final List<Consumer<Divergence>> divergences = new ArrayList<>();
    private final List<Consumer<JoinProgress>> progress = new ArrayList<>();
    private final List<Consumer<List<ViewInfo>>> participants = new ArrayList<>();

    SessionListeners(SessionLog log) {
        this.log = log;
    }

    void onState(Consumer<SessionState> listener) {
        states.add(listener);
    }

    void onError(Consumer<SessionException> listener) {
        errors.add(listener);
    }

    void onDivergence(Consumer<Divergence> listener) {
        divergences.add(listener);
    }

    void onParticipants(Consumer<List<ViewInfo>> listener) {
        participants.add(listener);
    }

    void state(SessionState state) {
        tell(states, state);
    }

    void error(SessionException error) {
        tell(errors, error);
    }

    void divergence(Divergence divergence) {
        tell(divergences, divergence);
    }

    void participants(List<ViewInfo> here) {
        tell(participants, here);
    }

    void onProgress(Consumer<JoinProgress> listener) {
        progress.add(listener);
    }

    /** @param first the one that was given with the join */
    void progress(Consumer<Double> first, JoinProgress news) {
        tell(List.of(first), news.fraction());
        tell(progress, news);
    }

    private <T> void tell(List<Consumer<T>> listeners, T news) {
        for (Consumer<T> listener : List.copyOf(listeners)) {
            try {
                listener.accept(news);
            } catch (RuntimeException e) {
                log.error("a listener of the session failed: " + e);
            }
        }
    }
}
