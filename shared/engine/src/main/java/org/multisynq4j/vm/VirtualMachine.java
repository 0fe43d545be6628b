package org.multisynq4j.vm;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.multisynq4j.data.DataMapper;
import org.multisynq4j.identity.Sha256;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Collector;
import org.multisynq4j.model.Event;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.Decoding;
import org.multisynq4j.snapshot.Encoding;
import org.multisynq4j.snapshot.ModelReferences;
import org.multisynq4j.snapshot.ObjectDecoder;
import org.multisynq4j.snapshot.ObjectEncoder;
import org.multisynq4j.snapshot.PayloadCodec;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.text.Bytes;

/**
 * One replica: executes the reflector's messages and the model's own in an order that is the same everywhere.
 *
 * <p>Order: by time; at one time scheduled messages first, in the order they were scheduled, then the reflector's, by sequence number, each followed by what it
 * scheduled for the same time. Single-threaded; the caller decides when and for how long it runs.
 */
public final class VirtualMachine {
    /** The sequence number before the first message of a session. */
    public static final int FIRST_SEQ = 0xFFFFFFF0;

    /** The shortest teatime between two snapshot polls. */
    public static final double SNAPSHOT_POLL_GAP_MS = 5000;

    private final VmSettings settings;
    private final ReplicaListener listener;
    private final TypeCatalog catalog;
    private final DataMapper mapper;
    private final PayloadCodec payloads;
    private final WorldHost host = new WorldHost(this);
    private final ModelCalls calls = new ModelCalls(this, host);
    private final ArrayDeque<ReflectedMessage> received = new ArrayDeque<>();
    private final Publisher publisher;
    private final MessageExecutor executor;
    private World world;
    private double receivedTime;
    private int receivedSeq;

    private VirtualMachine(VmSettings settings, ReplicaListener listener) {
        this.settings = settings;
        this.listener = listener;
        catalog = new EngineTypes(settings.catalog());
        mapper = new DataMapper(catalog);
        payloads = new PayloadCodec(catalog, new References());
        publisher = new Publisher(this);
        executor = new MessageExecutor(this, publisher);
    }

    // ---- beginnings

    /**
     * Begins a session: makes the root model and runs its {@code init}, then proves that the state survives a snapshot by continuing from one.
     *
     * @param persisted data of an earlier version of the code
     * @throws SnapshotException naming the path of state that cannot be stored
     * @throws BrokenReplicaException if the platform could not execute {@code init} to its end
     */
    public static VirtualMachine start(VmSettings settings, ReplicaListener listener, Optional<JsonValue> persisted) {
        VirtualMachine first = new VirtualMachine(settings, listener);
        byte[] seed = Sha256.of(Bytes.utf8(settings.sessionId()));
        first.attach(new World(settings.sessionId(), seed, FIRST_SEQ));
        first.initializeRoot(persisted);
        return restore(settings, listener, first.snapshot());
    }

    /**
     * Continues a session from a snapshot; {@code start()} runs on every model, {@code init} does not.
     *
     * @throws SnapshotException if the bytes are not a snapshot of this model's session
     * @throws BrokenReplicaException if the platform could not execute a {@code start()} to its end
     */
    public static VirtualMachine restore(VmSettings settings, ReplicaListener listener, byte[] snapshot) {
        Restoring restoring = beginRestore(settings, listener, snapshot);
        restoring.go(Decoding.AT_ONCE);
        return restoring.machine();
    }

    /** Begins to do what {@link #restore} does, in portions. {@code snapshot} must not change until it is done. @throws SnapshotException if it is no snapshot at all */
    public static Restoring beginRestore(VmSettings settings, ReplicaListener listener, byte[] snapshot) {
        VirtualMachine machine = new VirtualMachine(settings, listener);
        return new Restoring(
                machine,
                machine.host,
                new ObjectDecoder(machine.catalog, settings.limits()).begin(snapshot, World.class));
    }

