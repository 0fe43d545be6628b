package org.multisynq4j.client.sim;

import java.util.List;

/** What a reflector that is not honest does to the frames between it and one client. Each frame becomes none, one or several. */
public interface Tamper {
    /** An honest one. */
    Tamper NONE = new Tamper() {};

    /** A frame of the client, before the reflector takes it. */
    default List<String> up(String frame) {
        return List.of(frame);
    }

    /** A frame of the reflector, before the client gets it. */
    default List<String> down(String frame) {
        return List.of(frame);
    }
}
