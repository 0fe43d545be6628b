package org.multisynq4j.vm;

import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.Stored;

/** A view that is here. */
final class Participant implements Stored {
    private final ViewInfo info;
    /** Connections beyond the first: a view that reconnects is here twice until the old socket's leave arrives. */
    private int extraConnections;

    private Participant() {
        this(null);
    }

    Participant(ViewInfo info) {
        this.info = info;
    }

    ViewInfo info() {
        return info;
    }

    int extraConnections() {
        return extraConnections;
    }

    void addConnection() {
        extraConnections++;
    }

    void forgetExtraConnections() {
        extraConnections = 0;
    }

    /** Returns true if the view is still here. */
    boolean dropConnection() {
        if (extraConnections == 0) {
            return false;
        }
        extraConnections--;
        return true;
    }
}
