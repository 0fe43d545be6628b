package org.multisynq4j.client.shadow;

import java.util.Optional;
import java.util.Set;
import org.multisynq4j.client.StepMode;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.client.control.Tuning;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.vm.VmSettings;

/** A session's plan as its shadow knows it, and the way back. */
final class ShadowPlan {
    /** A shadow makes no steps and sends nothing. */
    private static final Tuning NO_TUNING = new Tuning(50, 1, 0, 0, 1, 1, StepMode.MANUAL);

    private ShadowPlan() {}

    static ShadowCommand.Plan command(SessionPlan plan) {
        return new ShadowCommand.Plan(
                plan.vm().rootModel().getName(),
                plan.names(),
                plan.server().files(),
                plan.vm().options(),
                plan.vm().maxPersistedBytes(),
                plan.keys().secret());
    }

    /** @throws IllegalArgumentException if this program has no such model, or another version of it */
    static SessionPlan of(Platform platform, ShadowCommand.Plan plan) {
        Class<?> model = platform.rootModel(plan.model())
                .orElseThrow(
                        () -> new IllegalArgumentException("the worker's program has no root model " + plan.model()));
        if (!platform.codeHash(model).equals(plan.names().codeHash())) {
            throw new IllegalArgumentException("the worker's program has another version of " + plan.model());
        }
        return new SessionPlan(
                platform,
                plan.names(),
                SessionKeys.ofSecret(plan.secret()),
                new VmSettings(
                        plan.names().sessionId(),
                        model.asSubclass(Model.class),
                        plan.options(),
                        platform.catalog(model),
                        CodecLimits.SNAPSHOT,
                        plan.maxPersistedBytes()),
                new ServerAddress("", plan.files()),
                NO_TUNING,
                Optional.empty(),
                "",
                "",
                Set.of());
    }
}
