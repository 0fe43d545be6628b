package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class StoredGzipTest {
    @Test
    void everyGzipReaderUnpacksItAroundTheLimitsOfItsBlocks() throws Exception {
        for (int length : new int[] {0, 1, 65_534, 65_535, 65_536, 131_070, 131_071, 300_000}) {
            byte[] plain = new byte[length];
            new Random(length).nextBytes(plain);
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(StoredGzip.wrap(plain)))) {
                assertThat(in.readAllBytes()).as("length " + length).isEqualTo(plain);
            }
        }
    }
}
