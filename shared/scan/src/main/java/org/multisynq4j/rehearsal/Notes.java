package org.multisynq4j.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.vm.ModelError;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.VirtualMachine;

/** Notes what a replica tells. */
final class Notes implements ReplicaListener {
    final List<Rehearsal.Announcement> published = new ArrayList<>();
    final List<Rehearsal.Save> saved = new ArrayList<>();
    final List<ModelError> errors = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    int refusals;
    private Optional<VirtualMachine> machine = Optional.empty();

    /** Begins to note what this one tells. */
    VirtualMachine of(VirtualMachine noted) {
        machine = Optional.of(noted);
        return noted;
    }

    @Override
    public void published(String scope, String event, Optional<Object> data) {
        published.add(new Rehearsal.Announcement(scope, event, data));
    }

    @Override
    public void failed(ModelError error) {
        errors.add(error);
    }

    @Override
    public void snapshotPolled(double time) {}

    @Override
    public void tallied(ReflectedMessage.Tally tally) {}

    @Override
    public void persistenceDue(double time, String json, String hash) {
        saved.add(new Rehearsal.Save(time, json));
        machine.ifPresent(here -> here.saved(time));
    }

    @Override
    public void persistenceRefused() {
        refusals++;
    }

    @Override
    public void participantsChanged() {}

    @Override
    public void suspected(int seq, String what) {
        log.add("suspected: " + what);
    }

    @Override
    public void logged(String line) {
        log.add(line);
    }
}
