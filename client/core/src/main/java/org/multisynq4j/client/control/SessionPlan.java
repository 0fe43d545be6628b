package org.multisynq4j.client.control;

import java.util.Optional;
import java.util.Set;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.vm.VmSettings;

/**
 * All that is decided before connecting.
 *
 * @param viewData told to everybody's models with view-join
 * @param debugName end of the view id; empty for none
 * @param joinToken for servers that ask for one; empty for none
 */
public record SessionPlan(
        Platform platform,
        SessionNames names,
        SessionKeys keys,
        VmSettings vm,
        ServerAddress server,
        Tuning tuning,
        Optional<Object> viewData,
        String joinToken,
        String debugName,
        Set<Debug> debug) {
    /** The same on another platform. */
    SessionPlan on(Platform other) {
        return new SessionPlan(other, names, keys, vm, server, tuning, viewData, joinToken, debugName, debug);
    }
}
