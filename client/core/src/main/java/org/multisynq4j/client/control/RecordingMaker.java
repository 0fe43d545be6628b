package org.multisynq4j.client.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.recording.RecordingDetails;
import org.multisynq4j.client.recording.RecordingEnding;
import org.multisynq4j.client.recording.RecordingFacts;
import org.multisynq4j.client.recording.RecordingFile;
import org.multisynq4j.crypto.CheckWord;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.protocol.ServerFrame.Start;
import org.multisynq4j.snapshot.ByteWriter;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.vm.VirtualMachine;

/** Makes recordings: from what a {@link Recorder} kept, or from what the server has. */
public final class RecordingMaker {
    /** What the state's encoding is reckoned to take of the whole. */
    private static final double STATE_SHARE = 0.4;

    /** And what the messages take. */
    private static final double LOG_SHARE = 0.5;

    private static final Pace PACE = Pace.of(4, 0);

    /** Messages between two looks at the clock. */
    private static final int LINES_AT_ONCE = 32;

    private final SessionPlan plan;

    public RecordingMaker(SessionPlan plan) {
        this.plan = plan;
    }

    /**
     * What was kept, as a file. If nothing was, the recording begins where the server's does.
     *
     * @param timeMs how far the reflector's time is known
     * @param machine the recorder's own replica; its state becomes the ending
     * @param progress told fractions from 0 to 1
     */
    Promise<byte[]> make(
            Recorder kept,
            double timeMs,
            Optional<VirtualMachine> machine,
            EndingImage.Hold hold,
            Consumer<Double> progress) {
        // What is kept goes on growing while the file is made.
        Optional<Start> start = kept.start();
        List<Start.FromSnapshot> snapshots = List.copyOf(kept.snapshots());
        Map<String, byte[]> files = new LinkedHashMap<>(kept.files());
        List<Message> messages = List.copyOf(kept.messages());
        Promise<Optional<RecordingEnding>> ending = machine.map(here -> EndingImage.of(plan.platform(), here, hold))
                .orElseGet(() -> Promise.of(Optional.empty()));
        progress.accept(0.0);
        return ending.flatMap(end -> {
            progress.accept(STATE_SHARE);
            return start.isEmpty()
                    ? observe(end, progress)
                    : write(start.get(), snapshots, files, messages, (long) timeMs, end, progress);
        });
    }

    /** The session as the server has it, without taking part in it: from its newest snapshot until now. */
    public Promise<byte[]> observe() {
        return observe(Optional.empty(), fraction -> {});
    }

    private Promise<byte[]> observe(Optional<RecordingEnding> ending, Consumer<Double> progress) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        WatchedPlatform watched =
                new WatchedPlatform(plan.platform(), (url, file) -> files.put(RecordingFile.path(url), file));
        return Observation.of(plan).flatMap(sync -> {
            ServerFrame.SyncHeader header = sync.header();
            // A state from before the beginning is of no use.
            Optional<RecordingEnding> fitting =
                    ending.filter(end -> !(header.start() instanceof Start.FromSnapshot snapshot)
                            || !Sequence.after(snapshot.seq(), end.seq()));
            return new Beginnings(plan.on(watched))
                    .fetch(header.start())
                    .flatMap(done -> write(
                            header.start(), List.of(), files, sync.messages(), header.timeMs(), fitting, progress));
        });
    }

    private Promise<byte[]> write(
            Start start,
            List<Start.FromSnapshot> snapshots,
            Map<String, byte[]> files,
            List<Message> messages,
            long timeMs,
            Optional<RecordingEnding> ending,
            Consumer<Double> progress) {
        SessionNames names = plan.names();
        RecordingFacts facts = new RecordingFacts(
                names.sessionId(),
                names.appId(),
                names.persistentId(),
                names.codeHash(),
                CheckWord.of(plan.keys(), names.sessionId()),
                names.name(),
                start,
                snapshots,
                timeMs,
                messages.size(),
                (long) plan.platform().clock().epochMs(),
                plan.platform().target());
        RecordingDetails details =
                new RecordingDetails(plan.vm().options(), plan.vm().maxPersistedBytes(), ending);
        SessionFiles packer =
                new SessionFiles(plan.platform(), plan.keys(), plan.server().files());
        return log(messages, progress)
                .flatMap(plan.platform().compression()::compress)
                .flatMap(packed -> packer.pack(
                                FileKind.RECORDING, names.sessionId(), RecordingFile.DETAILS_NAME, details.encode())
                        .map(secret -> {
                            byte[] file = new RecordingFile(facts, files, packed, secret).encode();
                            progress.accept(1.0);
                            return file;
                        }));
    }

    /** The messages as lines, made in slices. */
    private Promise<byte[]> log(List<Message> messages, Consumer<Double> progress) {
        ByteWriter log = new ByteWriter();
        int[] written = {0};
        return new Slices(plan.platform().clock(), PACE)
                .all(bytes -> {
                    StringBuilder lines = new StringBuilder();
                    int until = Math.min(messages.size(), written[0] + LINES_AT_ONCE);
                    while (written[0] < until) {
                        lines.append(RecordingFile.line(messages.get(written[0]++)))
                                .append('\n');
                    }
                    log.writeBytes(Bytes.utf8(lines.toString()));
                    progress.accept(STATE_SHARE + LOG_SHARE * written[0] / Math.max(1, messages.size()));
                    return written[0] < messages.size();
                })
                .map(done -> log.toByteArray());
    }
}
