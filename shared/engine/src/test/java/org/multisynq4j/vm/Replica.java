package org.multisynq4j.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.TypeCatalog;

/** A replica under test that notes what it is told, and the reflector's part: stamping messages. */
final class Replica implements ReplicaListener {
    final List<String> published = new ArrayList<>();
    final List<ModelError> errors = new ArrayList<>();
    final List<String> suspicions = new ArrayList<>();
    final List<String> saved = new ArrayList<>();
    final List<Double> polls = new ArrayList<>();
    final List<String> logged = new ArrayList<>();
    final List<ReflectedMessage.Tally> tallies = new ArrayList<>();
    int refusals;
    VirtualMachine vm;
    private final VmSettings settings;
    private int seq = VirtualMachine.FIRST_SEQ;
    private long counter;

    private Replica(VmSettings settings) {
        this.settings = settings;
    }

    static VmSettings settings(Class<? extends Model> root, TypeCatalog catalog) {
        return new VmSettings("session-under-test", root, JsonObject.EMPTY, catalog, CodecLimits.SNAPSHOT);
    }

    static Replica start(Class<? extends Model> root, TypeCatalog catalog) {
        return start(settings(root, catalog), Optional.empty());
    }

    static Replica start(VmSettings settings, Optional<JsonValue> persisted) {
        Replica replica = new Replica(settings);
        replica.vm = VirtualMachine.start(settings, replica, persisted);
        return replica;
    }

    /** Another replica that continues from this one's snapshot. */
    Replica copy() {
        Replica copy = new Replica(settings);
        copy.vm = VirtualMachine.restore(settings, copy, vm.snapshot());
        copy.seq = seq;
        copy.counter = counter;
        return copy;
    }

    Replica users(double time, List<String> joined, List<String> left, int active) {
        List<ViewInfo> views =
                joined.stream().map(id -> new ViewInfo(id, Optional.empty())).toList();
        vm.receive(new UsersMessage(time, ++seq, views, left, active));
        return runTo(time);
    }

    Replica join(double time, String viewId) {
        return users(time, List.of(viewId), List.of(), vm.views().size() + 1);
    }

    Replica publish(double time, String viewId, String scope, String event, Object data) {
        return send(
                time,
                viewId,
                ++counter,
                List.of(new ParticipantMessage.Published(scope, event, vm.encodePayload(data))));
    }

    Replica send(double time, String viewId, long number, List<ParticipantMessage.Published> events) {
        return receive(time, viewId, number, new ParticipantMessage.Events(time, events));
    }

    Replica receive(double time, String viewId, long number, ParticipantMessage message) {
        vm.receive(new ReflectedMessage.FromParticipant(time, ++seq, viewId, "e", number, message));
        return runTo(time);
    }

    Replica tally(double time, List<ReflectedMessage.Vote> votes, int refused) {
        vm.receive(new ReflectedMessage.Tally(time, ++seq, "snapshot", 100, votes, refused));
        return runTo(time);
    }

    Replica runTo(double time) {
        vm.advance(time, () -> false);
        return this;
    }

    <M extends Model> M root(Class<M> type) {
        return type.cast(vm.rootModel());
    }

    @Override
    public void published(String scope, String event, Optional<Object> data) {
        published.add(scope + ":" + event + data.map(d -> "=" + d).orElse(""));
    }

    @Override
    public void failed(ModelError error) {
        errors.add(error);
    }

    @Override
    public void snapshotPolled(double time) {
        polls.add(time);
    }

    @Override
    public void tallied(ReflectedMessage.Tally tally) {
        tallies.add(tally);
    }

    @Override
    public void persistenceDue(double time, String json, String hash) {
        saved.add(time + " " + json);
    }

    @Override
    public void persistenceRefused() {
        refusals++;
    }

    @Override
    public void participantsChanged() {}

    @Override
    public void suspected(int sequence, String what) {
        suspicions.add(what);
    }

    @Override
    public void logged(String line) {
        logged.add(line);
    }
}
