package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.Message;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.reflector.store.MemoryStore;
import org.multisynq4j.text.Bytes;

/** Who does not prove to know the password takes no part, and nobody hears of the attempt. */
class MembershipTest {
    private final Bench bench = new Bench();

    private Bench.TestClient asks(Bench where, MemberKeys keys, String viewId) {
        return where.connect().joins("\"user\":\"" + viewId + "\"," + keys.offer());
    }

    private static String challenge(Bench.TestClient client) {
        List<ServerFrame.Challenge> challenges = client.all(ServerFrame.Challenge.class);
        return challenges.get(challenges.size() - 1).challenge();
    }

    private Bench.TestClient member(Bench where, String viewId) {
        Bench.TestClient client = asks(where, MemberKeys.RIGHT, viewId);
        return client.send("PROVE", MemberKeys.RIGHT.proof(Bench.ID, viewId, challenge(client)));
    }

    private static List<ServerFrame.Sync> syncs(Bench.TestClient client) {
        return client.all(ServerFrame.Sync.class);
    }

    @Test
    void theFirstJoinerIsAskedTooAndGetsSyncAfterItsProof() {
        Bench.TestClient first = asks(bench, MemberKeys.RIGHT, "a");
        assertThat(first.frames()).hasSize(1);
        first.send("PROVE", MemberKeys.RIGHT.proof(Bench.ID, "a", challenge(first)));
        assertThat(first.sync().header().flags()).containsExactly("membership");
        bench.advance(250);
        assertThat(first.messages()).hasSize(1);
    }

    @Test
    void everybodyElseWithTheKeyIsLetIn() {
        Bench.TestClient first = member(bench, "a");
        Bench.TestClient second = member(bench, "b");
        second.event("hello");
        assertThat(first.lastMessage()).isEqualTo(second.lastMessage());
        assertThat(second.closed).isEmpty();
    }

