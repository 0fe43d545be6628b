package org.multisynq4j.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.multisynq4j.client.control.MessageOpener;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.crypto.KeyedId;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.snapshot.StateHash;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.VirtualMachine;

/** Compares a replica with what was recorded of the one it repeats: votes, snapshots, the recorder's own state. */
final class Checks {
    /** What of them is kept; once replicas have parted, they usually stay so. */
    static final int MAX_DISAGREEMENTS = 100;

    private static final String SNAPSHOT = "snapshot";
    private static final String PERSIST = "persist";

    private final SessionPlan plan;
    private final KeyedId votes;
    private final KeyedId saves;
    private final List<Disagreement> disagreements = new ArrayList<>();
    private final List<String> divergences = new ArrayList<>();
    /** By teatime of the question: hashes as they are voted on. */
    private final Map<Double, String> polled = new TreeMap<>();

    private final Map<Double, String> polledStates = new TreeMap<>();
    private final Map<Double, String> due = new TreeMap<>();
    private int comparisons;
    private String since = "the beginning";
    private boolean agreed = true;

    /** Teatimes about which somebody voted with the hash of the whole state. */
    private final Set<Double> askedForState = new TreeSet<>();

    Checks(SessionPlan plan, List<Message> messages, MessageOpener opener) {
        this.plan = plan;
        for (Message message : messages) {
            if (message.payload() instanceof Payload.Tally
                    && opener.open(message) instanceof ReflectedMessage.Tally tally
                    && tally.votes().stream().anyMatch(vote -> vote.state().isPresent())) {
                askedForState.add(tally.sendTime());
            }
        }
        votes = new KeyedId(plan.keys(), KeyedId.Purpose.VOTE, plan.names().sessionId());
        saves = new KeyedId(plan.keys(), KeyedId.Purpose.FILE, plan.names().persistentId());
    }

    List<Disagreement> disagreements() {
        return List.copyOf(disagreements);
    }

    /** What participants disagreed about among themselves, in words. */
    List<String> divergences() {
        return List.copyOf(divergences);
    }

    int comparisons() {
        return comparisons;
    }

    /** A message is about to be executed; the first one after an agreement is where a later disagreement may begin. */
    void before(Supplier<String> described) {
        if (agreed) {
            agreed = false;
            since = described.get();
        }
    }

    /** A poll was executed. */
    void polled(double time, VirtualMachine machine) {
        polled.put(time, votes.of(Bytes.utf8(machine.traceHash())));
        if (askedForState.contains(time)) {
            polledStates.put(time, votes.of(Bytes.utf8(StateHash.of(machine.snapshot()))));
        }
    }

    /** The models have something to save. */
    void due(double time, String json) {
        due.put(time, saves.of(Bytes.utf8(json)));
    }

    /** A tally was executed. */
    void tallied(ReflectedMessage.Tally tally) {
        boolean snapshot = tally.topic().equals(SNAPSHOT);
        Map<Double, String> computed = snapshot ? polled : tally.topic().equals(PERSIST) ? due : Map.of();
        String own = computed.get(tally.sendTime());
        if (own != null) {
            compare(
                    snapshot ? "vote on a snapshot" : "vote on saved data",
                    vote -> Optional.of(vote.hash()),
                    tally,
                    own);
        }
        String state = polledStates.get(tally.sendTime());
        if (snapshot && state != null) {
            compare("vote on the whole state", ReflectedMessage.Vote::state, tally, state);
        }
    }

    private void compare(
            String what,
            Function<ReflectedMessage.Vote, Optional<String>> part,
            ReflectedMessage.Tally tally,
            String own) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ReflectedMessage.Vote vote : tally.votes()) {
            part.apply(vote).ifPresent(hash -> counts.merge(hash, 1, Integer::sum));
        }
        if (counts.isEmpty()) {
            return;
        }
        if (counts.size() > 1) {
            divergences.add(what + " @" + Texts.number(tally.sendTime()) + ": participants disagreed, " + counts);
        }
        String most = counts.keySet().iterator().next();
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            int more = each.getValue() - counts.get(most);
            if (more > 0 || more == 0 && each.getKey().compareTo(most) < 0) {
                most = each.getKey();
            }
        }
        decide(what, tally.sendTime(), Integer.toUnsignedLong(tally.seq()), most, own, Optional::empty);
    }

    /** The replica is where a state was recorded. */
    void compare(String what, VirtualMachine machine, byte[] image) {
        byte[] own = machine.snapshot();
        decide(
                what,
                machine.time(),
                Integer.toUnsignedLong(machine.seq()),
                StateHash.of(image),
                StateHash.of(own),
                () -> difference(machine, image));
    }

    private Optional<String> difference(VirtualMachine machine, byte[] image) {
        try {
            VirtualMachine recorded = VirtualMachine.restore(plan.vm(), ReplicaListener.SILENT, image);
            return recorded.difference(machine).map(Object::toString);
        } catch (SnapshotException e) {
            return Optional.of("the recorded state cannot be read by this code: " + e.getMessage());
        }
    }

    private void decide(
            String what,
            double timeMs,
            long seq,
            String expected,
            String computed,
            Supplier<Optional<String>> explanation) {
        comparisons++;
        if (expected.equals(computed)) {
            agreed = true;
        } else if (disagreements.size() < MAX_DISAGREEMENTS) {
            disagreements.add(new Disagreement(what, timeMs, seq, expected, computed, explanation.get(), since));
        }
    }
}
