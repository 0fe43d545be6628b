package org.multisynq4j.client.control;

import org.multisynq4j.protocol.ClientFrame;

/** What the keepers of snapshots and saved data need of the controller. */
interface KeeperHost {
    String viewId();

    ControllerListener listener();

    /** Identity of the reflector's run; what is uploaded is announced only within the same one. */
    String timeline();

    /** True while this participant takes part: caught up and connected. */
    boolean isLive();

    /** The replica stands still from the current message on, or goes on. */
    void hold(boolean hold);

    /** Sends a frame now if the session is live; false if it is not. */
    boolean sendLive(ClientFrame frame);
}
