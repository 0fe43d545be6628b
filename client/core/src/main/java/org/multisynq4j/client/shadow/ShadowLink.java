package org.multisynq4j.client.shadow;

import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.control.ImageId;
import org.multisynq4j.client.control.ImageReport;
import org.multisynq4j.client.control.Imager;
import org.multisynq4j.client.control.SessionLog;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.protocol.Sequence;

/**
 * The session's end: starts a shadow a while after the session is live, in a worker or, where there is none, on the session's own thread in slices; feeds it, and
 * starts another one, once for each replica, if it dies, hangs or differs.
 */
public final class ShadowLink implements Imager {
    /** The first moments belong to the view. */
    static final double START_DELAY_MS = 1_000;

    /** A tick is passed on at most so often: between messages a shadow is in no hurry. */
    static final double TICK_GAP_MS = 500;

    /** A shadow that owes an image and says nothing for so long hangs. */
    static final double SILENCE_MS = 30_000;

    private static final double GRACE_MS = 1_000;

    /** A shadow on the session's thread: let those go first who have a worker. */
    private static final double SAME_PLACE_COST = 1e6;

    private final SessionPlan plan;
    private final SessionLog log;
    private final Imager.Listener listener;
    private final Clock clock;
    private final KeptFrames kept = new KeptFrames();
    private Optional<Run> run = Optional.empty();
    private Clock.Timer start = () -> {};
    private boolean inSamePlace;
    private boolean live;
    private boolean restarted;
    private boolean givenUp;
    private boolean over;

    public ShadowLink(SessionPlan plan, SessionLog log, Imager.Listener listener) {
        this.plan = plan;
        this.log = log;
        this.listener = listener;
        clock = plan.platform().clock();
    }

    // ---- for the session

    @Override
    public void begin(String sync, long seq) {
        if (!over) {
            drop();
            kept.begin(sync, seq);
        }
    }

    @Override
    public void frame(String frame, long seq) {
        if (!over && !givenUp) {
            kept.add(frame, seq);
            if (run.isPresent()) {
                run.get().tell(new ShadowCommand.Frame(frame));
                kept.limit();
            }
        }
    }

    @Override
    public void tick(double timeMs) {
        run.ifPresent(running -> running.tick((long) timeMs));
    }

    @Override
    public void live() {
        if (!live && !over) {
            live = true;
            start = clock.schedule(START_DELAY_MS, this::start);
        }
    }

    @Override
    public void drop() {
        stop();
        live = false;
        restarted = false;
        givenUp = false;
        kept.drop();
    }

    @Override
    public void end() {
        drop();
        over = true;
    }

    @Override
    public boolean isUsable() {
        return live && !givenUp;
    }

    @Override
    public double reluctance() {
        return inSamePlace ? SAME_PLACE_COST : 0;
    }

    @Override
    public void polled(ImageId image) {
        run.filter(running -> running.hasSeen(image)).ifPresent(running -> {
            running.owed.image(image);
            running.expect();
        });
    }

    @Override
    public void store(ImageId image) {
        boolean known = run.filter(running -> running.hasSeen(image)).isPresent();
        if (known) {
            run.get().tell(new ShadowCommand.Store(image));
            run.get().owed.storing(image);
            run.get().expect();
        } else {
            clock.schedule(0, () -> listener.notStored(image, "there was no second replica when it was to be taken"));
        }
    }

    @Override
    public void forget(ImageId image) {
        run.ifPresent(running -> {
            running.tell(new ShadowCommand.Forget(image));
            running.owed.imaged(image);
            running.expectNothingUnlessOwed();
        });
    }

    @Override
    public void distrust(String why) {
        failed(why);
    }

    // ---- its life

    private void start() {
        Run starting = new Run();
        run = Optional.of(starting);
        Optional<Channel> worker = plan.platform().workers().start(starting);
        inSamePlace = worker.isEmpty();
        log.debug(
                Debug.SNAPSHOT,
                "starting the second replica " + (inSamePlace ? "on this thread, in slices" : "in a worker"));
        starting.begin(worker.orElseGet(() -> new SamePlace(plan.platform(), starting)));
    }

    private void stop() {
        start.cancel();
        run.ifPresent(Run::stop);
        run = Optional.empty();
    }

