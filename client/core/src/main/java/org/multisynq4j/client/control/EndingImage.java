package org.multisynq4j.client.control;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.client.recording.RecordingEnding;
import org.multisynq4j.vm.VirtualMachine;

/** The state a recording ends with. Encoded in slices: the replica stands still meanwhile, the page does not. */
final class EndingImage {
    private final Hold hold;
    private final Imaging imaging;
    private final double timeMs;
    private final Promise<Optional<RecordingEnding>> ending = new Promise<>();

    /** Stops the replica and lets it go on. */
    interface Hold {
        void hold(boolean hold);
    }

    private EndingImage(Platform platform, VirtualMachine machine, Hold hold) {
        this.hold = hold;
        timeMs = machine.time();
        imaging = new Imaging(platform.clock(), machine, "", 0);
    }

    /** Empty if the state cannot be encoded: a recording without it is better than none. */
    static Promise<Optional<RecordingEnding>> of(Platform platform, VirtualMachine machine, Hold hold) {
        hold.hold(true);
        EndingImage image = new EndingImage(platform, machine, hold);
        new Turns(platform.clock(), Pace.sharing(platform), image::go).wake();
        return image.ending;
    }

    private boolean go(BooleanSupplier timeIsOut) {
        try {
            if (!imaging.go(timeIsOut)) {
                return false;
            }
        } catch (RuntimeException e) {
            end(Optional.empty());
            return true;
        }
        Image image = imaging.image();
        end(Optional.of(
                new RecordingEnding(timeMs, image.id().seq(), image.metadata().traceHash(), image.bytes())));
        return true;
    }

    private void end(Optional<RecordingEnding> found) {
        hold.hold(false);
        ending.resolve(found);
    }
}
