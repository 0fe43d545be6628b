package org.multisynq4j.client.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multisynq4j.client.Promise;

@Timeout(30)
class JvmCompressionTest {
    private final SessionThread thread = new SessionThread("test session", e -> {});
    private final JvmCompression compression = new JvmCompression(thread, Runnable::run);

    @AfterEach
    void stop() {
        thread.close();
    }

    @Test
    void restoresWhatItCompressed() throws Exception {
        for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 1_000_000}) {
            byte[] plain = new byte[length];
            new Random(length).nextBytes(plain);
            Arrays.fill(plain, 0, length / 2, (byte) 'a');
            byte[] compressed = await(compression.compress(plain));
            assertThat(await(compression.decompress(compressed, length))).isEqualTo(plain);
        }
    }

    @Test
    void refusesToExpandBeyondTheLimit() throws Exception {
        byte[] bomb = await(compression.compress(new byte[10_000_000]));
        assertThat(bomb.length).isLessThan(20_000);
        assertFails(compression.decompress(bomb, 9_999_999), "more than the allowed 9999999 bytes");
    }

    @Test
    void refusesDamagedInput() throws Exception {
        byte[] compressed =
                await(compression.compress("some text, some text".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        byte[] damaged = compressed.clone();
        damaged[damaged.length - 6] ^= 1;
        assertFails(compression.decompress(damaged, 1_000), "");
        for (int length = 0; length < compressed.length; length++) {
            assertFails(compression.decompress(Arrays.copyOf(compressed, length), 1_000), "");
        }
    }

    private <T> T await(Promise<T> promise) throws Exception {
        return Futures.toCompletableFuture(promise, thread).get(10, TimeUnit.SECONDS);
    }

    private void assertFails(Promise<byte[]> promise, String why) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> await(promise))
                .withMessageContaining(why);
    }
}
