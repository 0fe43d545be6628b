package org.multisynq4j.vm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.Stored;

/**
 * All replicated state of a session. A snapshot is the encoding of this object, so everything that must be the same in all replicas is here and nothing else.
 */
final class World implements Stored {
    private transient VirtualMachine machine;

    private final String sessionId;
    private double time;
    private int seq;
    private int modelCount;
    private int idCount;
    private double lastSnapshotPoll;
    private final XoshiroRandom random;
    private final TraceHash trace = new TraceHash();
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, Model> names = new LinkedHashMap<>();
    private final MessageQueue queue = new MessageQueue();
    private final Subscriptions subscriptions = new Subscriptions();
    private final Participants participants = new Participants();
    private final SenderCounters senders = new SenderCounters();
    private final Persistence persistence = new Persistence(this);

    private World() {
        sessionId = "";
        random = null;
    }

    World(String sessionId, byte[] seed, int seq) {
        this.sessionId = sessionId;
        this.seq = seq;
        random = XoshiroRandom.seeded(seed, 0);
    }

    void attach(VirtualMachine runner) {
        machine = runner;
    }

    VirtualMachine machine() {
        return machine;
    }

    String sessionId() {
        return sessionId;
    }

    double time() {
        return time;
    }

    void setTime(double newTime) {
        time = newTime;
    }

    int seq() {
        return seq;
    }

    void setSeq(int newSeq) {
        seq = newSeq;
    }

    /** {@code M1}, {@code M2}, …: never reused. */
    String nextModelId() {
        modelCount++;
        return "M" + modelCount;
    }

    int nextIdCount() {
        idCount++;
        return idCount;
    }

    /** Returns false if the last poll is too recent. */
    boolean acceptSnapshotPoll(double minimumGapMs) {
        if (time - lastSnapshotPoll < minimumGapMs) {
            return false;
        }
        lastSnapshotPoll = time;
        return true;
    }

    XoshiroRandom random() {
        return random;
    }

    TraceHash trace() {
        return trace;
    }

    Map<String, Model> models() {
        return models;
    }

    Map<String, Model> names() {
        return names;
    }

    MessageQueue queue() {
        return queue;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    Participants participants() {
        return participants;
    }

    SenderCounters senders() {
        return senders;
    }

    Persistence persistence() {
        return persistence;
    }
}
