package org.multisynq4j.client.control;

import org.multisynq4j.vm.VirtualMachine;

/** Whether this participant's view is up, under which id, and whether the models still believe in it. */
final class OwnView {
    private final SessionPlan plan;
    private final ControllerListener listener;
    private String id;
    private boolean up;
    private boolean missed;

    OwnView(SessionPlan plan, ControllerListener listener) {
        this.plan = plan;
        this.listener = listener;
        renew();
    }

    /** From now on this is another participant. */
    void renew() {
        id = Chance.viewId(plan.platform().entropy(), plan.debugName());
        missed = false;
    }

    String id() {
        return id;
    }

    boolean isUp() {
        return up;
    }

    /** True if the models have seen this view leave though it is up. */
    boolean isMissed() {
        return missed;
    }

    /** Somebody came or went. */
    void participantsChanged(VirtualMachine machine) {
        if (up && !machine.isHere(id)) {
            missed = true;
        }
    }

    /** The replica is up to date: there shall be a view. */
    void want(VirtualMachine machine) {
        if (missed) {
            // The models saw this view go and come again: what it told them is gone, so it has to begin anew.
            end();
        }
        missed = false;
        if (!up) {
            up = true;
            listener.viewWanted(machine, id);
        }
    }

    void end() {
        if (up) {
            up = false;
            listener.viewEnded();
        }
    }
}
