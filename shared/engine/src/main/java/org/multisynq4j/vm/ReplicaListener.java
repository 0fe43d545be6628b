package org.multisynq4j.vm;

import java.util.Optional;
import org.multisynq4j.model.Model;

/**
 * Told by a replica what concerns the outside. Called while the replica executes; must not call it back except where said, and must not run view code that
 * could (queue it).
 */
public interface ReplicaListener {
    /** For a replica that is only looked at. */
    ReplicaListener SILENT = new ReplicaListener() {};

    /** A model published; all model handlers have run. {@code data} is empty for an event that carries nothing. */
    default void published(String scope, String event, Optional<Object> data) {}

    /** A model subscribed; {@code topic} is {@code scope:event}, with {@code *} for any. Not told of subscriptions that a snapshot held. */
    default void subscribed(Model model, String topic) {}

    /** An event of a participant or model comes to the models that subscribed to it or, with {@code *}, to more. */
    default void handling(String topic, int subscriptions) {}

    /** Model code threw. */
    default void failed(ModelError error) {}

    /** A snapshot poll was executed: {@link VirtualMachine#snapshot} may be called now, for the vote about this teatime. */
    default void snapshotPolled(double time) {}

    /** A tally was executed: {@link VirtualMachine#snapshot} may be called now; its time and sequence number are those of the tally. */
    default void tallied(ReflectedMessage.Tally tally) {}

    /** Changed persistent data is due: stable JSON text and its SHA-256 (base64url). */
    default void persistenceDue(double time, String json, String hash) {}

    /** Saving was refused because loading had failed; said once. */
    default void persistenceRefused() {}

    /** Somebody came or went. */
    default void participantsChanged() {}

    /** A message was refused or looks tampered with: what and why. */
    default void suspected(int seq, String what) {}

    /** A model logged a line. */
    default void logged(String line) {}
}
