package org.multisynq4j.parity.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.StateHash;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.vm.ModelError;
import org.multisynq4j.vm.ParticipantMessage;
import org.multisynq4j.vm.ReflectedMessage;
import org.multisynq4j.vm.ReplicaListener;
import org.multisynq4j.vm.UsersMessage;
import org.multisynq4j.vm.VirtualMachine;
import org.multisynq4j.vm.VmSettings;

/** One replica with fake participants whose doings follow from seed and step alone. */
public final class FakeSession implements ReplicaListener {
    private static final String STAYS = "ann";
    private static final String[] WORDS = {"tree", "Auto", "42", "ÄÖü", "a", "longer word", "𝄞", "", "snow", "Is"};

    private final VmSettings settings;
    private final int seed;
    private VirtualMachine machine;
    private int seq = VirtualMachine.FIRST_SEQ;
    private long counter;
    private int heard = 7;

    private FakeSession(VmSettings settings, int seed) {
        this.settings = settings;
        this.seed = seed;
    }

    /** Begins a session of the program. */
    public static FakeSession start(ModelProgram program, TypeCatalog catalog, int seed) {
        VmSettings settings = settings(program, catalog, seed);
        FakeSession session = new FakeSession(settings, seed);
        session.machine = VirtualMachine.start(settings, session, Optional.empty());
        return session;
    }

    private static VmSettings settings(ModelProgram program, TypeCatalog catalog, int seed) {
        return new VmSettings(
                program.name() + " " + seed, program.root(), JsonObject.EMPTY, catalog, CodecLimits.SNAPSHOT);
    }

    /** What another replica's snapshot contains, to look at. */
    public static VirtualMachine look(ModelProgram program, TypeCatalog catalog, int seed, byte[] snapshot) {
        VmSettings settings = settings(program, catalog, seed);
        return VirtualMachine.restore(settings, new FakeSession(settings, seed), snapshot);
    }

    /** Another replica that continues from this one's snapshot. */
    public FakeSession restored() {
        FakeSession copy = new FakeSession(settings, seed);
        copy.machine = VirtualMachine.restore(settings, copy, machine.snapshot());
        copy.seq = seq;
        copy.counter = counter;
        copy.heard = heard;
        return copy;
    }

    /** Performs a step, numbered from 1: participants come, send and go, then time passes. */
    public void step(int number) {
        double time = number * Toy.PERIOD_MS;
        int chance = scramble(seed * 31 + number);
        if (number == 1) {
            users(time, List.of(STAYS), List.of());
        }
        if (number % 40 == 10) {
            users(time, List.of("guest" + number / 80), List.of());
        }
        if (number % 80 == 0) {
            users(time, List.of(), List.of("guest" + (number / 80 - 1)));
        }
        String sender = machine.views().get(machine.views().size() - 1).viewId();
        if (Integer.remainderUnsigned(chance, 3) == 0) {
            send(time, STAYS, "poke", scramble(chance));
        }
        if (Integer.remainderUnsigned(chance, 5) == 0) {
            send(time, sender, "poke", chance >> 20);
        }
        if (Integer.remainderUnsigned(chance, 4) == 0) {
            send(time, sender, "text", WORDS[Integer.remainderUnsigned(chance, WORDS.length)]);
        }
        machine.advance(time, () -> false);
    }

    private static int scramble(int value) {
        int x = value * 0x9E3779B1;
        x = (x ^ x >>> 15) * 0x85EBCA6B;
        return x ^ x >>> 13;
    }

    private void users(double time, List<String> joined, List<String> left) {
        List<ViewInfo> views = new ArrayList<>();
        joined.forEach(id -> views.add(new ViewInfo(id, Optional.empty())));
        int active = machine.views().size() + joined.size() - left.size();
        machine.receive(new UsersMessage(time, ++seq, views, left, active));
        machine.advance(time, () -> false);
    }

    private void send(double time, String viewId, String event, Object data) {
        ParticipantMessage content = new ParticipantMessage.Events(
                time, List.of(new ParticipantMessage.Published("toy", event, machine.encodePayload(data))));
        machine.receive(new ReflectedMessage.FromParticipant(time, ++seq, viewId, "e", ++counter, content));
    }

    /** Everything executed, computed, published and failed so far, in 32 bits. */
    public int fingerprint() {
        return (machine.traceHash().hashCode() * 31 + ((Toy) machine.rootModel()).mixed()) * 31 + heard;
    }

    /** The whole state. */
    public byte[] snapshot() {
        return machine.snapshot();
    }

    /** The hash of the whole state. */
    public String stateHash() {
        return StateHash.of(machine.snapshot());
    }

    private void hear(String what) {
        heard = heard * 31 + what.hashCode();
    }

    @Override
    public void published(String scope, String event, Optional<Object> data) {
        hear(scope + event);
        hear(data.map(d -> d instanceof Double number ? "" + Double.doubleToLongBits(number) : d.toString())
                .orElse("nothing"));
    }

    @Override
    public void failed(ModelError error) {
        hear("failed " + error.model() + " " + error.method());
    }

    @Override
    public void snapshotPolled(double time) {
        hear("polled");
    }

    @Override
    public void tallied(ReflectedMessage.Tally tally) {
        hear("tallied");
    }

    @Override
    public void persistenceDue(double time, String json, String hash) {
        hear(json);
        hear(hash);
    }

    @Override
    public void persistenceRefused() {
        hear("refused");
    }

    @Override
    public void participantsChanged() {
        hear("participants");
    }

    @Override
    public void suspected(int sequence, String what) {
        hear(what);
    }

    @Override
    public void logged(String line) {
        hear(line);
    }
}
