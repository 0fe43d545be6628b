package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.protocol.ClientFrame;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.Payload;
import org.multisynq4j.protocol.ServerFrame;

class OrderAndTimeTest {
    private final Bench bench = new Bench();

    @Test
    void aMessageGoesToEverybodyWithTimeAndNumberOfTheReflector() {
        Bench.TestClient a = bench.join("a");
        Bench.TestClient b = bench.join("b");
        bench.advance(710);
        a.forget();
        b.forget();
        a.send("SEND", "[1203.5,99,\"cipher\",3,{\"x\":null}]");
        assertThat(a.texts)
                .isEqualTo(b.texts)
                .containsExactly("{\"id\":\"" + Bench.ID
                        + "\",\"action\":\"RECV\",\"args\":[710,4294967282,\"cipher\",3,{\"x\":null}]}");
    }

    @Test
    void aBroadcastIsBuiltOnceForAll() {
        Bench.TestClient a = bench.join("a");
        bench.join("b");
        int before = bench.all(Output.Send.class).size();
        a.event("x");
        a.event("y");
        List<Output.Send> sends = bench.all(Output.Send.class).subList(before, before + 2);
        assertThat(sends.get(0).to()).hasSize(2).isSameAs(sends.get(1).to());
    }

    @Test
    void nothingIsBroadcastBeforeTheStoreHasIt() {
        Bench.TestClient a = bench.join("a");
        bench.advance(250);
        bench.storeAnswers = false;
        a.forget();
        a.event("one").event("two");
        bench.advance(2_000);
        assertThat(a.frames())
                .as("no message, and no tick that would overtake it")
                .isEmpty();
        assertThat(bench.unacknowledged).as("both are on their way").hasSizeGreaterThanOrEqualTo(2);
        bench.acknowledge();
        assertThat(a.messages())
                .extracting(Message::payload)
                .containsExactly(new Payload.Text("one"), new Payload.Text("two"));
    }

    @Test
    void whoJoinsWhileMessagesAreOnTheirWayGetsThemAfterSync() {
        Bench.TestClient a = bench.join("a");
        bench.advance(250);
        a.event("safe");
        bench.storeAnswers = false;
        bench.advance(10);
        a.event("underway");
        bench.advance(500);
        Bench.TestClient b = bench.join("b");
        assertThat(b.sync().messages()).extracting(Message::payload).contains(new Payload.Text("safe"));
        assertThat(b.sync().messages()).extracting(Message::payload).doesNotContain(new Payload.Text("underway"));
        bench.acknowledge();
        assertThat(b.messages().get(0).payload()).isEqualTo(new Payload.Text("underway"));
        assertThat(b.messages().get(0).seq()).isEqualTo(b.sync().header().seq() + 1);
        assertThat(b.messages().get(0).timeMs())
                .isGreaterThanOrEqualTo(b.sync().header().timeMs());
    }

    @Test
    void ticksComeAtTheFirstJoinersRateAndEveryMessageRestartsThem() {
        Bench.TestClient a = bench.join("a");
        bench.advance(1_710);
        assertThat(a.ticks())
                .as("500 ms after the users message at 200, and so on")
                .containsExactly(700L, 1200L, 1700L);
        a.event("x");
        a.forget();
        bench.advance(600);
        assertThat(a.ticks()).containsExactly(2210L);
    }

    @Test
    void ticksMayBeDroppedAndMessagesMayNot() {
        Bench.TestClient a = bench.join("a");
        bench.advance(1_000);
        a.event("x");
        for (Output.Send send : bench.all(Output.Send.class)) {
            assertThat(send.droppable()).isEqualTo(send.text().contains("\"TICK\""));
        }
    }

    @Test
    void nobodyIsTickedWhenNobodyIsThere() {
        Bench.TestClient a = bench.join("a");
        bench.advance(600);
        a.disconnects(1000);
        int before = bench.all(Output.Send.class).size();
        bench.advance(5_000);
        assertThat(bench.all(Output.Send.class)).hasSize(before);
    }

    @Test
    void timeIsShownOnlyAsFarAsTheStoreWouldRemember() {
        Bench.TestClient a = bench.join("a");
        bench.advance(250);
        bench.storeAnswers = false;
        bench.advance(60_000);
        long reserved = bench.store.session(Bench.ID).orElseThrow().record().timeMs();
        assertThat(a.ticks()).isNotEmpty().allMatch(time -> time <= reserved);
        bench.acknowledge();
        bench.storeAnswers = true;
        bench.advance(500);
        assertThat(a.ticks().get(a.ticks().size() - 1)).isGreaterThan(60_000L);
    }