    private void failed(String why) {
        if (givenUp || run.isEmpty()) {
            return;
        }
        stop();
        boolean again = !restarted && kept.isComplete();
        log.debug(
                Debug.SNAPSHOT,
                "the second replica is of no use: " + why + (again ? "; starting another one" : "; going on without"));
        restarted = true;
        if (again) {
            start();
        } else {
            givenUp = true;
            kept.drop();
        }
        listener.gone();
    }

    /** One shadow. */
    private final class Run implements Channel.Listener {
        private Optional<Channel> channel = Optional.empty();
        private final Owed owed = new Owed();
        private Clock.Timer silence = () -> {};
        private long liveSeq;
        private double lastTick;
        private double lastSign;
        private boolean stopped;

        void begin(Channel made) {
            channel = Optional.of(made);
            tell(ShadowPlan.command(plan));
            kept.tell(this::tell);
            liveSeq = kept.lastSeq();
            tell(new ShadowCommand.Live());
            kept.limit();
            expect();
        }

        void tell(ShadowCommand command) {
            channel.ifPresent(way -> CommandText.send(way, command));
        }

        void tick(long timeMs) {
            double now = clock.nowMs();
            if (now - lastTick >= TICK_GAP_MS) {
                lastTick = now;
                tell(new ShadowCommand.Tick(timeMs));
            }
        }

        /** Whether the poll was to be imaged by this shadow. */
        boolean hasSeen(ImageId image) {
            return Sequence.after(image.seq(), liveSeq);
        }

        void stop() {
            stopped = true;
            silence.cancel();
            channel.ifPresent(Channel::close);
        }

        void expect() {
            lastSign = clock.nowMs();
            silence.cancel();
            silence = clock.schedule(SILENCE_MS, this::silent);
        }

        void heard() {
            lastSign = clock.nowMs();
            expectNothingUnlessOwed();
        }

        void expectNothingUnlessOwed() {
            if (owed.isEmpty()) {
                silence.cancel();
            }
        }

        private void silent() {
            double restMs = SILENCE_MS - (clock.nowMs() - lastSign);
            // What rounding leaves of a wait would never pass.
            if (restMs >= 1) {
                silence = clock.schedule(restMs, this::silent);
            } else {
                // A page that was frozen hears its timers before what was sent to it.
                double timedOut = lastSign;
                silence = clock.schedule(GRACE_MS, () -> {
                    if (lastSign == timedOut) {
                        failed("it says nothing");
                    } else {
                        silent();
                    }
                });
            }
        }

        @Override
        public void closed(String why) {
            if (!stopped) {
                failed("it ended: " + why);
            }
        }

        @Override
        public void received(String header, byte[] body) {
            if (stopped) {
                return;
            }
            try {
                take(EventText.read(header, body));
            } catch (IllegalArgumentException e) {
                failed("it speaks nonsense: " + e.getMessage());
            }
        }

        private void take(ShadowEvent event) {
            if (event instanceof ShadowEvent.CaughtUp caughtUp) {
                owed.caughtUp();
                log.debug(Debug.SNAPSHOT, () -> "the second replica is at " + caughtUp.timeMs() + " ms");
            } else if (event instanceof ShadowEvent.Imaged taken) {
                owed.imaged(taken.id());
                log.debug(
                        Debug.SNAPSHOT,
                        () -> "image " + taken.id() + ": "
                                + ImageReport.taken(taken.bytes(), taken.encoding(), taken.hashing()));
                listener.imaged(new Imager.Imaged(
                        taken.id(),
                        taken.stateHash(),
                        taken.traceHash(),
                        taken.encoding().ms() + taken.hashing().ms()));
            } else if (event instanceof ShadowEvent.Stored stored) {
                owed.stored(stored.id());
                log.debug(
                        Debug.SNAPSHOT,
                        () -> "image " + stored.id() + " stored: "
                                + ImageReport.stored(
                                        stored.uploadedBytes(), stored.uploadedFiles(), stored.times(), stored.ms()));
                kept.startFrom(stored.snap().url(), stored.id());
                listener.stored(stored.id(), stored.snap());
            } else if (event instanceof ShadowEvent.NotStored problem) {
                owed.stored(problem.id());
                listener.notStored(problem.id(), problem.why());
            } else if (event instanceof ShadowEvent.Broken broken) {
                failed(broken.why());
            }
            heard();
        }
    }
}
