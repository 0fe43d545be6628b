package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.ServerFrame;

/**
 * What the original reflector was seen to answer to the original client, replayed. Times are those of the captured session, less the few milliseconds the network
 * took; everything else is compared to the letter.
 */
class TranscriptTest {
    private final Bench bench = new Bench(ReflectorSettings.likeOriginal());

    private static String frame(String action, String args) {
        return "{\"id\":\"" + Bench.ID + "\",\"action\":\"" + action + "\",\"args\":" + args + "}";
    }

    private Bench.TestClient joined(String user) {
        return bench.connect()
                .raw(frame(
                        "JOIN",
                        "{\"name\":\"com.example.wire/room1\",\"apiKey\":\"none\",\"appId\":\"com.example.wire\",\"url\":"
                                + "\"http://localhost/node.html\",\"persistentId\":\"ML_c\",\"sdk\":\"1.1.0\",\"developerId\":"
                                + "\"unknown_dev_id\",\"version\":1,\"user\":\"" + user
                                + "\",\"ticks\":{\"tick\":500,\"delay\":0},\"dormantDelay\":10,\"tove\":\"tQ4X\",\"codeHash\":"
                                + "\"7hZP\",\"leaveDelay\":1250}"));
    }

    @Test
    void joinEventBundlePersistVotePollAndPing() {
        Bench.TestClient client = joined("thzmm0l1ii");
        bench.advance(1_710);
        client.raw(frame("SEND", "[1203,0,\"ltET=\",0]"));
        bench.advance(50);
        client.raw(frame("SEND", "[1710,0,\"kKY3=\",2]"));
        bench.advance(1_315);
        client.raw(frame("SEND", "[2760,0,\"4LLo=\",3]"));
        bench.advance(3);
        client.raw(frame("TUTTI", "[3075,0,\"{\\\"ms\\\":0.1}\",null,true,[\"handlePersistVote\"],\"persist@3075\"]"));
        client.raw(
                frame("SAVE", "{\"persistTime\":3075,\"url\":\"http://127.0.0.1:18888/files/x\",\"dissident\":null}"));
        bench.advance(1_498);
        client.raw(
                "{\"id\":\"" + Bench.ID
                        + "\",\"action\":\"SEND\",\"args\":[4078,0,\"qj3F=\",3],\"tags\":{\"debounce\":5000,\"msgID\":\"pollForSnapshot\"}}");
        client.raw("{\"action\":\"PING\",\"args\":1795159049750}");
        client.raw("{\"action\":\"LOG\",\"args\":\"hello world\"}");
        bench.advance(504);
        assertThat(client.texts)
                .containsExactly(
                        frame(
                                "SYNC",
                                "{\"url\":\"\",\"messages\":[],\"time\":0,\"seq\":4294967280,\"tove\":\"tQ4X\",\"reflector\":"
                                        + "\"local\",\"timeline\":\"timeline-1\",\"flags\":{}}"),
                        frame(
                                "RECV",
                                "[200,4294967281,{\"what\":\"users\",\"active\":1,\"total\":1,\"joined\":[\"thzmm0l1ii\"],\"_size\":61}]"),
                        frame("TICK", "700"),
                        frame("TICK", "1200"),
                        frame("TICK", "1700"),
                        frame("RECV", "[1710,4294967282,\"ltET=\",0]"),
                        frame("RECV", "[1760,4294967283,\"kKY3=\",2]"),
                        frame("TICK", "2260"),
                        frame("TICK", "2760"),
                        frame("RECV", "[3075,4294967284,\"4LLo=\",3]"),
                        frame(
                                "RECV",
                                "[3078,4294967285,{\"what\":\"tally\",\"sendTime\":3075,\"tally\":{\"{\\\"ms\\\":0.1}\":1},"
                                        + "\"tallyTarget\":[\"handlePersistVote\"],\"tuttiKey\":\"persist@3075\","
                                        + "\"missingClients\":0,\"_size\":140}]"),
                        frame("TICK", "3578"),
                        frame("TICK", "4078"),
                        frame("RECV", "[4576,4294967286,\"qj3F=\",3]"),
                        "{\"action\":\"PONG\",\"args\":1795159049750}",
                        frame("TICK", "5076"));
    }