    void goOnWith(World restored) {
        if (!restored.sessionId().equals(settings.sessionId())) {
            throw new SnapshotException(
                    "this snapshot belongs to session " + restored.sessionId() + ", not to " + settings.sessionId());
        }
        attach(restored);
        for (Model model : List.copyOf(restored.models().values())) {
            guarded(model, "start()", () -> host.start(model));
        }
    }

    private void attach(World attached) {
        world = attached;
        world.attach(this);
        receivedTime = world.time();
        receivedSeq = world.seq();
        byte[] seed = Sha256.of(Bytes.utf8(settings.sessionId()));
        int number = (seed[16] & 255) << 23 | (seed[17] & 255) << 15 | (seed[18] & 255) << 7 | seed[19] & 127;
        host.attach(attached, Integer.toString(number, 36));
    }

    private void initializeRoot(Optional<JsonValue> persisted) {
        Persistence persistence = world.persistence();
        persistence.beginInit();
        persisted.ifPresent(json -> persistence.loaded(Sha256.base64Url(Json.writeStable(json))));
        Persisted data = persisted.isPresent()
                ? new LoadedData(persisted.get(), mapper, persistence::loadFailed)
                : Persisted.none();
        Options options =
                settings.options().members().isEmpty() ? Options.none() : new JsonOptions(settings.options(), mapper);
        boolean succeeded = guarded(
                null, settings.rootModel().getName() + ".init", () -> host.create(settings.rootModel(), options, data));
        host.execute(() -> persistence.endInit(!succeeded && persisted.isPresent()));
    }

    // ---- state

    /** Teatime in ms. */
    public double time() {
        return world.time();
    }

    /** The last executed message of the reflector. */
    public int seq() {
        return world.seq();
    }

    /** The last message accepted by {@link #receive}, executed or not. */
    public int receivedSeq() {
        return receivedSeq;
    }

    /** How many of the reflector's messages wait to be executed. */
    public int backlog() {
        return received.size();
    }

    /** Messages of both kinds executed so far by this replica. */
    public long executedCount() {
        return executor.executed();
    }

    /** The root model. */
    public Model rootModel() {
        return world.names().get("modelRoot");
    }

    /** The model known by a name. */
    public Optional<Model> wellKnownModel(String name) {
        return Optional.ofNullable(world.names().get(name));
    }

    /** Who is here. */
    public List<ViewInfo> views() {
        return world.participants().list();
    }

    /** True if the reflector has announced that participant. */
    public boolean isHere(String viewId) {
        return world.participants().isHere(viewId);
    }

    /** True if a model listens to that topic, so that a view's event has to travel. */
    public boolean isSubscribed(String scope, String event) {
        return world.subscriptions().has(Subscriptions.topic(scope, event))
                || !world.subscriptions().generic().isEmpty();
    }

    /** The running hash over everything executed; equal in all replicas at one sequence number. */
    public String traceHash() {
        return world.trace().text();
    }

    /**
     * The whole state, encoded; not compressed or encrypted.
     *
     * @throws SnapshotException naming the path of state that cannot be stored
     */
    public byte[] snapshot() {
        return new ObjectEncoder(catalog, settings.limits()).encode(world);
    }

    /**
     * As {@link #snapshot}, in portions; until it is done this replica must not run.
     *
     * @param expectedBytes how long it will become, as far as one can tell
     */
    public Encoding beginSnapshot(int expectedBytes) {
        return new ObjectEncoder(catalog, settings.limits()).begin(world, expectedBytes);
    }

    /** Where the state of another replica of this session first differs from this one's; empty if it does not. */
    public Optional<ReplicaDifference> difference(VirtualMachine other) {
        return new ReplicaDiff(catalog).first(world, other.world);
    }

    /** Encodes what a view publishes; models are sent by id. */
    public byte[] encodePayload(Object data) {
        return payloads.encode(data);
    }

    /** Java data as JSON and back, with this application's classes. */
    public DataMapper mapper() {
        return mapper;
    }

