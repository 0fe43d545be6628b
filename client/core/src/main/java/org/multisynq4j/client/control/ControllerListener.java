package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.client.Divergence;
import org.multisynq4j.client.JoinProgress;
import org.multisynq4j.client.SessionState;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.vm.VirtualMachine;

/** What the controller tells the session and its views. */
public interface ControllerListener {
    /** The session does something else now. */
    void stateChanged(SessionState state);

    /** How far joining, or joining again, has come. */
    void progressed(JoinProgress progress);

    /** This replica is up to date and there is no view: now is the time to make it. */
    void viewWanted(VirtualMachine machine, String viewId);

    /** The view must go; another one may be wanted later. */
    void viewEnded();

    /**
     * A model published; the replica is executing, so only note it.
     *
     * @return true if a view wants to handle it before the next message
     */
    boolean published(String scope, String event, Optional<Object> data);

    /** The message during which something was published for immediate handling has ended. */
    void deliverImmediate();

    /**
     * Simulation of a step is over: deliver events.
     *
     * @param frame whether this is an animation step, in which views are updated
     * @param frameTimeMs on the client's clock
     */
    void simulated(boolean frame, double frameTimeMs, boolean synced);

    /** This replica became, or ceased to be, up to date. */
    void syncedChanged(boolean synced);

    /** Somebody came or went. */
    void participantsChanged();

    /** The session is over. */
    void ended(SessionException problem);

    /** Something is wrong, the session goes on. */
    void reported(SessionException problem);

    /** Replicas differ. */
    void diverged(Divergence divergence);
}
