package org.multisynq4j.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.control.Beginnings;
import org.multisynq4j.client.control.MessageOpener;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.client.inspect.ModelTree;
import org.multisynq4j.client.recording.RecordingEnding;
import org.multisynq4j.client.recording.RecordingFacts;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.model.Model;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame.Start;
import org.multisynq4j.snapshot.StateHash;
import org.multisynq4j.vm.ModelError;
import org.multisynq4j.vm.ParticipantMessage;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.VirtualMachine;

/**
 * A recorded session that runs again, on the caller's thread. {@link #run} can be called several times: from stop to stop, until the end.
 *
 * <p>Exceptions of model code do not surface: they are in {@link #errors}, as the session went on after them.
 */
public final class Replay {
    /** So many errors and log lines of the models are kept. */
    static final int MAX_NOTES = 1_000;

    private final RecordingFacts facts;
    private final List<Message> messages;
    private final boolean sameCode;
    private final Beginnings beginnings;
    private final MessageOpener opener;
    private final Checks checks;
    private final Notes notes = new Notes();
    private final List<ModelError> errors = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final VirtualMachine machine;
    private final double fromMs;
    private Optional<RecordingEnding> ending;
    private Progress progress = Progress.NONE;
    private int done;
    private int compared;
    private int events;
    private double tookMs;
    private boolean stopped;
    private ReflectedMessage next;

    Replay(
            SessionPlan plan,
            RecordingFacts facts,
            List<Message> messages,
            Optional<RecordingEnding> ending,
            boolean sameCode) {
        this.facts = facts;
        this.messages = messages;
        this.ending = ending;
        this.sameCode = sameCode;
        opener = new MessageOpener(plan);
        checks = new Checks(plan, messages, opener);
        beginnings = new Beginnings(plan);
        machine = Recording.now(beginnings.replica(facts.start(), notes));
        fromMs = machine.time();
    }

    /** Tells this one how far it has come. */
    public Replay progress(Progress listener) {
        progress = listener;
        return this;
    }

    /** Runs on until there, or to the end if that does not come. */
    public Replay run(StopAt stop) {
        long began = System.nanoTime();
        notes.stop = stop;
        stopped = false;
        while (!stopped && done < messages.size()) {
            Message message = messages.get(done);
            if (stop instanceof StopAt.Time time && time.ms() < message.timeMs()) {
                reach(time.ms());
                stopped = true;
            } else {
                execute(message, stop);
            }
        }
        if (!stopped) {
            double end = Math.max(facts.timeMs(), machine.time());
            reach(stop instanceof StopAt.Time time ? Math.min(time.ms(), end) : end);
            stopped |= machine.time() < end;
            if (!stopped) {
                missedEnding();
            }
        }
        tookMs += (System.nanoTime() - began) / 1e6;
        return this;
    }

    private void execute(Message message, StopAt stop) {
        if (machine.backlog() == 0) {
            reachEnding(message.timeMs());
            if (stopped) {
                return;
            }
            ReflectedMessage opened = opener.open(message);
            checks.before(() -> described(opened));
            next = opened;
            machine.receive(opened);
        }
        advance(message.timeMs());
        if (machine.backlog() > 0) {
            return;
        }
        done++;
        countEvents(stop);
        progress.at(done, messages.size(), machine.time());
        boolean there = stop instanceof StopAt.Message wanted && message.seq() == wanted.seq();
        stopped |= there;
    }

    private void countEvents(StopAt stop) {
        if (next instanceof ReflectedMessage.FromParticipant sent
                && sent.message() instanceof ParticipantMessage.Events published) {
            for (ParticipantMessage.Published event : published.events()) {
                events++;
                stopped |= stop.equals(new StopAt.Event(event.scope(), event.event()));
            }
        }
    }

    /** Lets time pass in which no message came. */
    private void reach(double target) {
        reachEnding(target);
        if (!stopped) {
            advance(target);
        }
    }

    /** The recorder's replica may have stood at a tick, where nothing is executed. */
    private void reachEnding(double target) {
        boolean before = ending.isPresent()
                && ending.get().seq() == seq()
                && ending.get().timeMs() > machine.time()
                && ending.get().timeMs() <= target;
        if (before) {
            advance(ending.get().timeMs());
        }
    }

    /** Executes up to a time. Comparisons restore other replicas, which cannot be done while this one executes: it pauses for them. */
    private void advance(double target) {
        boolean reached;
        do {
            notes.interrupted = false;
            reached = machine.advance(target, () -> notes.interrupted || isEnding() || snapshotHere() >= 0);
            compareHere();
        } while (!reached && !notes.interrupted);
        stopped |= notes.interrupted;
    }

