package org.multisynq4j.client;

import org.multisynq4j.client.control.SessionPlan;

/** A join that was checked and has its keys; made by {@link Session#prepare}. Nothing is connected yet. */
public final class PreparedJoin {
    private final SessionPlan plan;
    private final JoinFields fields;

    PreparedJoin(SessionPlan plan, JoinFields fields) {
        this.plan = plan;
        this.fields = fields;
    }

    /** Begins to join: the session can be watched while it does. */
    public Session begin() {
        return Session.start(plan, fields);
    }
}
