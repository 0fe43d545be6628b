package org.multisynq4j.client.shadow;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.multisynq4j.client.control.Image;
import org.multisynq4j.client.control.Imaging;
import org.multisynq4j.client.control.Loader;
import org.multisynq4j.client.control.Pace;
import org.multisynq4j.client.control.SessionLog;
import org.multisynq4j.client.control.SessionPlan;
import org.multisynq4j.client.control.SnapshotFiles;
import org.multisynq4j.client.control.Turns;
import org.multisynq4j.client.port.Channel;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.protocol.ServerFrameDecoder;
import org.multisynq4j.vm.VirtualMachine;

/**
 * The second replica's life: runs as commands come, takes an image at each poll, stores it if told to.
 *
 * <p>Made from the ports of its own thread and the way to its session. Whoever has the other end calls {@link #received} on that thread, one command in a turn.
 */
public final class Shadow implements Channel.Listener {
    /** Whoever works for longer says so. */
    static final double SIGN_OF_LIFE_MS = 5_000;

    private final Platform platform;
    private final Channel session;
    private final Pace pace;
    private final Turns turns;
    private final ServerFrameDecoder decoder = new ServerFrameDecoder(Limits.DEFAULTS);
    private Optional<SessionPlan> plan = Optional.empty();
    private Optional<Loader> loader = Optional.empty();
    private Optional<ShadowReplica> replica = Optional.empty();
    private Optional<Images> images = Optional.empty();
    private Optional<Imaging> imaging = Optional.empty();
    private double lastSign;
    private boolean begun;
    private boolean loaded;
    private boolean over;
    private boolean live;
    private boolean caughtUp;
    private long receivedSeq;
    private long liveSeq;

    /** @param pace what this thread allows: {@link Pace#OWN_THREAD} in a worker */
    public Shadow(Platform platform, Pace pace, Channel session) {
        this.platform = platform;
        this.pace = pace;
        this.session = session;
        turns = new Turns(platform.clock(), pace, this::work);
    }

    @Override
    public void received(String header, byte[] body) {
        if (!over) {
            guarded(() -> perform(CommandText.read(header, body)));
        }
    }

    /** The session is gone: so is its shadow. What is being uploaded is not announced by anybody. */
    @Override
    public void closed(String why) {
        over = true;
        turns.stop();
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            broken(e);
        }
    }

    private void broken(Throwable why) {
        if (!over) {
            closed("");
            EventText.send(session, new ShadowEvent.Broken(String.valueOf(why.getMessage())));
        }
    }

    private void perform(ShadowCommand command) {
        if (command instanceof ShadowCommand.Plan given) {
            begin(ShadowPlan.of(platform, given));
        } else if (command instanceof ShadowCommand.Frame frame) {
            frame(decoder.decode(frame.text()));
        } else if (command instanceof ShadowCommand.Load load) {
            receivedSeq = load.id().seq();
            load(new ServerFrame.Start.FromSnapshot(
                    load.url(), load.id().timeMs(), load.id().seq()));
        } else if (command instanceof ShadowCommand.Tick tick) {
            replica.orElseThrow().tick(tick.timeMs());
        } else if (command instanceof ShadowCommand.Live) {
            live = true;
            liveSeq = receivedSeq;
        } else if (command instanceof ShadowCommand.Store store) {
            images.orElseThrow().store(store.image());
        } else if (command instanceof ShadowCommand.Forget forget) {
            images.orElseThrow().forget(forget.image());
        }
        turns.wake();
    }

    private void begin(SessionPlan made) {
        plan = Optional.of(made);
        SnapshotFiles files = new SnapshotFiles(
                platform, made.keys(), made.names().sessionId(), made.server().files(), pace, pace);
        loader = Optional.of(new Loader(made, new SessionLog(platform.console(), made.debug()), files));
        replica = Optional.of(new ShadowReplica(made));
        images = Optional.of(new Images(platform.clock(), files, event -> EventText.send(session, event)));
    }

    private void frame(ServerFrame frame) {
        if (frame instanceof ServerFrame.Sync sync) {
            receivedSeq = sync.header().seq();
            replica.orElseThrow().tick(sync.header().timeMs());
            sync.messages().forEach(this::message);
            if (!begun) {
                load(sync.header().start());
            }
        } else if (frame instanceof ServerFrame.Recv recv) {
            message(recv.message());
        }
    }

    private void load(ServerFrame.Start start) {
        begun = true;
        ShadowReplica here = replica.orElseThrow();
        loader.orElseThrow()
                .load(start, here)
                .then(
                        made -> {
                            if (!over) {
                                guarded(() -> loaded(here));
                            }
                        },
                        this::broken);
    }

    private void loaded(ShadowReplica here) {
        loaded = true;
        here.base().ifPresent(images.orElseThrow()::base);
        turns.wake();
    }

    private void message(Message message) {
        receivedSeq = message.seq();
        replica.orElseThrow().receive(message);
    }

    private boolean work(BooleanSupplier timeIsOut) {
        if (!loaded || over) {
            return true;
        }
        try {
            if (platform.clock().nowMs() - lastSign > SIGN_OF_LIFE_MS) {
                lastSign = platform.clock().nowMs();
                EventText.send(session, new ShadowEvent.Working());
            }
            ShadowReplica here = replica.orElseThrow();
            return here.restore(timeIsOut) && work(here.machine().orElseThrow(), timeIsOut);
        } catch (RuntimeException e) {
            broken(e);
            return true;
        }
    }

    private boolean work(VirtualMachine machine, BooleanSupplier timeIsOut) {
        while (imaging.isEmpty() || image(timeIsOut)) {
            ShadowReplica.Ran ran = replica.orElseThrow().advance(timeIsOut);
            tellCaughtUp(machine);
            if (ran == ShadowReplica.Ran.TO_THE_END) {
                return true;
            }
            if (ran == ShadowReplica.Ran.OUT_OF_TIME) {
                return false;
            }
            if (isWanted(Sequence.normalize(machine.seq()))) {
                imaging = Optional.of(new Imaging(
                        platform.clock(),
                        machine,
                        plan.orElseThrow().names().codeHash(),
                        images.orElseThrow().expectedBytes()));
            }
        }
        return false;
    }

    private boolean isWanted(long seq) {
        return live && Sequence.after(seq, liveSeq) && !images.orElseThrow().isForgotten(seq);
    }

    private boolean image(BooleanSupplier timeIsOut) {
        Imaging current = imaging.orElseThrow();
        if (!current.go(timeIsOut)) {
            return false;
        }
        imaging = Optional.empty();
        Image image = current.image();
        EventText.send(
                session,
                new ShadowEvent.Imaged(
                        image.id(),
                        image.metadata().stateHash(),
                        image.metadata().traceHash(),
                        image.bytes().length,
                        current.encodingEffort(),
                        current.hashingEffort()));
        images.orElseThrow().add(image);
        return true;
    }

    private void tellCaughtUp(VirtualMachine machine) {
        if (live && !caughtUp && !Sequence.after(liveSeq, Sequence.normalize(machine.seq()))) {
            caughtUp = true;
            EventText.send(session, new ShadowEvent.CaughtUp((long) machine.time()));
        }
    }
}
