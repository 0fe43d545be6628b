package org.multisynq4j.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.data.DataMapper;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Topic;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.scan.ModelScan;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.StateHash;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.vm.ModelError;
import org.multisynq4j.vm.ParticipantMessage;
import org.multisynq4j.vm.ParticipantMessage.Published;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.UsersMessage;
import org.multisynq4j.vm.VirtualMachine;
import org.multisynq4j.vm.VmSettings;

/**
 * A session of one replica for a unit test.
 *
 * <pre>{@code
 * Rehearsal session = Rehearsal.of(ChatModel.class).start();
 * session.join("ann");
 * session.publish("ann", ChatModel.POST, "hello");
 * session.advance(60_000);
 * assertThat(session.root(ChatModel.class).lines()).hasSize(1);
 * assertThat(session.restored().root(ChatModel.class).lines()).hasSize(1);
 * }</pre>
 *
 * <p>Exceptions of model code do not surface from these methods: they are in {@link #errors()}, as a session goes on after them.
 */
public final class Rehearsal {
    private static final String EPOCH = "rehearsal";

    private final VmSettings settings;
    private final Notes notes;
    private final VirtualMachine machine;
    private final List<String> here = new ArrayList<>();
    private int seq = VirtualMachine.FIRST_SEQ;
    private double time;
    private long counter;

    private Rehearsal(VmSettings settings, Notes notes, VirtualMachine machine) {
        this.settings = settings;
        this.notes = notes;
        this.machine = machine;
    }

    /** Prepares a session of this root model. */
    public static Preparation of(Class<? extends Model> root) {
        return new Preparation(root);
    }

    /** What a session starts with. */
    public static final class Preparation {
        private final Class<? extends Model> root;
        private final TypeCatalog catalog;
        private String sessionId = "rehearsal";
        private JsonObject options = JsonObject.EMPTY;
        private Optional<JsonValue> persisted = Optional.empty();

        private Preparation(Class<? extends Model> root) {
            this.root = root;
            this.catalog = ModelScan.of(root).catalog();
        }

        /** The session's options, usually a record. */
        public Preparation options(Object value) {
            JsonValue json = new DataMapper(catalog).toJson(value);
            if (!(json instanceof JsonObject object)) {
                throw new IllegalArgumentException("options must be a record or a map, not "
                        + value.getClass().getName());
            }
            options = object;
            return this;
        }

        /** Seeds random numbers and ids. */
        public Preparation sessionId(String id) {
            sessionId = id;
            return this;
        }

        /** Data that an earlier version of the code saved, as JSON text. */
        public Preparation persisted(String json) {
            persisted = Optional.of(Json.parse(json));
            return this;
        }

        /** Runs {@code init} and {@code start}. */
        public Rehearsal start() {
            VmSettings settings = new VmSettings(sessionId, root, options, catalog, CodecLimits.SNAPSHOT);
            Notes notes = new Notes();
            return new Rehearsal(settings, notes, notes.of(VirtualMachine.start(settings, notes, persisted)));
        }
    }

    /** A participant arrives. */
    public Rehearsal join(String viewId) {
        here.add(viewId);
        return receive(
                new UsersMessage(time, ++seq, List.of(new ViewInfo(viewId, Optional.empty())), List.of(), here.size()));
    }

    /** A participant leaves. */
    public Rehearsal leave(String viewId) {
        here.remove(viewId);
        return receive(new UsersMessage(time, ++seq, List.of(), List.of(viewId), here.size()));
    }

    /** A participant's view publishes; the data travels encoded, as in a real session. */
    public <T> Rehearsal publish(String viewId, Topic<T> topic, T data) {
        return publish(viewId, topic.scope(), topic.event(), data);
    }

    /**
     * A participant's view publishes.
     *
     * @throws IllegalStateException if nobody of that id has joined, whose event no model would see
     */
    public Rehearsal publish(String viewId, String scope, String event, Object data) {
        if (!here.contains(viewId)) {
            throw new IllegalStateException("\"" + viewId + "\" publishes " + scope + ":" + event
                    + ", but is not here: call join(\"" + viewId + "\") before");
        }
        Topic.of(scope, event, Object.class); // as a view, which is told of names that cannot be
        Published published = new Published(scope, event, machine.encodePayload(data));
        return receive(new ReflectedMessage.FromParticipant(
                time, ++seq, viewId, EPOCH, ++counter, new ParticipantMessage.Events(time, List.of(published))));
    }

    private Rehearsal receive(ReflectedMessage message) {
        machine.receive(message);
        machine.advance(time, () -> false);
        return this;
    }

    /** Lets teatime pass, in ms. */
    public Rehearsal advance(double ms) {
        time += ms;
        machine.advance(time, () -> false);
        return this;
    }

    /** Teatime in ms. */
    public double now() {
        return machine.time();
    }

    /** The root model. */
    public <M extends Model> M root(Class<M> type) {
        return type.cast(machine.rootModel());
    }

    /** What models published to views, oldest first. */
    public List<Announcement> published() {
        return List.copyOf(notes.published);
    }

    /** What {@code persistSession} would have uploaded, oldest first. */
    public List<Save> saved() {
        return List.copyOf(notes.saved);
    }

    /** The text of the last save. */
    public String lastSaved() {
        if (notes.saved.isEmpty()) {
            throw new IllegalStateException("nothing was saved");
        }
        return notes.saved.get(notes.saved.size() - 1).json();
    }

    /** What model code threw, oldest first. */
    public List<ModelError> errors() {
        return List.copyOf(notes.errors);
    }

    /** How often saving was refused because loading had failed. */
    public int refusedSaves() {
        return notes.refusals;
    }

    /** What models logged. */
    public List<String> log() {
        return List.copyOf(notes.log);
    }

    /** Another replica that continues from a snapshot of this one, with notes of its own. */
    public Rehearsal restored() {
        Notes fresh = new Notes();
        Rehearsal copy =
                new Rehearsal(settings, fresh, fresh.of(VirtualMachine.restore(settings, fresh, machine.snapshot())));
        copy.here.addAll(here);
        copy.seq = seq;
        copy.time = time;
        copy.counter = counter;
        return copy;
    }

    /** Hash of the whole state. */
    public String stateHash() {
        return StateHash.of(machine.snapshot());
    }

    /** Something published to views. */
    public record Announcement(String scope, String event, Optional<Object> data) {}

    /** One save. */
    public record Save(double time, String json) {}
}
