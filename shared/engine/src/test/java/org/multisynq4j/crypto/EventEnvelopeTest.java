package org.multisynq4j.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.multisynq4j.crypto.TestKeys.OTHER_SESSION;
import static org.multisynq4j.crypto.TestKeys.SESSION;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.multisynq4j.crypto.CryptoException.Reason;
import org.multisynq4j.text.Bytes;

class EventEnvelopeTest {
    private final SessionKeys keys = TestKeys.keys(1);
    private final byte[] plain = "0[\"cnt:inc\",3]".getBytes(StandardCharsets.UTF_8);
    private final EventSealer sealer = new EventSealer(keys, SESSION, "thzmm0l1ii", TestKeys.bytes(2, 16));
    private final EventOpener opener = new EventOpener(keys, SESSION);

    @Test
    void opensWhatWasSealedWithSenderEpochAndCounter() {
        for (int i = 0; i < 300; i++) {
            SealedEvent event = opener.open(sealer.seal(plain));
            assertThat(event.viewId()).isEqualTo("thzmm0l1ii");
            assertThat(event.epoch()).isEqualTo(sealer.epoch()).hasSize(22);
            assertThat(event.counter()).isEqualTo(i);
            assertThat(event.plain()).isEqualTo(plain);
        }
    }

    @Test
    void opensEveryLength() {
        for (int length = 0; length < 200; length++) {
            byte[] data = TestKeys.bytes(length, length);
            assertThat(opener.open(sealer.seal(data)).plain()).isEqualTo(data);
        }
    }

    @Test
    void acceptsTheLargestEventAndRefusesOneByteMore() {
        byte[] largest = new byte[CryptoLimits.MAX_TEXT_PLAIN_BYTES];
        String longestId = "v".repeat(CryptoLimits.MAX_VIEW_ID_CHARS);
        EventSealer other = new EventSealer(keys, SESSION, longestId, new byte[16]);
        assertThat(opener.open(other.seal(largest)).plain()).isEqualTo(largest);
        assertThatIllegalArgumentException().isThrownBy(() -> other.seal(new byte[largest.length + 1]));
        String tooLong = EventEnvelope.PREFIX + "A".repeat(4 * CryptoLimits.MAX_TEXT_PLAIN_BYTES);
        assertRefused(Reason.TOO_LARGE, () -> opener.open(tooLong));
    }

    @Test
    void equalEventsLookDifferent() {
        assertThat(sealer.seal(plain)).isNotEqualTo(sealer.seal(plain));
    }