    /** The recorder's replica may have stood between two messages of one time. */
    private boolean isEnding() {
        return ending.isPresent()
                && machine.time() == ending.get().timeMs()
                && seq() == ending.get().seq()
                && machine.traceHash().equals(ending.get().traceHash());
    }

    private int snapshotHere() {
        return compared < facts.snapshots().size()
                        && facts.snapshots().get(compared).seq() == seq()
                ? compared
                : -1;
    }

    private void compareHere() {
        if (isEnding()) {
            checks.compare("the recorder's state", machine, ending.orElseThrow().image());
            ending = Optional.empty();
        }
        if (snapshotHere() >= 0) {
            compare(facts.snapshots().get(compared));
            compared++;
        }
    }

    private void compare(Start.FromSnapshot snapshot) {
        byte[] image;
        try {
            image = Recording.now(beginnings.image(snapshot));
        } catch (RuntimeException e) {
            notes.logged("the snapshot " + snapshot.url() + " was not compared: " + e.getMessage());
            return;
        }
        checks.compare("snapshot", machine, image);
    }

    private void missedEnding() {
        ending.ifPresent(end -> checks.compare("the recorder's state", machine, end.image()));
        ending = Optional.empty();
    }

    private static String described(ReflectedMessage message) {
        StringBuilder text = new StringBuilder("message @")
                .append(Texts.number(message.time()))
                .append('#')
                .append(Integer.toUnsignedString(message.seq()));
        if (message instanceof ReflectedMessage.FromParticipant sent) {
            text.append(" of view ").append(sent.viewId());
            if (sent.message() instanceof ParticipantMessage.Events published
                    && !published.events().isEmpty()) {
                ParticipantMessage.Published first = published.events().get(0);
                text.append(": ").append(first.scope()).append(':').append(first.event());
            }
        }
        return text.toString();
    }

    // ---- where it is

    /** The root model. Read it, never change it. */
    public <M extends Model> M root(Class<M> type) {
        return type.cast(machine.rootModel());
    }

    /** The root model as JSON for people. */
    public JsonValue tree() {
        return ModelTree.of(machine.rootModel());
    }

    /** Teatime in ms. */
    public double now() {
        return machine.time();
    }

    /** The last message executed, unsigned. */
    public long seq() {
        return Sequence.normalize(machine.seq());
    }

    /** Hash of the whole state. */
    public String stateHash() {
        return StateHash.of(machine.snapshot());
    }

    /** False if it stopped before the end of the recording. */
    public boolean isFinished() {
        return done == messages.size() && !stopped;
    }

    // ---- what it found

    /** Where it computed something else than was recorded; empty if it repeats what happened. */
    public List<Disagreement> disagreements() {
        return checks.disagreements();
    }

    /** Where participants had disagreed among themselves, in words; the replay is compared with the majority. */
    public List<String> divergences() {
        return checks.divergences();
    }

    /** Whether the code is that which was recorded; if not, disagreements may be its improvements. */
    public boolean isSameCode() {
        return sameCode;
    }

    /** What model code threw, oldest first. */
    public List<ModelError> errors() {
        return List.copyOf(errors);
    }

    /** What models logged, and what was suspicious about messages. */
    public List<String> log() {
        return List.copyOf(log);
    }

    public Summary summary() {
        return new Summary(done, events, machine.executedCount(), fromMs, machine.time(), tookMs, checks.comparisons());
    }

    /** What the replica tells. */
    private final class Notes implements ReplicaListener {
        private StopAt stop = StopAt.end();
        private boolean interrupted;

        @Override
        public void published(String scope, String event, Optional<Object> data) {
            interrupted |= stop.equals(new StopAt.Event(scope, event));
        }

        @Override
        public void failed(ModelError error) {
            if (errors.size() < MAX_NOTES) {
                errors.add(error);
            }
        }

        @Override
        public void snapshotPolled(double time) {
            checks.polled(time, machine);
        }

        @Override
        public void tallied(ReflectedMessage.Tally tally) {
            checks.tallied(tally);
        }

        @Override
        public void persistenceDue(double time, String json, String hash) {
            checks.due(time, json);
        }

        @Override
        public void suspected(int seq, String what) {
            logged("#" + Integer.toUnsignedString(seq) + ": " + what);
        }

        @Override
        public void logged(String line) {
            if (log.size() < MAX_NOTES) {
                log.add(line);
            }
        }
    }
}