    /** The classes of the engine and the application. */
    public TypeCatalog catalog() {
        return catalog;
    }

    /** Stable JSON of what a model asked to save and no participant told to have stored, as it is now. Changes nothing. */
    public Optional<String> unsavedData() {
        try {
            return world.persistence().unsaved().map(Persistence.Collected::json);
        } catch (BrokenReplicaException e) {
            listener.failed(new ModelError("the session", "persistSession", time(), seq(), e.getCause()));
            return Optional.empty();
        }
    }

    /** Teatime at which data became due that no participant told to have stored; empty if there is none. */
    public OptionalDouble saveDueSince() {
        return world.persistence().dueTime();
    }

    /**
     * Data that became due at this teatime is stored. Only for a replica without others, as in a unit test, where it may be called when the data is due; with others,
     * {@link ParticipantMessage.Saved} tells all of them.
     */
    public void saved(double dueTime) {
        world.persistence().completed(dueTime);
    }

    // ---- execution

    /**
     * Accepts the next message of the reflector.
     *
     * @throws OutOfSequenceException if it is not the next, or older than what was received; the client must resynchronise
     */
    public void receive(ReflectedMessage message) {
        if (message.seq() != receivedSeq + 1) {
            throw new OutOfSequenceException("expected message #" + Integer.toUnsignedString(receivedSeq + 1)
                    + " but got #" + Integer.toUnsignedString(message.seq()));
        }
        if (message.time() < receivedTime) {
            throw new OutOfSequenceException("message #" + Integer.toUnsignedString(message.seq()) + " is stamped "
                    + message.time() + " ms, before " + receivedTime + " ms");
        }
        received.add(message);
        receivedSeq = message.seq();
        receivedTime = message.time();
    }

    /**
     * Executes everything up to a teatime, or until the caller says that time is out; that is asked after each message.
     *
     * @return true if the teatime was reached
     * @throws BrokenReplicaException if the platform could not execute a model to its end; this machine must not be used any more
     */
    public boolean advance(double targetTime, BooleanSupplier timeIsOut) {
        boolean[] reached = new boolean[1];
        calls.enter(() -> reached[0] = executor.run(received, Math.max(targetTime, receivedTime), timeIsOut));
        return reached[0];
    }

    // ---- for the parts of this machine

    World world() {
        return world;
    }

    VmSettings settings() {
        return settings;
    }

    ReplicaListener listener() {
        return listener;
    }

    PayloadCodec payloads() {
        return payloads;
    }

    void publishFromModel(String scope, String event, Object data) {
        publisher.publishFromModel(scope, event, data);
    }

    Optional<Event> activeEvent() {
        return publisher.activeEvent();
    }

    /** Collects persistent data; an exception is reported and nothing saved. */
    Optional<Persistence.Collected> collect(Collector<?> collector) {
        Object[] data = new Object[1];
        String[] json = new String[1];
        host.setReadOnly(true);
        boolean succeeded = guarded(rootModel(), "persistSession", () -> {
            data[0] = collector.collect();
            json[0] = Json.writeStable(mapper.toJson(data[0]));
            PersistedSize.check(json[0], settings.maxPersistedBytes());
        });
        host.setReadOnly(false);
        return succeeded
                ? Optional.of(new Persistence.Collected(json[0], Sha256.base64Url(json[0])))
                : Optional.empty();
    }

    /** {@link ModelCalls#guarded}. */
    boolean guarded(Model model, String what, Runnable code) {
        return calls.guarded(model, what, code);
    }

    /** {@link ModelCalls#nested}. */
    void nested(String what, Runnable code) {
        calls.nested(what, code);
    }

    /** Models in payloads travel by id. */
    private final class References implements ModelReferences {
        @Override
        public String idOf(Object model) {
            return model instanceof Model found ? found.id() : "";
        }

        @Override
        public Object byId(String id) {
            Model found = world.models().get(id);
            if (found == null) {
                throw new SnapshotException("there is no model " + id);
            }
            return found;
        }
    }
}
