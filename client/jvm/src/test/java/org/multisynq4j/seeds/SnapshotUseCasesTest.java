package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.View;
import org.multisynq4j.client.jvm.JvmSession;
import org.multisynq4j.client.jvm.LoopbackServer;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** "Session persistence" and "new user synchronization": load the snapshot, replay what came after it, build the view over what is there. */
@Timeout(90)
class SnapshotUseCasesTest {
    /** Counts how often each player acted. */
    public static final class GameModel extends Model {
        private final Map<String, Integer> players = new LinkedHashMap<>();
        private int inits;
        private transient double startedAt;

        @Override
        protected void init(Options options, Persisted persisted) {
            inits++;
            subscribe("player", "act", this::act);
        }

        @Override
        protected void start() {
            startedAt = now();
        }

        private void act(String name) {
            if (players.merge(name, 1, Integer::sum) == 1) {
                publish("player", "joined", name);
            }
        }
    }

    /** Shows the players there are already, and then those who come. */
    static final class GameView extends View {
        private final GameModel model;
        private final List<String> shown = new ArrayList<>();

        GameView(GameModel model) {
            super(model);
            this.model = model;
        }

        @Override
        protected void init() {
            model.players.keySet().forEach(this::show);
            subscribe("player", "joined", this::show);
        }

        private void show(String name) {
            shown.add(name);
        }
    }

    @RegisterExtension
    final LoopbackServer server = LoopbackServer.started();

    private JvmSession join() throws Exception {
        return JvmSession.join(Join.app("seeds.game")
                        .name("arena")
                        .password("correct horse")
                        .model(GameModel.class)
                        .view(GameView::new)
                        .serverAddress(server.address()))
                .get(20, TimeUnit.SECONDS);
    }

    private static GameModel model(Session session) {
        return session.model(GameModel.class);
    }

    private static List<String> shown(Session session) {
        return List.copyOf(((GameView) session.view().orElseThrow()).shown);
    }

    private static void act(JvmSession session, String name) throws Exception {
        session.run(live -> live.publish("player", "act", name));
        await(session.until(live ->
                live.unsent() == 0 && live.backlog() == 0 && model(live).players.containsKey(name)));
    }

    /** Until the reflector knows it: then joiners start from it. */
    private void snapshot(JvmSession session) throws Exception {
        await(session.until(live -> live.now() > 5_500));
        session.run(Session::forceSnapshot);
        for (boolean known = false; !known; ) {
            try (JvmSession probe = join()) {
                known = probe.get(live -> model(live).startedAt > 0);
            }
        }
    }

    @Test
    void quitAndReturn() throws Exception {
        try (JvmSession ann = join()) {
            act(ann, "ann");
            snapshot(ann);
            act(ann, "ann");
        }
        try (JvmSession back = join()) {
            assertThat(back.<Map<String, Integer>>get(live -> Map.copyOf(model(live).players)))
                    .as("the exact state")
                    .isEqualTo(Map.of("ann", 2));
            assertThat(back.<Integer>get(live -> model(live).inits)).isEqualTo(1);
            assertThat(back.<Boolean>get(live -> model(live).startedAt > 0)).isTrue();
        }
    }

    @Test
    void aLateJoinerLoadsTheSnapshotReplaysTheRestAndItsViewShowsWhatIsThere() throws Exception {
        try (JvmSession ann = join()) {
            act(ann, "ann");
            snapshot(ann);
            act(ann, "bob");
            act(ann, "ann");
            try (JvmSession late = join()) {
                assertThat(late.<Boolean>get(live -> model(live).startedAt > 0))
                        .as("begun at the snapshot, not at the beginning")
                        .isTrue();
                assertThat(late.<Map<String, Integer>>get(live -> Map.copyOf(model(live).players)))
                        .isEqualTo(Map.of("ann", 2, "bob", 1));
                assertThat(late.get(SnapshotUseCasesTest::shown)).containsExactly("ann", "bob");

                act(late, "cy");
                await(ann.until(live -> shown(live).contains("cy")));
                await(late.until(live -> shown(live).contains("cy")));
                assertThat(late.get(SnapshotUseCasesTest::shown)).containsExactly("ann", "bob", "cy");
                assertSameState(ann, late);
            }
        }
    }

    private static void assertSameState(JvmSession one, JvmSession two) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            String first = one.get(live -> live.now() + "#" + live.seq() + " " + live.stateHash());
            String second = two.get(live -> live.now() + "#" + live.seq() + " " + live.stateHash());
            if (first.equals(second)) {
                return;
            }
        }
        throw new AssertionError("never the same state at the same time");
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }
}
