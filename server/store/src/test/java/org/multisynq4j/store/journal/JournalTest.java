package org.multisynq4j.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    private final FaultySegments files = new FaultySegments();

    @Test
    void readsBackWhatWasAppendedInOrder() throws IOException {
        Journal journal = Journal.start(files, 1);
        journal.append(records("a", "", "long".repeat(50_000)));
        journal.append(records("b"));

        assertThat(read(1)).containsExactly("a", "", "long".repeat(50_000), "b");
        assertThat(journal.length()).isEqualTo(files.content(1).length);
    }

    @Test
    void losesOnlyTheUnfinishedRecordsWhereverTheLastBatchIsCut() throws IOException {
        Journal journal = Journal.start(files, 1);
        journal.append(records("one", "two"));
        int safe = files.content(1).length;
        journal.append(records("three", "four"));
        byte[] whole = files.content(1);

        for (int length = safe; length < whole.length; length++) {
            files.replace(1, java.util.Arrays.copyOf(whole, length));
            List<String> found = new ArrayList<>();
            List<Damage> damages = SegmentReader.read(files, 1, bytes -> found.add(text(bytes)));

            assertThat(found).as("cut at %d", length).startsWith("one", "two").hasSizeBetween(2, 3);
            int readable = safe + (found.size() == 3 ? RecordFormat.HEADER + "three".length() : 0);
            assertThat(damages.stream().mapToLong(Damage::bytes).sum())
                    .as("cut at %d", length)
                    .isEqualTo(length - readable);
            assertThat(damages).as("cut at %d", length).allMatch(Damage::atTail);
        }
    }

    @Test
    void keepsTheRestAndNamesThePlaceWhenAnyByteInTheMiddleRots() throws IOException {
        Journal journal = Journal.start(files, 1);
        journal.append(records("one", "two", "three"));
        byte[] whole = files.content(1);
        int first = RecordFormat.HEADER + 3;

        for (int place = first; place < 2 * first; place++) {
            byte[] rotten = whole.clone();
            rotten[place] ^= 0x10;
            files.replace(1, rotten);
            List<String> found = new ArrayList<>();
            List<Damage> damages = SegmentReader.read(files, 1, bytes -> found.add(text(bytes)));

            assertThat(found).as("rot at %d", place).containsExactly("one", "three");
            assertThat(damages).containsExactly(new Damage("memory/1.log", first, first, false));
            assertThat(damages.get(0).describe()).contains("memory/1.log").contains("offset " + first);
        }
    }

    @Test
    void findsRecordsBehindRandomGarbage() throws IOException {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            byte[] garbage = new byte[1 + random.nextInt(300)];
            random.nextBytes(garbage);
            Journal.start(files, seed).append(records("kept"));
            byte[] record = files.content(seed);
            byte[] both = java.util.Arrays.copyOf(garbage, garbage.length + record.length);
            System.arraycopy(record, 0, both, garbage.length, record.length);
            files.replace(seed, both);

            assertThat(read(seed)).as("seed %d", seed).containsExactly("kept");
        }
    }

    @Test
    void leavesNoTraceOfABatchThatDidNotFitAndGoesOnWhenThereIsSpace() throws IOException {
        Journal journal = Journal.start(files, 1);
        journal.append(records("before"));
        for (int free = 0; free < 2 * RecordFormat.HEADER; free++) {
            files.freeBytes(free);
            assertThatThrownBy(() -> journal.append(records("lost", "lost too")))
                    .hasMessageContaining("No space");
        }
        files.freeBytes(Long.MAX_VALUE);
        journal.append(records("after"));

        assertThat(read(1)).containsExactly("before", "after");
    }

    @Test
    void takesBackABatchThatCouldNotBeForced() throws IOException {
        Journal journal = Journal.start(files, 1);
        journal.append(records("kept"));
        journal.append(records("doubtful"));
        journal.retract(Journal.sizeOf(records("doubtful")));
        journal.append(records("next"));

        assertThat(read(1)).containsExactly("kept", "next");
    }

    @Test
    void refusesARecordLongerThanTheLimit() throws IOException {
        Journal journal = Journal.start(files, 1);
        byte[] limit = new byte[Journal.MAX_RECORD_BYTES];

        journal.append(List.of(limit));
        assertThatThrownBy(() -> journal.append(List.of(new byte[Journal.MAX_RECORD_BYTES + 1])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most " + Journal.MAX_RECORD_BYTES);
        assertThat(SegmentReader.read(files, 1, bytes -> assertThat(bytes).isEqualTo(limit)))
                .isEmpty();
    }

    @Test
    void worksOnRealFilesOverSeveralSegments(@TempDir Path directory) throws IOException {
        DirectorySegments real = new DirectorySegments(directory);
        Journal journal = Journal.start(real, 7);
        journal.append(records("seven"));
        assertThat(journal.rotate()).isEqualTo(7);
        journal.append(records("eight"));
        journal.force();
        journal.close();

        assertThat(real.list()).containsExactly(7L, 8L);
        List<String> found = new ArrayList<>();
        SegmentReader.read(real, 7, bytes -> found.add(text(bytes)));
        SegmentReader.read(real, 8, bytes -> found.add(text(bytes)));
        assertThat(found).containsExactly("seven", "eight");

        assertThat(real.setAside(7)).endsWith("000000000007.log.damaged");
        real.delete(8);
        assertThat(real.list()).isEmpty();
        assertThat(Files.exists(directory.resolve("000000000007.log.damaged"))).isTrue();
    }

    private List<String> read(long number) throws IOException {
        List<String> found = new ArrayList<>();
        SegmentReader.read(files, number, bytes -> found.add(text(bytes)));
        return found;
    }

    private static List<byte[]> records(String... texts) {
        List<byte[]> records = new ArrayList<>();
        for (String text : texts) {
            records.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return records;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
