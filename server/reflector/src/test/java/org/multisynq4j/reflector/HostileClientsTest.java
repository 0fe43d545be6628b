package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Limit;
import org.multisynq4j.protocol.Limits;
import org.multisynq4j.protocol.Sequence;

/** Whatever one client sends, it costs at most that client its connection. */
class HostileClientsTest {
    private final Bench bench = new Bench();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "null",
                "\"x\"",
                "{\"action\":\"JOIN\"}",
                "{\"action\":\"JOIN\",\"args\":{\"version\":1}}",
                "{\"action\":\"SEND\"}",
                "{\"action\":\"SEND\",\"args\":[]}",
                "{\"action\":\"SEND\",\"args\":[1,2]}",
                "{\"action\":\"SEND\",\"args\":[0,0,{\"what\":\"users\",\"active\":1,\"left\":[\"good\"]}]}",
                "{\"action\":\"TUTTI\",\"args\":[1]}",
                "{\"action\":\"SNAP\",\"args\":7}",
                "{\"action\":\"SAVE\",\"args\":null}",
            })
    void aBadFrameCostsItsSenderOnly(String frame) {
        Bench.TestClient good = bench.join("good");
        Bench.TestClient bad = bench.join("bad");
        bench.advance(1_000);
        long seq = good.lastMessage().seq();
        bad.raw(frame);
        assertThat(bad.closed).isPresent();
        assertThat(bad.closed.orElseThrow().code()).isNotEqualTo(1000).isNotEqualTo(4200);
        good.event("still fine");
        assertThat(good.lastMessage().seq()).as("no number was burnt").isEqualTo(Sequence.next(seq));
        assertThat(good.closed).isEmpty();
    }

    @Test
    void aClientThatWasClosedIsNotHeardAnyMore() {
        Bench.TestClient bad = bench.join("bad");
        Bench.TestClient good = bench.join("good");
        bad.raw("{");
        bad.event("zombie");
        bench.advance(1_000);
        assertThat(good.messages())
                .noneMatch(message -> message.payload().toString().contains("zombie"));
    }

    @Test
    void laterJoinersChangeNothingForOthers() {
        Bench.TestClient first = bench.connect().joins("\"user\":\"a\",\"leaveDelay\":1000");
        bench.connect()
                .send(
                        "JOIN",
                        "{\"version\":1,\"apiKey\":\"none\",\"user\":\"b\",\"tove\":\"other\",\"heraldUrl\":\"http://localhost/\","
                                + "\"ticks\":{\"tick\":1,\"delay\":1},\"leaveDelay\":0,\"flags\":{\"rawtime\":true}}");
        Bench.TestClient third = bench.join("c");
        assertThat(third.sync().header().tove()).isEqualTo("tove");
        assertThat(third.sync().header().flags()).isEmpty();
        bench.advance(1_000);
        assertThat(first.ticks()).hasSize(1);
    }

    @Test
    void framesBeyondTheRateCostTheConnection() {
        Limits limits = Limits.DEFAULTS.with(Limit.FRAMES_BURST, 10).with(Limit.FRAMES_PER_SECOND, 2);
        Bench small = new Bench(ReflectorSettings.standard().withLimits(limits));
        Bench.TestClient client = small.join("a");
        for (int i = 2; i <= 10; i++) {
            client.event("x");
        }
        assertThat(client.closed).isEmpty();
        small.advance(1_000);
        client.event("x").event("x");
        assertThat(client.closed).isEmpty();
        client.event("x");
        assertThat(client.closed).contains(CloseReason.RATE_EXCEEDED);
    }

    @Test
    void charactersBeyondTheRateCostTheConnection() {
        Bench small =
                new Bench(ReflectorSettings.standard().withLimits(Limits.DEFAULTS.with(Limit.CHARS_BURST, 2_000)));
        Bench.TestClient client = small.join("a");
        client.event("x".repeat(1_000));
        assertThat(client.closed).isEmpty();
        client.event("x".repeat(1_000));
        assertThat(client.closed).contains(CloseReason.RATE_EXCEEDED);
    }

    @Test
    void framesAreBoundedInLength() {
        Bench small = new Bench(ReflectorSettings.standard().withLimits(Limits.DEFAULTS.with(Limit.FRAME_CHARS, 400)));
        Bench.TestClient client = small.join("a");
        String frame = "{\"action\":\"LOG\",\"args\":\"\"}";
        client.raw(frame.replace("\"\"", "\"" + "x".repeat(400 - frame.length()) + "\""));
        assertThat(client.closed).isEmpty();
        client.raw(frame.replace("\"\"", "\"" + "x".repeat(401 - frame.length()) + "\""));
        assertThat(client.closed).contains(CloseReason.FRAME_TOO_LARGE);
    }

    @Test
    void heldMessagesAreBounded() {
        Bench small = new Bench(ReflectorSettings.standard().withLimits(Limits.DEFAULTS.with(Limit.HELD_MESSAGES, 3)));
        Bench.TestClient client = small.connect();
        client.send(
                "JOIN", "{\"version\":1,\"apiKey\":\"none\",\"user\":\"b\",\"ticks\":{\"tick\":5000,\"delay\":4000}}");
        small.advance(5_300);
        client.forget();
        client.event("1").event("2");
        assertThat(client.messages()).isEmpty();
        client.event("3");
        assertThat(client.messages()).hasSize(3);
    }

    @Test
    void notesAreShortAndPlain() {
        Bench.TestClient client = bench.join("a");
        client.send("LOG", "\"" + "\\u001b[31m\\u2028".repeat(1_000) + "\"");
        for (Output.Note note : bench.all(Output.Note.class)) {
            assertThat(note.text().length()).isLessThanOrEqualTo(500);
            assertThat(note.text().chars()).allMatch(c -> c >= ' ' && c != 0x2028);
        }
    }
}
