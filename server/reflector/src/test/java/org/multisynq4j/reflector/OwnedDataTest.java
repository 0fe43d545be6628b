package org.multisynq4j.reflector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.protocol.CloseReason;
import org.multisynq4j.protocol.ServerFrame;
import org.multisynq4j.reflector.store.MemoryStore;
import org.multisynq4j.reflector.store.PersistedVersion;
import org.multisynq4j.reflector.store.StoreWrite;

/** Data saved by the holders of a member key belongs to them: nobody else starts from it or puts something in its place. */
class OwnedDataTest {
    private static final String APP = "com.example.wire";
    private static final String GOOD = "apps/a/p/save/good";
    private static final String BAD = "apps/a/p/save/bad";

    private final MemoryStore store = new MemoryStore();

    private static PersistedVersion version(String sessionId, String url, String key) {
        return new PersistedVersion(APP, "pid", sessionId, 1000, url, key);
    }

    /** A session id that was never seen, in a store where the holders of the key have saved. */
    private Bench newProgram() {
        store.apply(
                "older program", new StoreWrite.SavePersisted(version("older program", GOOD, MemberKeys.RIGHT.text())));
        return new Bench(ReflectorSettings.standard(), store, "t");
    }

    private static Bench.TestClient asks(Bench bench, MemberKeys keys, String viewId) {
        return bench.connect().joins("\"user\":\"" + viewId + "\"," + keys.offer());
    }

    private static Bench.TestClient member(Bench bench, MemberKeys keys, String viewId) {
        Bench.TestClient client = asks(bench, keys, viewId);
        List<ServerFrame.Challenge> challenges = client.all(ServerFrame.Challenge.class);
        return client.send("PROVE", keys.proof(Bench.ID, viewId, challenges.get(challenges.size() - 1)));
    }

    private static Bench.TestClient saves(Bench bench, Bench.TestClient client, String url) {
        bench.files.add(url);
        bench.advance(1_000);
        client.send("SAVE", "{\"persistTime\":" + (int) (bench.now - 1_000) + ",\"url\":\"" + url + "\"}");
        bench.advance(1_000);
        return client;
    }

    private List<String> kept() {
        return store.versions(APP, "pid").stream().map(PersistedVersion::url).toList();
    }

    @Test
    void theOwnersNewProgramStartsFromIt() {
        Bench bench = newProgram();
        assertThat(member(bench, MemberKeys.RIGHT, "a").sync().header().start())
                .isEqualTo(new ServerFrame.Start.FromPersisted(Bench.BASE + "/files/" + GOOD));
    }

    @Test
    void whoHasAnotherKeyOrNoneCannotBeginTheNewProgramsSession() {
        Bench bench = newProgram();
        assertThat(asks(bench, MemberKeys.WRONG, "eve").closed).contains(CloseReason.NOT_A_MEMBER);
        assertThat(store.session(Bench.ID)).as("nothing is left of the attempt").isEmpty();
        Bench again = new Bench(ReflectorSettings.standard(), store, "t2");
        assertThat(again.join("old").closed).contains(CloseReason.NOT_A_MEMBER);
        assertThat(store.session(Bench.ID)).isEmpty();
        Bench third = new Bench(ReflectorSettings.standard(), store, "t3");
        assertThat(member(third, MemberKeys.RIGHT, "a").all(ServerFrame.Sync.class))
                .hasSize(1);
    }

    @Test
    void theOwnerBeginsItEvenIfAStrangerAskedFirst() {
        Bench bench = newProgram();
        bench.loadAnswers = false;
        Bench.TestClient eve = asks(bench, MemberKeys.WRONG, "eve");
        Bench.TestClient old = bench.join("old");
        Bench.TestClient ann = asks(bench, MemberKeys.RIGHT, "ann");
        bench.answerLoad();
        assertThat(eve.closed).contains(CloseReason.NOT_A_MEMBER);
        assertThat(old.closed).contains(CloseReason.NOT_A_MEMBER);
        assertThat(ann.all(ServerFrame.Challenge.class)).hasSize(1);
    }

    @Test
    void savedDataRemembersTheKeyOfItsSession() {
        Bench bench = new Bench(ReflectorSettings.standard(), store, "t");
        saves(bench, member(bench, MemberKeys.RIGHT, "a"), GOOD);
        assertThat(store.versions(APP, "pid"))
                .extracting(PersistedVersion::memberKey)
                .containsExactly(MemberKeys.RIGHT.text());
    }

    @Test
    void aSessionThatWasThereBeforeCannotSaveOnceTheDataHasAnOwner() {
        Bench strangers = new Bench(ReflectorSettings.standard(), store, "t");
        Bench.TestClient eve = member(strangers, MemberKeys.WRONG, "eve");
        store.apply("owners", new StoreWrite.SavePersisted(version("owners", GOOD, MemberKeys.RIGHT.text())));
        saves(strangers, eve, BAD);
        assertThat(kept()).containsExactly(GOOD);
    }

    @Test
    void neitherCanOneThatIsOpenToAll() {
        Bench open = new Bench(ReflectorSettings.standard(), store, "t");
        Bench.TestClient eve = open.join("eve");
        store.apply("owners", new StoreWrite.SavePersisted(version("owners", GOOD, MemberKeys.RIGHT.text())));
        saves(open, eve, BAD);
        assertThat(kept()).containsExactly(GOOD);
    }

    @Test
    void whatStrangersSavedBeforeThereWasAnOwnerIsNotWhatTheOwnerStartsFrom() {
        store.apply("open to all", new StoreWrite.SavePersisted(version("open to all", BAD, "")));
        Bench bench = newProgram();
        assertThat(kept()).containsExactly(BAD, GOOD);
        assertThat(member(bench, MemberKeys.RIGHT, "a").sync().header().start())
                .isEqualTo(new ServerFrame.Start.FromPersisted(Bench.BASE + "/files/" + GOOD));
    }

    @Test
    void dataThatWasAlwaysOpenToAllStaysSo() {
        store.apply("older program", new StoreWrite.SavePersisted(version("older program", GOOD, "")));
        Bench bench = new Bench(ReflectorSettings.standard(), store, "t");
        Bench.TestClient old = bench.join("old");
        assertThat(old.sync().header().start())
                .isEqualTo(new ServerFrame.Start.FromPersisted(Bench.BASE + "/files/" + GOOD));
        saves(bench, old, BAD);
        assertThat(kept()).containsExactly(GOOD, BAD);
    }
}