    @Test
    void wrongPasswordOfASecondClientThenSeamlessRejoinOfTheFirst() {
        Bench.TestClient first = joined("6innjn0sqt");
        bench.advance(1_419);
        Bench.TestClient wrong = joined("knwns51j1u");
        assertThat(wrong.sync().messages()).isEqualTo(first.messages()).hasSize(1);
        bench.advance(6);
        wrong.disconnects(4200);
        bench.advance(1_794);
        List<Message> seen = first.messages();
        first.disconnects(1005);
        Bench.TestClient again = joined("6innjn0sqt");
        assertThat(again.sync().messages())
                .as("all known already")
                .isEqualTo(seen)
                .hasSize(3);
        bench.advance(195);
        again.raw(frame("SEND", "[2878,0,\"late=\",3]"));
        bench.advance(1_300);
        String left = "{\"what\":\"users\",\"active\":1,\"total\":1,\"left\":[\"";
        assertThat(again.texts.stream().filter(text -> text.contains("RECV")))
                .containsExactly(
                        frame("RECV", "[3414,4294967284,\"late=\",3]"),
                        frame(
                                "RECV",
                                "[3419,4294967285,{\"what\":\"users\",\"active\":2,\"total\":2,\"joined\":[\"6innjn0sqt\"],\"_size\":61}]"),
                        frame("RECV", "[4669,4294967286," + left + "6innjn0sqt\"],\"_size\":59}]"));
        assertThat(seen.get(2).timeMs()).as("leaveDelay and collecting").isEqualTo(2_875);
        assertThat(again.all(ServerFrame.Sync.class).get(0).header().timeline()).isEqualTo("timeline-1");
    }

    @Test
    void reflectedVoteOfTwo() {
        Bench.TestClient one = joined("one");
        Bench.TestClient two = joined("two");
        bench.advance(10_812);
        one.forget();
        String vote = frame(
                "TUTTI",
                "[10812,0,\"{\\\"v\\\":5}\",[10812,0,\"pl4n=\"],true,[\"handleModelEventInView\",\"k:first#__vote\"],\"k:first@10812\"]");
        one.raw(vote);
        bench.advance(20);
        two.raw(vote);
        assertThat(one.texts)
                .containsExactly(
                        frame("RECV", "[10812,4294967282,\"pl4n=\"]"),
                        frame(
                                "RECV",
                                "[10832,4294967283,{\"what\":\"tally\",\"sendTime\":10812,\"tally\":{\"{\\\"v\\\":5}\":2},"
                                        + "\"tallyTarget\":[\"handleModelEventInView\",\"k:first#__vote\"],"
                                        + "\"tuttiKey\":\"k:first@10812\",\"missingClients\":0,\"_size\":161}]"));
    }

    @Test
    void joiningAgainAfterThreeNineAndElevenSeconds() {
        visit();
        bench.advance(3_000);
        ServerFrame.Sync second = visit();
        assertThat(second.header().timeMs()).isEqualTo(3_400);
        assertThat(second.messages()).hasSize(1);
        bench.advance(9_000);
        ServerFrame.Sync third = visit();
        assertThat(third.header().timeline()).isEqualTo("timeline-1");
        assertThat(third.messages()).hasSize(2);
        bench.advance(12_000);
        assertThat(bench.unloaded).isTrue();
    }

    /** Joins, stays 400 ms, leaves. */
    private ServerFrame.Sync visit() {
        Bench.TestClient client = bench.connect().joins("\"user\":\"v\"");
        bench.advance(400);
        client.disconnects(1000);
        return client.sync();
    }
}
