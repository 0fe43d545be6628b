package org.multisynq4j.store.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads a segment back, past damage. */
public final class SegmentReader {
    private SegmentReader() {}

    /** Hands every readable payload to {@code records} in order and returns the damage found (empty if none). */
    public static List<Damage> read(SegmentFiles files, long number, Consumer<byte[]> records) throws IOException {
        byte[] segment = files.read(number);
        List<Damage> damages = new ArrayList<>();
        int offset = 0;
        while (offset < segment.length) {
            int length = RecordFormat.lengthAt(segment, offset);
            if (length >= 0) {
                int start = offset + RecordFormat.HEADER;
                records.accept(Arrays.copyOfRange(segment, start, start + length));
                offset = start + length;
            } else {
                int next = nextRecord(segment, offset + 1);
                damages.add(new Damage(files.nameOf(number), offset, next - offset, next == segment.length));
                offset = next;
            }
        }
        return damages;
    }

    private static int nextRecord(byte[] segment, int from) {
        int offset = from;
        while (offset < segment.length && RecordFormat.lengthAt(segment, offset) < 0) {
            offset++;
        }
        return offset;
    }
}
