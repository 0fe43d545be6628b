package org.multisynq4j.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.SnapshotPointer;
import org.multisynq4j.reflector.store.StoreWrite;

final class StoreCodecTest {
    private static final byte RECORD_WITHOUT_KEY = 2;
    private static final byte RECORD_WITHOUT_PARTS = 4;
    private static final byte PERSISTED_WITHOUT_KEY = 3;

    private final SessionRecord record = Samples.record("s", 5, 3);

    /** What versions before membership wrote: the same without the text at the end. */
    private byte[] old(byte[] written) {
        int key = Integer.BYTES + record.memberKey().length();
        byte[] old = Arrays.copyOf(written, written.length - key);
        old[0] = RECORD_WITHOUT_KEY;
        return old;
    }

    @Test
    void readsRecordsThatItWrote() throws Exception {
        assertThat(record.memberKey()).isNotEmpty();
        assertThat(StoreCodec.decodeRecord("s", StoreCodec.encode(record))).isEqualTo(record);
        StoredWrite write = new StoredWrite("s", new StoreWrite.SaveRecord(record), 0);
        assertThat(StoreCodec.decode(StoreCodec.encode(write))).isEqualTo(write);
    }

    @Test
    void recordsRememberThePartsOfBothSnapshots() throws Exception {
        SessionRecord both = withSnapshots(List.of("part1", "part2"), List.of("part1"));

        assertThat(StoreCodec.decodeRecord("s", StoreCodec.encode(both))).isEqualTo(both);
    }

    @Test
    void recordsFromBeforePartsHaveSnapshotsOfOneFile() throws Exception {
        SessionRecord both = withSnapshots(List.of(), List.of());
        String hex = HexFormat.of().formatHex(StoreCodec.encode(both));
        for (long seq : new long[] {4, 5}) {
            String url = HexFormat.of().formatHex(("snapshots/s/" + seq).getBytes(StandardCharsets.UTF_8));
            hex = hex.replace(url + "00000000", url);
        }
        byte[] old = HexFormat.of().parseHex(hex);
        old[0] = RECORD_WITHOUT_PARTS;

        assertThat(StoreCodec.decodeRecord("s", old)).isEqualTo(both);
    }

    private static SessionRecord withSnapshots(List<String> newest, List<String> previous) {
        return Samples.record(
                "s",
                5,
                3,
                Optional.of(new SnapshotPointer(1000, 5, "snapshots/s/5", newest)),
                Optional.of(new SnapshotPointer(900, 4, "snapshots/s/4", previous)));
    }

    @Test
    void recordsFromBeforeMembershipHaveNoKey() throws Exception {
        SessionRecord stored = StoreCodec.decodeRecord("s", old(StoreCodec.encode(record)));
        assertThat(stored.memberKey()).isEmpty();
        assertThat(stored.tallySentinelMs()).isEqualTo(record.tallySentinelMs());
        StoredWrite write = new StoredWrite("s", new StoreWrite.SaveRecord(record), 0);
        assertThat(StoreCodec.decode(old(StoreCodec.encode(write))))
                .isEqualTo(new StoredWrite("s", new StoreWrite.SaveRecord(stored), 0));
    }

    @Test
    void readsVersionsThatItWroteAndThoseFromBeforeTheyHadOwners() throws Exception {
        PersistedVersion owned = new PersistedVersion("app", "p", "s", 7, "apps/a/p/save/x", "mEmBeRkEy");
        StoredWrite write = new StoredWrite("s", new StoreWrite.SavePersisted(owned), 99);
        byte[] written = StoreCodec.encode(write);
        assertThat(StoreCodec.decode(written)).isEqualTo(write);

        byte[] old = Arrays.copyOf(
                written, written.length - Integer.BYTES - owned.memberKey().length());
        old[0] = PERSISTED_WITHOUT_KEY;
        PersistedVersion open = new PersistedVersion("app", "p", "s", 7, "apps/a/p/save/x");
        assertThat(StoreCodec.decode(old)).isEqualTo(new StoredWrite("s", new StoreWrite.SavePersisted(open), 99));
    }
}
