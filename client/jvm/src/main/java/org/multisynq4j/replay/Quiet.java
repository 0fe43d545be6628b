package org.multisynq4j.replay;

import java.util.Optional;
import org.multisynq4j.vm.ModelError;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.ReplicaListener;

/** Hears nothing. */
class Quiet implements ReplicaListener {
    @Override
    public void published(String scope, String event, Optional<Object> data) {}

    @Override
    public void failed(ModelError error) {}

    @Override
    public void snapshotPolled(double time) {}

    @Override
    public void tallied(ReflectedMessage.Tally tally) {}

    @Override
    public void persistenceDue(double time, String json, String hash) {}

    @Override
    public void persistenceRefused() {}

    @Override
    public void participantsChanged() {}

    @Override
    public void suspected(int seq, String what) {}

    @Override
    public void logged(String line) {}
}
