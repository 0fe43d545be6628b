package org.multisynq4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.multisynq4j.crypto.TestKeys.OTHER_SESSION;
import static org.multisynq4j.crypto.TestKeys.SESSION;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.multisynq4j.crypto.CryptoException.Reason;

class FileEnvelopeTest {
    private final SessionKeys keys = TestKeys.keys(1);
    private final FileSealer sealer = new FileSealer(keys);
    private final FileOpener opener = new FileOpener(keys);
    private final byte[] plain = TestKeys.bytes(3, 100);
    private final byte[] file = sealer.seal(FileKind.SNAPSHOT, SESSION, "1000/7", plain, TestKeys.random(4));

    @Test
    void opensWhatWasSealedWhateverItsLength() {
        for (int length : new int[] {0, 1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 4096, 1_000_003}) {
            byte[] data = TestKeys.bytes(length, length);
            for (FileKind kind : FileKind.values()) {
                byte[] sealed = sealer.seal(kind, SESSION, "n", data, TestKeys.random(length));
                assertThat(sealed).hasSize(length + FileEnvelope.OVERHEAD);
                assertThat(opener.open(kind, SESSION, "n", sealed)).isEqualTo(data);
            }
        }
    }

    @Test
    void howeverSealingIsPortionedTheFileIsTheSame() {
        for (int length : new int[] {0, 1, 63, 64, 65, 127, 128, 129, 1000}) {
            byte[] data = TestKeys.bytes(length, length);
            byte[] atOnce = sealer.sealRepeatable(FileKind.CHUNK, SESSION, "n", data);
            for (int portion : new int[] {1, 63, 64, 65, 100, 128, 10_000}) {
                FileSealing sealing = sealer.begin(FileKind.CHUNK, SESSION, "n", data);
                while (sealing.work(portion)) {
                    assertThatIllegalStateException().isThrownBy(sealing::file);
                }
                assertThat(sealing.work(portion)).as("there is nothing left").isFalse();
                assertThat(sealing.file()).as("%d bytes by %d", length, portion).isEqualTo(atOnce);
            }
            assertThat(opener.open(FileKind.CHUNK, SESSION, "n", atOnce)).isEqualTo(data);
        }
    }

    @Test
    void refusesEveryFlippedBit() {
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] altered = file.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(CryptoException.class)
                    .as("bit %d", bit)
                    .isThrownBy(() -> opener.open(FileKind.SNAPSHOT, SESSION, "1000/7", altered));
        }
    }

    @Test
    void refusesItCutOffAtEveryLengthAndWithAnythingAppended() {
        for (int length = 0; length < file.length + 40; length++) {
            byte[] other = Arrays.copyOf(file, length);
            if (length != file.length) {
                assertThatExceptionOfType(CryptoException.class)
                        .as("length %d", length)
                        .isThrownBy(() -> opener.open(FileKind.SNAPSHOT, SESSION, "1000/7", other));
            }
        }
    }

    @Test
    void refusesItInAnyOtherPlace() {
        assertRefused(Reason.NOT_AUTHENTIC, () -> opener.open(FileKind.SNAPSHOT, OTHER_SESSION, "1000/7", file));
        assertRefused(Reason.NOT_AUTHENTIC, () -> opener.open(FileKind.SNAPSHOT, SESSION, "1000/8", file));
        assertRefused(Reason.NOT_AUTHENTIC, () -> opener.open(FileKind.SNAPSHOT, SESSION + "1", "000/7", file));
        assertRefused(Reason.NOT_AUTHENTIC, () -> new FileOpener(TestKeys.keys(2))
                .open(FileKind.SNAPSHOT, SESSION, "1000/7", file));
    }

    @Test
    void refusesItAsAnotherKindEvenWhenTheHeaderIsRewritten() {
        for (FileKind kind : FileKind.values()) {
            if (kind != FileKind.SNAPSHOT) {
                assertRefused(Reason.WRONG_KIND, () -> opener.open(kind, SESSION, "1000/7", file));
                byte[] relabelled = file.clone();
                relabelled[5] = kind.code;
                assertRefused(Reason.NOT_AUTHENTIC, () -> opener.open(kind, SESSION, "1000/7", relabelled));
            }
        }
    }

    @Test
    void tellsForeignFilesAndOtherVersionsApart() {
        byte[] newer = file.clone();
        newer[4] = 2;
        assertRefused(Reason.UNSUPPORTED_VERSION, () -> opener.open(FileKind.SNAPSHOT, SESSION, "1000/7", newer));
        byte[] original = file.clone();
        System.arraycopy(new byte[] {'C', 'R', 'Q', '1'}, 0, original, 0, 4);
        assertRefused(Reason.MALFORMED, () -> opener.open(FileKind.SNAPSHOT, SESSION, "1000/7", original));
    }

    @Test
    void sealsEqualContentEquallyOnlyWhenAsked() {
        byte[] again = sealer.seal(FileKind.SNAPSHOT, SESSION, "1000/7", plain, TestKeys.random(5));
        assertThat(again).isNotEqualTo(file);

        byte[] once = sealer.sealRepeatable(FileKind.CHUNK, SESSION, "c", plain);
        assertThat(opener.open(FileKind.CHUNK, SESSION, "c", once)).isEqualTo(plain);
        assertThat(new FileSealer(TestKeys.keys(1)).sealRepeatable(FileKind.CHUNK, SESSION, "c", plain))
                .isEqualTo(once);
        assertThat(sealer.sealRepeatable(FileKind.CHUNK, SESSION, "d", plain)).isNotEqualTo(once);
        byte[] other = plain.clone();
        other[99] ^= 1;
        assertThat(Arrays.copyOf(sealer.sealRepeatable(FileKind.CHUNK, SESSION, "c", other), FileEnvelope.BODY_AT))
                .as("another content never meets the same key")
                .isNotEqualTo(Arrays.copyOf(once, FileEnvelope.BODY_AT));
    }

    private static void assertRefused(Reason reason, Runnable action) {
        assertThatExceptionOfType(CryptoException.class).isThrownBy(action::run).satisfies(e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
