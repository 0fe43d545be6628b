package org.multisynq4j.apps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Topic;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.vm.ModelError;
import org.multisynq4j.vm.ParticipantMessage;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.UsersMessage;
import org.multisynq4j.vm.VirtualMachine;
import org.multisynq4j.vm.VmSettings;

/** One replica of a sample model, with people who come, go and publish; time moves only when told. */
public final class Room<M extends Model> implements ReplicaListener {
    public final List<String> published = new ArrayList<>();
    private final List<ModelError> errors = new ArrayList<>();
    private final Map<String, Long> counters = new TreeMap<>();
    private final Class<M> type;
    private final VirtualMachine machine;
    private Optional<String> saved = Optional.empty();
    private int seq = VirtualMachine.FIRST_SEQ;
    private double time;

    private Room(Class<M> type, Optional<JsonValue> persisted) {
        this.type = type;
        machine = VirtualMachine.start(settings(type), this, persisted);
    }

    private Room(Room<M> original) {
        type = original.type;
        seq = original.seq;
        time = original.time;
        counters.putAll(original.counters);
        machine = VirtualMachine.restore(settings(type), this, original.machine.snapshot());
    }

    private static VmSettings settings(Class<? extends Model> type) {
        return new VmSettings("room", type, JsonObject.EMPTY, ModelScan.of(type).catalog(), CodecLimits.SNAPSHOT);
    }

    public static <M extends Model> Room<M> of(Class<M> type) {
        return new Room<>(type, Optional.empty());
    }

    /** A new session that starts from saved data, as after a change of code. */
    public static <M extends Model> Room<M> of(Class<M> type, String savedJson) {
        return new Room<>(type, Optional.of(Json.parse(savedJson)));
    }

    /** A second replica, restored from this one's snapshot. */
    public Room<M> lateJoiner() {
        return new Room<>(this);
    }

    public M model() {
        return type.cast(machine.rootModel());
    }

    public Room<M> join(String viewId) {
        return users(List.of(new ViewInfo(viewId, Optional.empty())), List.of(), 1);
    }

    public Room<M> exit(String viewId) {
        return users(List.of(), List.of(viewId), -1);
    }

    private Room<M> users(List<ViewInfo> joined, List<String> left, int change) {
        machine.receive(
                new UsersMessage(time, ++seq, joined, left, machine.views().size() + change));
        return pass(0);
    }

    public <T> Room<M> publish(String viewId, Topic<T> topic, Object data) {
        long number = counters.merge(viewId, 1L, Long::sum);
        byte[] payload = machine.encodePayload(data);
        ParticipantMessage events = new ParticipantMessage.Events(
                time, List.of(new ParticipantMessage.Published(topic.scope(), topic.event(), payload)));
        machine.receive(new ReflectedMessage.FromParticipant(time, ++seq, viewId, "e", number, events));
        return pass(0);
    }

    public Room<M> pass(double ms) {
        time += ms;
        machine.advance(time, () -> false);
        return this;
    }

    /** The whole encoded state. */
    public byte[] state() {
        return machine.snapshot();
    }

    /** The JSON text that was last due for saving. */
    public Optional<String> saved() {
        return saved;
    }

    public List<ModelError> errors() {
        return errors;
    }

    @Override
    public void published(String scope, String event, Optional<Object> data) {
        published.add(scope + ":" + event + data.map(value -> "=" + value).orElse(""));
    }

    @Override
    public void failed(ModelError error) {
        errors.add(error);
    }

    @Override
    public void snapshotPolled(double at) {}

    @Override
    public void tallied(ReflectedMessage.Tally tally) {}

    @Override
    public void persistenceDue(double at, String json, String hash) {
        saved = Optional.of(json);
        machine.saved(at);
    }

    @Override
    public void persistenceRefused() {}

    @Override
    public void participantsChanged() {}

    @Override
    public void suspected(int sequence, String what) {
        throw new AssertionError(sequence + ": " + what);
    }

    @Override
    public void logged(String line) {}
}
