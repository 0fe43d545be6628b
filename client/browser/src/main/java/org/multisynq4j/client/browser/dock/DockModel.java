package org.multisynq4j.client.browser.dock;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.multisynq4j.client.Promise;

/** What the dock shows of a session. Getters are cheap and may be called at any time; what is not known yet is empty or 0. */
public interface DockModel {
    /** The session id, which gives badge name and colours; empty before it is known. */
    String sessionId();

    /** The name of the session as its address has it. */
    String sessionName();

    /** The address to share, with the password. */
    String shareUrl();

    /** What the session is doing. */
    DockState state();

    /** 0…1 while {@link DockState#CATCHING_UP}. */
    double progress();

    /** {@code Loading 1.2 of 3.4 MB} while {@link DockState#CATCHING_UP} begins with that; else empty. */
    String loading();

    /** What went wrong and what to do, if {@link DockState#FAILED} or {@link DockState#WRONG_PASSWORD}. */
    Optional<String> problem();

    /** Everybody here, in order of arrival. */
    List<DockParticipant> participants();

    /** Milliseconds of the last round trip. */
    OptionalDouble latencyMs();

    /** Milliseconds by which this replica is behind the server's time. */
    double backlogMs();

    /** Characters sent and received so far. */
    long traffic();

    /** {@code "wasm"} or {@code "js"}. */
    String target();

    /**
     * The session so far as a sealed file; fails if there is none. Takes a while if the model is large.
     *
     * @param progress told fractions from 0 to 1
     */
    Promise<byte[]> export(Consumer<Double> progress);

    /** Calls back when state, progress, problem, participants or address changed; figures are polled. */
    void onChange(Runnable listener);
}
