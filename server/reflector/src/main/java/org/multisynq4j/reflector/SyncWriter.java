package org.multisynq4j.reflector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.protocol.Extension;
import org.multisynq4j.protocol.Sequence;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.reflector.store.SnapshotPointer;

/** Writes SYNC: exactly what the store has acknowledged; the rest follows as RECV. */
final class SyncWriter {
    private final Context context;
    private final Sequencer sequencer;
    private final Pointers pointers;

    SyncWriter(Context context, Sequencer sequencer, Pointers pointers) {
        this.context = context;
        this.sequencer = sequencer;
        this.pointers = pointers;
    }

    String write(Client client, Identity identity) {
        Optional<SnapshotPointer> base = base(client.wants(Extension.PREVIOUS_SNAPSHOT));
        ServerFrame.SyncHeader header = new ServerFrame.SyncHeader(
                start(base, client.baseUrl),
                sequencer.showableTime(),
                sequencer.log.acknowledgedSeq(),
                identity.tove(),
                context.settings.name(),
                identity.timeline(),
                flags(client, identity));
        long after = base.map(SnapshotPointer::seq).orElse(sequencer.log.startSeq());
        return context.encoder.sync(header, sequencer.log.textAfter(after));
    }

    private Optional<SnapshotPointer> base(boolean earlier) {
        // A log that was repaired after a loss may begin at the newest snapshot: then there is nothing earlier to
        // offer.
        boolean earlierExists = pointers.previous().isPresent() || sequencer.log.startSeq() == Sequence.START;
        return earlier && earlierExists ? pointers.previous() : pointers.snapshot();
    }

    /** Without a snapshot, or with none before the newest, the log reaches back to the beginning. */
    private ServerFrame.Start start(Optional<SnapshotPointer> base, String baseUrl) {
        if (base.isPresent()) {
            SnapshotPointer snapshot = base.get();
            String url = FileUrls.forClient(snapshot.url(), baseUrl);
            return new ServerFrame.Start.FromSnapshot(url, snapshot.timeMs(), snapshot.seq());
        }
        Optional<String> persisted = pointers.persistedUrl();
        return persisted.isPresent()
                ? new ServerFrame.Start.FromPersisted(FileUrls.forClient(persisted.get(), baseUrl))
                : new ServerFrame.Start.Fresh();
    }

    private static List<String> flags(Client client, Identity identity) {
        List<String> flags = new ArrayList<>(identity.flags());
        for (Extension extension : Extension.values()) {
            boolean possible = extension != Extension.MEMBERSHIP || identity.membersOnly();
            if (extension != Extension.RAWTIME && possible && client.wants(extension)) {
                flags.add(extension.wireName());
            }
        }
        return flags;
    }
}