    @Test
    void messagesShortlyAfterATickAreHeldBackAndGetOneTime() {
        Bench held = new Bench();
        Bench.TestClient b = held.connect();
        b.send("JOIN", "{\"version\":1,\"apiKey\":\"none\",\"user\":\"b\",\"ticks\":{\"tick\":500,\"delay\":334}}");
        held.advance(700);
        assertThat(b.ticks()).containsExactly(700L);
        held.advance(108);
        b.event("one");
        held.advance(100);
        b.event("two");
        assertThat(b.messages()).as("only the users message").hasSize(1);
        held.advance(200);
        assertThat(b.messages()).extracting(Message::timeMs).containsExactly(200L, 1034L, 1034L);
        held.advance(50);
        b.event("three");
        assertThat(b.lastMessage().timeMs()).isEqualTo(1158L);
    }

    @Test
    void rawTimeEndsEveryMessage() {
        Bench.TestClient a = bench.connect().joins("\"user\":\"a\",\"flags\":{\"rawtime\":true}");
        assertThat(a.sync().header().flags()).containsExactly("rawtime");
        bench.advance(250);
        assertThat(a.lastMessage().rest()).as("added to the reflector's own").containsExactly(new JsonNumber(200));
        a.event("x");
        assertThat(a.lastMessage().rest())
                .as("in place of the sender's latency")
                .containsExactly(new JsonNumber(250));
        a.send("PING", "{\"n\":1}");
        assertThat(a.texts.get(a.texts.size() - 1))
                .isEqualTo("{\"action\":\"PONG\",\"args\":{\"n\":1,\"rawTime\":250}}");
    }

    @Test
    void debouncedFramesAreDroppedForAWhile() {
        Bench.TestClient a = bench.join("a");
        bench.advance(250);
        String poll = "{\"action\":\"SEND\",\"args\":[0,0,\"3\",0],\"tags\":{\"debounce\":5000,\"msgID\":\"poll\"}}";
        a.raw(poll);
        bench.advance(4_999);
        a.raw(poll);
        a.raw(poll.replace("\"poll\"", "\"other\""));
        bench.advance(1);
        a.raw(poll);
        assertThat(a.messages()).as("users, poll, other, poll").hasSize(4);
    }

    @Test
    void theDebouncerForgetsTheOldestIdBeyondItsLimit() {
        Debouncer debouncer = new Debouncer(2);
        assertThat(debouncer.accept(new ClientFrame.Debounce("a", 100), 0)).isTrue();
        assertThat(debouncer.accept(new ClientFrame.Debounce("b", 100), 0)).isTrue();
        assertThat(debouncer.accept(new ClientFrame.Debounce("a", 100), 1)).isFalse();
        assertThat(debouncer.accept(new ClientFrame.Debounce("c", 100), 1)).isTrue();
        assertThat(debouncer.accept(new ClientFrame.Debounce("a", 100), 2)).isTrue();
        assertThat(debouncer.accept(new ClientFrame.Debounce("c", 100), 2)).isFalse();
    }

    @Test
    void pingIsAnsweredEvenBeforeJoin() {
        Bench.TestClient a = bench.connect().raw("{\"action\":\"PING\",\"args\":1795159049750}");
        assertThat(a.texts).containsExactly("{\"action\":\"PONG\",\"args\":1795159049750}");
    }

    @Test
    void theTickRateCannotBeChanged() {
        Bench.TestClient a = bench.join("a");
        a.send("TICKS", "{\"tick\":1,\"scale\":64}");
        bench.advance(1_200);
        assertThat(a.ticks()).containsExactly(700L, 1200L);
    }

    @Test
    void pulseAndUnknownActionsDoNothing() {
        Bench.TestClient a = bench.join("a");
        a.raw("{\"action\":\"PULSE\"}").raw("{\"action\":\"FUTURE\"}").raw("[]");
        a.send("LOG", "\"line\\nforged\"");
        assertThat(a.closed).isEmpty();
        assertThat(a.all(ServerFrame.Sync.class)).hasSize(1);
        assertThat(bench.all(Output.Note.class))
                .anyMatch(note -> note.text().contains("line") && !note.text().contains("\n"));
    }
}