    @Test
    void refusesEveryFlippedBit() {
        byte[] sealed = sealedBytes(sealer.seal(plain));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            String text = EventEnvelope.PREFIX + Bytes.base64Url(altered);
            assertThatExceptionOfType(CryptoException.class).as("bit %d", bit).isThrownBy(() -> opener.open(text));
        }
    }

    @Test
    void refusesEveryChangedCharacter() {
        String text = sealer.seal(plain);
        for (int i = 0; i < text.length(); i++) {
            for (char c : new char[] {'A', 'B', 'z', '_', '=', ' ', '\u20ac'}) {
                String altered = text.substring(0, i) + c + text.substring(i + 1);
                if (!altered.equals(text)) {
                    assertThatExceptionOfType(CryptoException.class)
                            .as("%s at %d", c, i)
                            .isThrownBy(() -> opener.open(altered));
                }
            }
        }
    }

    @Test
    void refusesItCutOffAtEveryLengthAndWithAnythingAppended() {
        String text = sealer.seal(plain);
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertThatExceptionOfType(CryptoException.class)
                    .as("length %d", length)
                    .isThrownBy(() -> opener.open(cut));
        }
        for (String more : new String[] {"A", "AA", "AAA", "AAAA", "="}) {
            assertThatExceptionOfType(CryptoException.class).as(more).isThrownBy(() -> opener.open(text + more));
        }
    }

    @Test
    void refusesItInAnotherSessionAndUnderAnotherPassword() {
        String text = sealer.seal(plain);
        assertRefused(Reason.NOT_AUTHENTIC, () -> new EventOpener(keys, OTHER_SESSION).open(text));
        assertRefused(Reason.NOT_AUTHENTIC, () -> new EventOpener(TestKeys.keys(2), SESSION).open(text));
    }

    @Test
    void refusesAnotherSendersName() {
        byte[] sealed = sealedBytes(sealer.seal(plain));
        sealed[1] = 'x';
        assertRefused(Reason.NOT_AUTHENTIC, () -> opener.open(EventEnvelope.PREFIX + Bytes.base64Url(sealed)));
    }

    @Test
    void refusesAnotherCounterAndAnotherEpoch() {
        byte[] sealed = sealedBytes(sealer.seal(plain));
        sealed[1 + 10 + 16] = 5;
        assertRefused(Reason.NOT_AUTHENTIC, () -> opener.open(EventEnvelope.PREFIX + Bytes.base64Url(sealed)));
        byte[] again = sealedBytes(sealer.seal(plain));
        again[1 + 10] ^= 1;
        assertRefused(Reason.NOT_AUTHENTIC, () -> opener.open(EventEnvelope.PREFIX + Bytes.base64Url(again)));
    }

    @Test
    void refusesACounterWrittenLongerThanNeeded() {
        byte[] sealed = sealedBytes(sealer.seal(plain));
        int at = 1 + 10 + 16;
        byte[] padded = new byte[sealed.length + 1];
        System.arraycopy(sealed, 0, padded, 0, at);
        padded[at] = (byte) 0x80;
        padded[at + 1] = 0;
        System.arraycopy(sealed, at + 1, padded, at + 2, sealed.length - at - 1);
        assertRefused(Reason.MALFORMED, () -> opener.open(EventEnvelope.PREFIX + Bytes.base64Url(padded)));
    }

    @Test
    void tellsOtherKindsVersionsAndForeignTextApart() {
        String text = sealer.seal(plain);
        assertRefused(Reason.WRONG_KIND, () -> opener.open(CheckWord.of(keys, SESSION)));
        assertRefused(Reason.UNSUPPORTED_VERSION, () -> opener.open("e2" + text.substring(2)));
        assertRefused(Reason.MALFORMED, () -> opener.open("ltETFLR14MTW4UgnsXEwhw==VOr/afrn"));
        assertRefused(Reason.MALFORMED, () -> opener.open(""));
        assertThat(EventOpener.isSealedEvent(text)).isTrue();
        assertThat(EventOpener.isSealedEvent("ltETFLR14MTW4UgnsXEwhw==VOr/afrn"))
                .isFalse();
    }

    @Test
    void keepsWorkingWithMoreSendersThanItRemembers() {
        EventSealer[] sealers = new EventSealer[EventOpener.MAX_CACHED_SENDERS + 10];
        for (int i = 0; i < sealers.length; i++) {
            sealers[i] = new EventSealer(keys, SESSION, "v" + i, TestKeys.bytes(i, 16));
        }
        for (int round = 0; round < 2; round++) {
            for (EventSealer one : sealers) {
                assertThat(opener.open(one.seal(plain)).counter()).isEqualTo(round);
            }
        }
    }

    @Test
    void takesOnlyPrintableViewIdsAndWholeEpochs() {
        for (String bad : new String[] {"", "a b", "\u00e9", "a\n", "v".repeat(CryptoLimits.MAX_VIEW_ID_CHARS + 1)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new EventSealer(keys, SESSION, bad, new byte[16]));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new EventSealer(keys, SESSION, "v", new byte[15]));
    }

    private static byte[] sealedBytes(String text) {
        return Bytes.fromBase64Url(text.substring(EventEnvelope.PREFIX.length()));
    }

    private static void assertRefused(Reason reason, Runnable action) {
        assertThatExceptionOfType(CryptoException.class).isThrownBy(action::run).satisfies(e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
