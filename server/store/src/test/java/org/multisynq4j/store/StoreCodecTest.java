package org.multisynq4j.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.multisynq4j.reflector.store.SessionRecord;
import org.multisynq4j.reflector.store.StoreWrite;

final class StoreCodecTest {
    private static final byte RECORD_WITHOUT_KEY = 2;

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
    void recordsFromBeforeMembershipHaveNoKey() throws Exception {
        SessionRecord stored = StoreCodec.decodeRecord("s", old(StoreCodec.encode(record)));
        assertThat(stored.memberKey()).isEmpty();
        assertThat(stored.tallySentinelMs()).isEqualTo(record.tallySentinelMs());
        StoredWrite write = new StoredWrite("s", new StoreWrite.SaveRecord(record), 0);
        assertThat(StoreCodec.decode(old(StoreCodec.encode(write))))
                .isEqualTo(new StoredWrite("s", new StoreWrite.SaveRecord(stored), 0));
    }
}
