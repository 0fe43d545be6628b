package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Participant;
import org.multisynq4j.protocol.Payload;

class UsersTest {
    private final Bench bench = new Bench();

    private static Payload users(int active, int total, List<String> joined, List<String> left) {
        return new Payload.Users(
                active,
                total,
                joined.stream().map(Participant::of).toList(),
                left.stream().map(Participant::of).toList());
    }

    @Test
    void joinsAreCollectedForAMoment() {
        Bench.TestClient a = bench.join("a");
        bench.advance(150);
        bench.join("b");
        bench.advance(49);
        assertThat(a.messages()).isEmpty();
        bench.advance(1);
        assertThat(a.messages())
                .extracting(Message::payload)
                .containsExactly(users(2, 2, List.of("a", "b"), List.of()));
    }

    @Test
    void aLeaveIsToldAfterTheDelayTheClientAskedFor() {
        Bench.TestClient a = bench.join("a");
        Bench.TestClient b = bench.connect().joins("\"user\":\"b\",\"leaveDelay\":1250");
        bench.advance(1_000);
        b.disconnects(1000);
        a.forget();
        bench.advance(1_449);
        assertThat(a.messages()).isEmpty();
        bench.advance(1);
        assertThat(a.messages()).extracting(Message::payload).containsExactly(users(1, 1, List.of(), List.of("b")));
    }

    @Test
    void aSeamlessRejoinIsAnExtraConnectionForAWhile() {
        Bench.TestClient a = bench.connect().joins("\"user\":\"a\",\"leaveDelay\":1250");
        bench.advance(3_000);
        a.disconnects(1006);
        Bench.TestClient again = bench.connect().joins("\"user\":\"a\",\"leaveDelay\":1250");
        assertThat(again.sync().header().timeline()).isEqualTo(a.sync().header().timeline());
        bench.advance(200);
        assertThat(again.lastMessage().payload()).isEqualTo(users(2, 2, List.of("a"), List.of()));
        bench.advance(1_300);
        assertThat(again.lastMessage().payload()).isEqualTo(users(1, 1, List.of(), List.of("a")));
    }

    @Test
    void whoLeavesAndComesBackAtOnceIsNotMentionedEvenWithViewData() {
        Bench.TestClient a = bench.join("a");
        Bench.TestClient b = bench.connect().joins("\"user\":{\"id\":\"b\",\"data\":\"cipher-1\"}");
        bench.advance(1_000);
        a.forget();
        b.disconnects(1006);
        bench.connect().joins("\"user\":{\"id\":\"b\",\"data\":\"cipher-2\"}");
        bench.advance(1_000);
        assertThat(a.messages()).isEmpty();
    }

    @Test
    void thoseWhoLeftAreToldByViewIdAlone() {
        Bench.TestClient a = bench.join("a");
        Bench.TestClient b = bench.connect().joins("\"user\":{\"id\":\"b\",\"data\":\"cipher\"}");
        bench.advance(1_000);
        assertThat(a.messages().get(0).payload().toString()).contains("cipher");
        b.disconnects(1000);
        bench.advance(1_000);
        assertThat(a.lastMessage().payload()).isEqualTo(users(1, 1, List.of(), List.of("b")));
    }

    @Test
    void spectatorsCountInTotalOnly() {
        Bench.TestClient a = bench.join("a");
        bench.connect().joins("");
        bench.advance(200);
        assertThat(a.lastMessage().payload()).isEqualTo(users(1, 2, List.of("a"), List.of()));
    }

    @Test
    void theLastLeaveIsRecordedForWhoeverComesNext() {
        Bench.TestClient a = bench.join("a");
        bench.advance(1_000);
        a.disconnects(1000);
        bench.advance(1_000);
        Bench.TestClient b = bench.join("b");
        assertThat(b.sync().messages())
                .extracting(Message::payload)
                .as("joined.length equals active (0): every view exits, which is right, since nobody is there")
                .containsExactly(users(1, 1, List.of("a"), List.of()), users(0, 0, List.of(), List.of("a")));
        bench.advance(200);
        assertThat(b.lastMessage().payload()).isEqualTo(users(1, 1, List.of("b"), List.of()));
    }

    @Test
    void theOriginalDoesNotRecordTheLastLeave() {
        Bench original = new Bench(ReflectorSettings.likeOriginal());
        Bench.TestClient a = original.join("a");
        original.advance(1_000);
        a.disconnects(1000);
        original.advance(1_000);
        assertThat(original.join("b").sync().messages()).hasSize(1);
    }

    @Test
    void leaveNowSkipsTheDelayOfACleanLeave() {
        Bench.TestClient a = bench.join("a");
        String flags = ",\"leaveDelay\":5000,\"flags\":{\"leave-now\":true}";
        Bench.TestClient clean = bench.connect().joins("\"user\":\"clean\"" + flags);
        Bench.TestClient cut = bench.connect().joins("\"user\":\"cut\"" + flags);
        bench.advance(1_000);
        clean.disconnects(1000);
        cut.disconnects(1006);
        bench.advance(200);
        assertThat(a.lastMessage().payload()).isEqualTo(users(2, 2, List.of(), List.of("clean")));
        bench.advance(5_000);
        assertThat(a.lastMessage().payload()).isEqualTo(users(1, 1, List.of(), List.of("cut")));
    }
}
