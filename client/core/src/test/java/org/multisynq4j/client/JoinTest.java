package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.JoinException;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.client.url.SessionUrl;
import org.multisynq4j.crypto.SessionKeys;

class JoinTest {
    private final SimWorld world = new SimWorld(1);
    private final SimPlatform platform = world.platform();

    @Test
    void allProblemsAreListedAtOnce() {
        Join<?> join = Join.app("1chat")
                .tps("0")
                .rejoinLimit(60_001)
                .eventRateLimit(61)
                .joinToken("no spaces");

        assertThatThrownBy(() -> Session.begin(platform, join)).isInstanceOfSatisfying(JoinException.class, e -> {
            assertThat(e.problems()).hasSize(9);
            assertThat(e.problems()).anyMatch(p -> p.contains("app id"));
            assertThat(e.problems()).anyMatch(p -> p.contains("session name"));
            assertThat(e.problems()).anyMatch(p -> p.contains("password"));
            assertThat(e.problems()).anyMatch(p -> p.contains("no model"));
            assertThat(e.problems()).anyMatch(p -> p.contains("no server"));
        });
    }

    @Test
    void keysMayBeDerivedElsewhereMeanwhileNothingIsConnected() {
        Promise<SessionKeys> keys = new Promise<>();
        platform.keys = (password, appId, name) -> keys;
        List<Session> joined = new ArrayList<>();

        Session.join(platform, SimWorld.join()).then(joined::add, e -> {});
        world.run(1000);
        assertThat(joined).isEmpty();
        assertThat(platform.network.sent).isEmpty();

        keys.resolve(SessionKeys.derive(SimWorld.PASSWORD, "test.sim", "room"));
        world.run(1000);
        assertThat(joined).hasSize(1);
        assertThat(joined.get(0).state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void whoTurnsAwayWhileKeysAreDerivedNeverConnects() {
        List<PreparedJoin> prepared = new ArrayList<>();
        Session.prepare(platform, SimWorld.join()).then(prepared::add, e -> {});
        world.run(1000);
        assertThat(prepared).hasSize(1);
        assertThat(platform.network.sent).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidBeforeKeysAreDerived() {
        platform.keys = (password, appId, name) -> {
            throw new AssertionError("no time to waste");
        };
        List<Throwable> failures = new ArrayList<>();

        Session.prepare(platform, SimWorld.join().tps("0")).then(s -> {}, failures::add);

        assertThat(failures).hasSize(1);
        assertThat(failures.get(0)).isInstanceOf(JoinException.class);
    }

    @Test
    void ifKeysCannotBeDerivedJoiningFails() {
        platform.keys = (password, appId, name) -> Promise.failed(new IllegalStateException("no memory"));
        List<Throwable> failures = new ArrayList<>();

        Session.join(platform, SimWorld.join()).then(s -> {}, failures::add);

        assertThat(failures).hasSize(1);
        assertThat(failures.get(0)).hasMessage("no memory");
    }

    @Test
    void theLimitsThemselvesAreFine() {
        Join<?> join = SimWorld.join()
                .name("n".repeat(128))
                .tps("60x60")
                .rejoinLimit(60_000)
                .eventRateLimit(60)
                .simulationBudget(1000)
                .autoSleep(0);
        assertThat(Session.begin(platform, join).state()).isEqualTo(SessionState.JOINING);
        assertThat(TicksPerSecond.parse("0.033333")).isPresent();
        assertThat(TicksPerSecond.parse("60.1")).isEmpty();
        assertThat(TicksPerSecond.parse("20x")).isEmpty();
        assertThat(TicksPerSecond.parse("20x0")).isEmpty();
    }

    @Test
    void aJoinCanBeReusedAndIsNeverChanged() {
        Join<?> base = SimWorld.join();
        Session one = Session.begin(platform, base.name("one"));
        Session two = Session.begin(world.platform(), base.name("two"));
        Session plain = Session.begin(world.platform(), base);

        assertThat(List.of(one.name(), two.name(), plain.name())).containsExactly("one", "two", "room");
    }

    @Test
    void optionsAreAnotherSessionAndOnlyPersistentOnesSeparateSavedData() {
        Session plain = Session.begin(platform, SimWorld.join());
        Session eight = Session.begin(world.platform(), SimWorld.join().options(Map.of("seats", 8)));
        Session separate = Session.begin(
                world.platform(), SimWorld.join().options(Map.of("seats", 8)).persistentOptions("seats"));

        assertThat(eight.id()).isNotEqualTo(plain.id());
        assertThat(eight.persistentId()).isEqualTo(plain.persistentId());
        assertThat(separate.persistentId()).isNotEqualTo(plain.persistentId());
        assertThat(eight.explainId()).contains(eight.id()).contains(eight.codeHash());
    }

    @Test
    void anAddressMayOnlySetTheOptionsItIsAllowedTo() {
        Join<?> join = SimWorld.join()
                .options(Map.of("seats", 8))
                .optionsFromUrl("seats")
                .urlOptions(SessionUrl.parse("http://h/?seats=9&rank=1").options());
        Session fromUrl = Session.begin(platform, join);
        Session nine = Session.begin(world.platform(), SimWorld.join().options(Map.of("seats", 9)));

        assertThat(fromUrl.id()).isEqualTo(nine.id());
    }

    @Test
    void viewDataReachesEverybodysModelsAndProgressIsTold() {
        List<Double> progress = new ArrayList<>();
        Session session = world.live(platform, SimWorld.join().viewData("ann").onProgress(progress::add));

        assertThat(session.participants().get(0).viewData()).contains("ann");
        assertThat(platform.network.sent.toString()).doesNotContain("ann");
        assertThat(progress).isNotEmpty().endsWith(1.0);
    }

    @Test
    void debugFlagsAreRecognisedByName() {
        assertThat(Debug.apply(Set.of(), List.of("session", "snapshots", "nonsense")))
                .containsExactlyInAnyOrder(Debug.SESSION, Debug.SNAPSHOT);
        assertThat(Debug.apply(Set.of(Debug.SENDS), List.of("nosends"))).isEmpty();
    }

    @Test
    void theNameStaysHere() {
        world.live(platform, SimWorld.join().name("secret project"));
        assertThat(platform.network.sent.toString()).doesNotContain("secret project");
    }
}
