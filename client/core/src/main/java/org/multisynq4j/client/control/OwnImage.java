package org.multisynq4j.client.control;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.vm.VirtualMachine;

/**
 * The last resort of a session nobody of which has a second replica: encodes its own in slices, during which it stands still. Its views go on; so they see time
 * stop for a while, which is why everybody else is asked first.
 */
final class OwnImage {
    private final SessionPlan plan;
    private final SessionLog log;
    private final SnapshotFiles files;
    private final KeeperHost host;
    private final Clock clock;
    private Optional<Turns> turns = Optional.empty();
    private Optional<Outcome> waiting = Optional.empty();
    private Optional<SnapshotBase> base = Optional.empty();

    /** What comes of it. */
    interface Outcome {
        void stored(StoredSnapshot stored);

        void failed(Throwable why);
    }

    OwnImage(SessionPlan plan, SessionLog log, SnapshotFiles files, KeeperHost host) {
        this.plan = plan;
        this.log = log;
        this.files = files;
        this.host = host;
        clock = plan.platform().clock();
    }

    /** Called while the replica executes a message; its state right after it is stored. */
    void take(VirtualMachine machine, Outcome outcome) {
        cancel();
        host.hold(true);
        int expected = base.map(known -> known.image().length).orElse(0);
        Imaging imaging = new Imaging(clock, machine, plan.names().codeHash(), expected);
        Turns made = new Turns(
                clock,
                Pace.sharing(plan.platform()),
                timeIsOut -> go(imaging, timeIsOut, image -> store(image, outcome), outcome));
        turns = Optional.of(made);
        waiting = Optional.of(outcome);
        made.wake();
    }

    /** Whatever is being encoded is given up; what is being uploaded is not. */
    void cancel() {
        if (turns.isPresent()) {
            turns.get().stop();
            turns = Optional.empty();
            waiting = Optional.empty();
            host.hold(false);
        }
    }

    /** As {@link #cancel}; whoever waits for what is being encoded is told. */
    void abandon(String why) {
        Optional<Outcome> told = waiting;
        cancel();
        told.ifPresent(outcome -> outcome.failed(new IllegalStateException(why)));
    }

    private boolean go(Imaging imaging, BooleanSupplier timeIsOut, Consumer<Image> done, Outcome outcome) {
        boolean finished;
        try {
            finished = imaging.go(timeIsOut);
        } catch (RuntimeException e) {
            cancel();
            outcome.failed(e);
            return true;
        }
        if (finished) {
            cancel();
            Image image = imaging.image();
            log.debug(
                    Debug.SNAPSHOT,
                    () -> "own image " + image.id() + ": "
                            + ImageReport.taken(
                                    image.bytes().length, imaging.encodingEffort(), imaging.hashingEffort()));
            done.accept(image);
        }
        return finished;
    }

    private void store(Image image, Outcome outcome) {
        double began = clock.nowMs();
        files.store(image.bytes(), image.metadata(), base)
                .then(
                        stored -> {
                            base = Optional.of(stored.base());
                            log.debug(
                                    Debug.SNAPSHOT,
                                    () -> "image " + image.id() + " stored: "
                                            + ImageReport.stored(
                                                    stored.uploadedBytes(),
                                                    stored.uploadedFiles(),
                                                    stored.times(),
                                                    clock.nowMs() - began));
                            outcome.stored(stored);
                        },
                        outcome::failed);
    }
}
