package org.multisynq4j.client.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multisynq4j.snapshot.ByteWriter;
import org.multisynq4j.snapshot.SnapshotException;
import org.multisynq4j.text.Bytes;
import org.multisynq4j.vm.ReflectedMessage.Vote;

/** What is inside a vote, byte for byte as docs/protocol.md has it. */
class BallotTest {
    private static final String HASH = Bytes.base64Url(filled(1));
    private static final String STATE = Bytes.base64Url(filled(2));

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Test
    void aVoteIsCostHashStateAndVoter() {
        Vote vote = new Vote("bob", 12.5, HASH, Optional.of(STATE));
        byte[] plain = Ballot.encode(vote);
        assertThat(Bytes.hex(plain))
                .isEqualTo("4029000000000000" + "01".repeat(32) + "02".repeat(32) + "03" + "626f62");
        assertThat(Ballot.decode(plain)).isEqualTo(vote);
    }

    @Test
    void aVoteWithoutAStateIsAsLong() {
        Vote vote = new Vote("bob", 0.1, HASH, Optional.empty());
        byte[] plain = Ballot.encode(vote);
        assertThat(plain).hasSize(72 + 1 + 3);
        assertThat(Ballot.decode(plain)).isEqualTo(vote);
    }

    @Test
    void whatIsCutOffLeftOverOrNoNumberIsNoVote() {
        byte[] plain = Ballot.encode(new Vote("bob", 1, HASH, Optional.of(STATE)));
        for (int length = 0; length < plain.length; length++) {
            assertRefused(Arrays.copyOf(plain, length));
        }
        assertRefused(Arrays.copyOf(plain, plain.length + 1));
        for (double cost : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            ByteWriter out = new ByteWriter();
            out.writeDouble(cost);
            out.writeBytes(plain, 8, plain.length - 8);
            assertRefused(out.toByteArray());
        }
        assertRefused(Ballot.encode(new Vote("v".repeat(65), 1, HASH, Optional.empty())));
    }

    private static void assertRefused(byte[] plain) {
        assertThatExceptionOfType(SnapshotException.class).isThrownBy(() -> Ballot.decode(plain));
    }
}