    @Test
    void challengesNeverRepeat() {
        member(bench, "a");
        List<String> challenges = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            challenges.add(challenge(asks(bench, MemberKeys.RIGHT, "v" + i)));
        }
        challenges.add(challenge(
                asks(new Bench(ReflectorSettings.standard(), new MemoryStore(), "t2"), MemberKeys.RIGHT, "a")));
        assertThat(challenges).doesNotHaveDuplicates();
    }

    @Test
    void anotherKeyIsRefusedAtOnce() {
        refused(() -> asks(bench, MemberKeys.WRONG, "eve"));
    }

    @Test
    void noKeyIsRefused() {
        refused(() -> bench.join("eve"));
    }

    @Test
    void aKeyWithoutTheExtensionIsNoKey() {
        refused(() -> bench.connect().joins("\"user\":\"eve\",\"memberKey\":\"" + MemberKeys.RIGHT.text() + "\""));
    }

    @Test
    void aSpectatorHasToProveItToo() {
        refused(() -> bench.connect().joins(MemberKeys.WRONG.offer()));
        Bench.TestClient spectator = bench.connect().joins(MemberKeys.RIGHT.offer());
        spectator.send("PROVE", MemberKeys.RIGHT.proof(Bench.ID, "", challenge(spectator)));
        assertThat(syncs(spectator)).hasSize(1);
    }

    @Test
    void theSignatureOfAnotherKeyIsRefused() {
        refused(() -> {
            Bench.TestClient eve = asks(bench, MemberKeys.RIGHT, "eve");
            return eve.send("PROVE", MemberKeys.WRONG.proof(Bench.ID, "eve", challenge(eve)));
        });
    }

    @Test
    void aSignatureForAnotherSessionIsRefused() {
        refused(() -> {
            Bench.TestClient eve = asks(bench, MemberKeys.RIGHT, "eve");
            return eve.send("PROVE", MemberKeys.RIGHT.proof("other", "eve", challenge(eve)));
        });
    }

    @Test
    void aSignatureForAnotherViewIdIsRefused() {
        refused(() -> {
            Bench.TestClient eve = asks(bench, MemberKeys.RIGHT, "eve");
            return eve.send("PROVE", MemberKeys.RIGHT.proof(Bench.ID, "adam", challenge(eve)));
        });
    }

    @Test
    void aSignatureForAnEarlierChallengeIsRefused() {
        refused(() -> {
            Bench.TestClient adam = asks(bench, MemberKeys.RIGHT, "eve");
            String old = challenge(adam);
            adam.disconnects(1006);
            Bench.TestClient eve = asks(bench, MemberKeys.RIGHT, "eve");
            return eve.send("PROVE", MemberKeys.RIGHT.proof(Bench.ID, "eve", old));
        });
    }

    @Test
    void aSignatureOfSomethingElseWithTheSameKeyIsRefused() {
        refused(() -> {
            Bench.TestClient eve = asks(bench, MemberKeys.RIGHT, "eve");
            return eve.send("PROVE", "{\"signature\":\"" + Bytes.base64Url(new byte[64]) + "\"}");
        });
    }

    /** What members see and what the store keeps is the same with and without the attempt. */
    private void refused(Supplier<Bench.TestClient> attempt) {
        Bench.TestClient member = member(bench, "a");
        bench.advance(1_000);
        List<Message> before = member.messages();
        Bench.TestClient eve = attempt.get();
        assertThat(eve.closed).contains(CloseReason.NOT_A_MEMBER);
        assertThat(syncs(eve)).isEmpty();
        eve.event("zombie");
        bench.advance(5_000);
        assertThat(member.messages()).isEqualTo(before);
        assertThat(bench.store.session(Bench.ID).orElseThrow().log()).hasSameSizeAs(before);
        assertThat(bench.status().active()).isEqualTo(1);
        assertThat(member.closed).isEmpty();
    }

    @Test
    void beforeTheProofNothingIsHeardAndNothingIsTold() {
        Bench.TestClient member = member(bench, "a");
        bench.advance(1_000);
        Bench.TestClient eve = asks(bench, MemberKeys.RIGHT, "eve");
        List<Message> before = member.messages();
        eve.event("too early");
        member.event("secret");
        bench.advance(3_000);
        assertThat(eve.frames()).hasSize(1);
        assertThat(member.messages()).hasSize(before.size() + 1);
        eve.disconnects(1006);
        bench.advance(70_000);
        assertThat(member.messages()).hasSize(before.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"TUTTI\",\"args\":[1,0,\"x\",null,true,[],\"k@1\"]}",
                "{\"action\":\"SNAP\",\"args\":{\"time\":1,\"seq\":4294967281,\"url\":\"/files/snapshots/s/1\"}}",
                "{\"action\":\"SAVE\",\"args\":{\"persistTime\":1,\"url\":\"/files/apps/a/p/save/1\"}}",
            })
    void votesSnapshotsAndSavesBeforeTheProofCostTheConnection(String frame) {
        bench.files.add("snapshots/s/1");
        bench.files.add("apps/a/p/save/1");
        Bench.TestClient member = member(bench, "a");
        bench.advance(1_000);
        int writes = bench.all(Output.Write.class).size();
        Bench.TestClient eve = asks(bench, MemberKeys.RIGHT, "eve").raw(frame);
        assertThat(eve.closed).contains(CloseReason.UNKNOWN_SESSION);
        assertThat(bench.all(Output.Write.class)).hasSize(writes);
        assertThat(bench.all(Output.CheckFile.class)).isEmpty();
        assertThat(member.closed).isEmpty();
    }

    @Test
    void aSecondJoinDoesNotHelp() {
        member(bench, "a");
        Bench.TestClient eve = asks(bench, MemberKeys.RIGHT, "eve");
        String asked = challenge(eve);
        eve.joins("\"user\":\"adam\"");
        assertThat(challenge(eve)).isEqualTo(asked);
        assertThat(syncs(eve)).isEmpty();
        eve.send("PROVE", MemberKeys.RIGHT.proof(Bench.ID, "adam", asked));
        assertThat(eve.closed).contains(CloseReason.NOT_A_MEMBER);
    }

    @Test
    void aMembersSecondJoinGivesAnotherSyncWithoutProof() {
        Bench.TestClient member = member(bench, "a").joins("\"user\":\"a\"");
        assertThat(syncs(member)).hasSize(2);
        assertThat(member.all(ServerFrame.Challenge.class)).hasSize(1);
    }

    @Test
    void aProofNobodyAskedForIsRefusedButAMembersIsIgnored() {
        String proof = MemberKeys.RIGHT.proof(Bench.ID, "a", Bytes.base64Url(new byte[32]));
        Bench.TestClient member = member(bench, "a").send("PROVE", proof);
        assertThat(member.closed).isEmpty();
        assertThat(bench.connect().send("PROVE", proof).closed).contains(CloseReason.UNKNOWN_SESSION);
        assertThat(new Bench().connect().send("PROVE", proof).closed).contains(CloseReason.UNKNOWN_SESSION);
    }

    @Test
    void whoOwesTheProofIsClosedLikeWhoNeverJoined() {
        Bench.TestClient member = member(bench, "a");
        Bench.TestClient eve = asks(bench, MemberKeys.RIGHT, "eve");
        for (int s = 0; s < 41; s++) {
            bench.advance(1_000);
            member.send("PULSE", "null");
            eve.send("PULSE", "null");
        }
        assertThat(eve.closed).contains(CloseReason.NEVER_JOINED);
        assertThat(member.closed).isEmpty();
    }

    @Test
    void whoWaitsWhileTheSessionIsLoadedIsAskedToo() {
        bench.loadAnswers = false;
        Bench.TestClient first = asks(bench, MemberKeys.RIGHT, "a");
        Bench.TestClient wrong = asks(bench, MemberKeys.WRONG, "b");
        Bench.TestClient original = bench.join("c");
        Bench.TestClient second = asks(bench, MemberKeys.RIGHT, "d");
        bench.answerLoad();
        assertThat(wrong.closed).contains(CloseReason.NOT_A_MEMBER);
        assertThat(original.closed).contains(CloseReason.NOT_A_MEMBER);
        second.send("PROVE", MemberKeys.RIGHT.proof(Bench.ID, "d", challenge(second)));
        assertThat(syncs(second)).hasSize(1);
        assertThat(syncs(first)).isEmpty();
    }

    @Test
    void theKeySurvivesUnloadAndKill() {
        member(bench, "a").event("x");
        bench.advance(1_000);
        for (int restart = 2; restart < 5; restart++) {
            Bench after = new Bench(ReflectorSettings.standard(), bench.store, "timeline-" + restart);
            assertThat(asks(after, MemberKeys.WRONG, "eve").closed).contains(CloseReason.NOT_A_MEMBER);
            assertThat(after.join("old").closed).contains(CloseReason.NOT_A_MEMBER);
            Bench.TestClient member = member(after, "a");
            assertThat(member.sync().messages()).isNotEmpty();
            after.advance(6_000);
        }
    }

    @Test
    void timeGoesOnForAWhileAfterTheLastMemberLeft() {
        Bench.TestClient member = member(bench, "a");
        bench.advance(20_000);
        member.disconnects(1000);
        bench.advance(9_900);
        assertThat(bench.unloaded).isFalse();
        assertThat(member(bench, "b").sync().header().timeMs()).isEqualTo(29_900);
    }

    @Test
    void whoFailsDoesNotKeepTheSessionLoaded() {
        member(bench, "a").disconnects(1000);
        bench.advance(5_000);
        asks(bench, MemberKeys.RIGHT, "eve").disconnects(1006);
        asks(bench, MemberKeys.WRONG, "eve");
        bench.advance(11_000);
        assertThat(bench.unloaded).isTrue();
    }

    @Test
    void aSessionOfAnOriginalClientStaysOpenToAll() {
        Bench.TestClient original = bench.join("old");
        Bench.TestClient ours = asks(bench, MemberKeys.RIGHT, "new");
        assertThat(ours.all(ServerFrame.Challenge.class)).isEmpty();
        assertThat(ours.sync().header().flags()).as("membership is not granted").isEmpty();
        ours.event("hello");
        assertThat(original.lastMessage()).isEqualTo(ours.lastMessage());
    }

    @Test
    void withoutExtensionsNobodyIsAsked() {
        Bench original = new Bench(ReflectorSettings.likeOriginal());
        assertThat(syncs(asks(original, MemberKeys.RIGHT, "a"))).hasSize(1);
        assertThat(syncs(asks(original, MemberKeys.WRONG, "b"))).hasSize(1);
    }

    @Test
    void originalClientsCanBeRefused() {
        Bench strict = new Bench(ReflectorSettings.standard().withLegacy(false));
        assertThat(strict.join("old").closed).contains(CloseReason.MEMBERS_ONLY);
        assertThat(strict.all(Output.Load.class)).isEmpty();
        strict = new Bench(ReflectorSettings.standard().withLegacy(false));
        assertThat(syncs(member(strict, "a"))).hasSize(1);
        assertThat(strict.join("old").closed).contains(CloseReason.MEMBERS_ONLY);
    }
}
