package org.multisynq4j.vm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Executes messages in the one order that all replicas share: by time; at one time scheduled messages first, then the reflector's by sequence number, each
 * followed by what it scheduled for the same time.
 */
final class MessageExecutor {
    private final VirtualMachine machine;
    private final Publisher publisher;
    private long executed;

    MessageExecutor(VirtualMachine machine, Publisher publisher) {
        this.machine = machine;
        this.publisher = publisher;
    }

    long executed() {
        return executed;
    }

    /** Executes what was received and what is scheduled up to a teatime; false if time was out before. */
    boolean run(Queue<ReflectedMessage> received, double target, BooleanSupplier timeIsOut) {
        World world = machine.world();
        while (true) {
            ReflectedMessage next = received.peek();
            double limit = next == null ? target : next.time();
            ScheduledMessage scheduled = world.queue().head();
            if (scheduled != null && scheduled.time() <= limit) {
                execute(scheduled);
            } else if (next != null) {
                received.remove();
                execute(next);
            } else {
                world.setTime(Math.max(world.time(), target));
                return true;
            }
            executed++;
            if (timeIsOut.getAsBoolean()) {
                return false;
            }
        }
    }

    private void execute(ScheduledMessage message) {
        World world = machine.world();
        world.queue().removeHead();
        world.setTime(message.time());
        world.trace().add(message.time());
        boolean repeats = message instanceof RepeatingMessage;
        if (!repeats) {
            message.finish();
        }
        machine.guarded(message.owner(), message.describe(), () -> message.execute(world));
        if (repeats && message.isPending()) {
            world.queue().add(message, world.time() + ((RepeatingMessage) message).periodMs());
        }
    }

    private void execute(ReflectedMessage message) {
        World world = machine.world();
        world.setTime(message.time());
        world.setSeq(message.seq());
        world.trace().add(message.time());
        world.trace().add(message.seq());
        if (message instanceof ReflectedMessage.FromParticipant sent) {
            execute(sent);
        } else if (message instanceof UsersMessage users) {
            publisher.apply(users);
        } else if (message instanceof ReflectedMessage.Tally tally) {
            execute(tally);
        } else if (message instanceof ReflectedMessage.Ignored ignored) {
            ignored.suspicion().ifPresent(why -> machine.listener().suspected(message.seq(), why));
        }
    }

    /** Counts one vote of each who is here: a reflector may hand out votes of an earlier run again, whose voters are gone. */
    private void execute(ReflectedMessage.Tally tally) {
        List<ReflectedMessage.Vote> counted = new ArrayList<>();
        Set<String> voters = new LinkedHashSet<>();
        int refused = tally.refused();
        for (ReflectedMessage.Vote vote : tally.votes()) {
            if (!machine.world().participants().isHere(vote.viewId())) {
                continue;
            }
            if (voters.add(vote.viewId())) {
                counted.add(vote);
            } else {
                refused++;
            }
        }
        if (refused > 0) {
            machine.listener()
                    .suspected(
                            tally.seq(),
                            refused + " of the votes on " + tally.topic() + " @" + (long) tally.sendTime()
                                    + " refused: not sealed as this session's votes on it are, or the second of one view");
        }
        machine.listener()
                .tallied(new ReflectedMessage.Tally(
                        tally.time(), tally.seq(), tally.topic(), tally.sendTime(), counted, refused));
    }

    private void execute(ReflectedMessage.FromParticipant sent) {
        World world = machine.world();
        ReplicaListener listener = machine.listener();
        String from = "message of view " + sent.viewId();
        if (!world.participants().isHere(sent.viewId())) {
            listener.suspected(sent.seq(), from + " refused: that view is not here");
            return;
        }
        SenderCounters.Verdict verdict = world.senders()
                .check(
                        sent.viewId() + "/" + sent.epoch(),
                        sent.counter(),
                        sent.message().sealedAt(),
                        sent.time());
        switch (verdict) {
            case TOO_OLD -> listener.suspected(sent.seq(), from + " refused: it was held back for too long");
            case REPEATED -> listener.suspected(sent.seq(), from + " refused: it came before");
            case ACCEPTED_AFTER_GAP -> {
                listener.suspected(sent.seq(), from + " came although earlier ones are missing");
                perform(sent);
            }
            case ACCEPTED -> perform(sent);
        }
    }

    private void perform(ReflectedMessage.FromParticipant sent) {
        World world = machine.world();
        if (sent.message() instanceof ParticipantMessage.Events events) {
            for (ParticipantMessage.Published event : events.events()) {
                publisher.publishFromView(event, sent.viewId());
            }
        } else if (sent.message() instanceof ParticipantMessage.Saved saved) {
            world.persistence().completed(saved.dueTime());
        } else if (world.acceptSnapshotPoll(VirtualMachine.SNAPSHOT_POLL_GAP_MS)) {
            machine.listener().snapshotPolled(world.time());
        }
    }
}
