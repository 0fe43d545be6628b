package org.multisynq4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtocolValuesTest {
    @Test
    void sequenceNumbersWrapAround() {
        assertThat(Sequence.next(Sequence.START)).isEqualTo(0xFFFFFFF1L);
        assertThat(Sequence.next(0xFFFFFFFFL)).isZero();
        assertThat(Sequence.steps(Sequence.START, 0)).isEqualTo(16);
        assertThat(Sequence.normalize(-16)).isEqualTo(Sequence.START);
    }

    @Test
    void afterMeansLessThanHalfTheCircleAhead() {
        assertThat(Sequence.after(0, 0xFFFFFFFFL)).isTrue();
        assertThat(Sequence.after(5, 5)).isFalse();
        assertThat(Sequence.after(0x7FFFFFFFL, 0)).isTrue();
        assertThat(Sequence.after(0x80000000L, 0)).isFalse();
        assertThat(Sequence.after(0xFFFFFFF0L, 0)).isFalse();
    }

    @Test
    void closeReasonsFollowTheRuleOfTheOriginalClients() {
        Set<Integer> codes = new HashSet<>();
        for (CloseReason reason : CloseReason.values()) {
            boolean retry = reason.code() < 4100 && reason.code() != 1000 || reason.code() == 4110;
            assertThat(reason.then() == CloseReason.Then.RETRY)
                    .as(reason.name())
                    .isEqualTo(retry);
            assertThat(CloseReason.of(reason.code())).contains(reason);
            assertThat(reason.text().length()).isBetween(1, 123);
            assertThat(codes.add(reason.code())).isTrue();
        }
        assertThat(CloseReason.retryable(1012)).isTrue();
        assertThat(CloseReason.retryable(4099)).isTrue();
        assertThat(CloseReason.retryable(4199)).isFalse();
    }

    @Test
    void theServerNeverClosesWithTheCodesOfClients() {
        for (CloseReason reason :
                new CloseReason[] {CloseReason.LEAVE, CloseReason.DORMANT, CloseReason.CLIENT_ERROR}) {
            assertThat(reason.sender()).isEqualTo(CloseReason.Sender.CLIENT);
        }
    }

    @Test
    void limitsHaveDefaultsAndCanBeChangedOneByOne() {
        assertThat(Limits.DEFAULTS.of(Limit.LOG_MESSAGES)).isEqualTo(100_000);
        Limits changed = Limits.DEFAULTS.with(Limit.LOG_MESSAGES, 1);
        assertThat(changed.of(Limit.LOG_MESSAGES)).isEqualTo(1);
        assertThat(changed.of(Limit.NAME_CHARS)).isEqualTo(128);
        assertThatThrownBy(() -> changed.with(Limit.FLAGS, 0)).hasMessageContaining("FLAGS");
    }

    @Test
    void extensionsAreFoundByTheirNameOnTheWire() {
        assertThat(Extension.of("leave-now")).contains(Extension.LEAVE_NOW);
        assertThat(Extension.of("rawtime")).contains(Extension.RAWTIME);
        assertThat(Extension.of("LEAVE_NOW")).isEmpty();
    }

    @Test
    void sessionIdsArePlain() {
        assertThat(valid(ProtocolVectors.SESSION)).isTrue();
        assertThat(valid("x".repeat(128))).isTrue();
        assertThat(valid("x".repeat(129))).isFalse();
        for (String bad : new String[] {"", ".", "..", "a/b", "a b", "a\"b", "a\nb", "ä", "a%2fb", "a?b"}) {
            assertThat(valid(bad)).as(bad).isFalse();
        }
    }

    private static boolean valid(String id) {
        return SessionIds.valid(id, Limits.DEFAULTS);
    }
}
