package org.multisynq4j.client.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.multisynq4j.text.Bytes;
import org.multisynq4j.vm.VirtualMachine;

/** Makes recordings: from what a {@link Recorder} kept, or from what the server has. */
public final class RecordingMaker {
    private final SessionPlan plan;

    public RecordingMaker(SessionPlan plan) {
        this.plan = plan;
    }

    /**
     * What was kept, as a file. If nothing was, the recording begins where the server's does.
     *
     * @param timeMs how far the reflector's time is known
     * @param machine the recorder's own replica; its state becomes the ending
     */
    Promise<byte[]> make(Recorder kept, double timeMs, Optional<VirtualMachine> machine) {
        Optional<RecordingEnding> ending = machine.map(RecordingMaker::ending);
        if (kept.start().isEmpty()) {
            return observe(ending);
        }
        // What is kept goes on growing while the file is made.
        return write(
                kept.start().get(),
                List.copyOf(kept.snapshots()),
                new LinkedHashMap<>(kept.files()),
                List.copyOf(kept.messages()),
                (long) timeMs,
                ending);
    }

    /** The session as the server has it, without taking part in it: from its newest snapshot until now. */
    public Promise<byte[]> observe() {
        return observe(Optional.empty());
    }

    private Promise<byte[]> observe(Optional<RecordingEnding> ending) {
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
                    .flatMap(
                            done -> write(header.start(), List.of(), files, sync.messages(), header.timeMs(), fitting));
        });
    }

    private static RecordingEnding ending(VirtualMachine machine) {
        return new RecordingEnding(
                machine.time(), Sequence.normalize(machine.seq()), machine.traceHash(), machine.snapshot());
    }

    private Promise<byte[]> write(
            Start start,
            List<Start.FromSnapshot> snapshots,
            Map<String, byte[]> files,
            List<Message> messages,
            long timeMs,
            Optional<RecordingEnding> ending) {
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
        StringBuilder log = new StringBuilder();
        for (Message message : messages) {
            log.append(RecordingFile.line(message)).append('\n');
        }
        RecordingDetails details =
                new RecordingDetails(plan.vm().options(), plan.vm().maxPersistedBytes(), ending);
        SessionFiles packer =
                new SessionFiles(plan.platform(), plan.keys(), plan.server().files());
        return plan.platform()
                .compression()
                .compress(Bytes.utf8(log.toString()))
                .flatMap(packed -> packer.pack(
                                FileKind.RECORDING, names.sessionId(), RecordingFile.DETAILS_NAME, details.encode())
                        .map(secret -> new RecordingFile(facts, files, packed, secret).encode()));
    }
}
