package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.rehearsal.Rehearsal;

/** "Game state snapshots", "state validation" and "keep models lean": level, score and players survive because they are fields. */
class GameStateTest {
    enum Phase {
        WAITING,
        PLAYING
    }

    // #region game
    record Position(double x, double y) {}

    static final class Player {
        private final String viewId;
        private Position position = new Position(0, 0);
        private double lastSeen;

        /** For snapshots. */
        private Player() {
            this("", 0);
        }

        Player(String viewId, double now) {
            this.viewId = viewId;
            lastSeen = now;
        }

        boolean isExpired(double now) {
            return now - lastSeen > 60_000;
        }
    }

    record Move(double x, double y) {}

    static final class GameModel extends Model {
        private int level;
        private int score;
        private Phase phase;
        private double startTime;
        private final Map<String, Player> players = new LinkedHashMap<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            level = 1;
            phase = Phase.WAITING;
            startTime = now(); // the session's time: a wall clock would differ between participants
            subscribe(sessionId(), "view-join", this::enter);
            subscribe("game", "move", this::move);
            subscribe("game", "scored", (Integer points) -> score += points);
            future(10_000, this::cleanUp);
        }

        private void enter(ViewInfo view) {
            players.put(view.viewId(), new Player(view.viewId(), now()));
            phase = players.size() > 1 ? Phase.PLAYING : Phase.WAITING;
        }

        private void move(Move move) {
            Player player = players.get(activeSender());
            player.position = new Position(move.x(), move.y());
            player.lastSeen = now();
        }

        private void cleanUp() {
            players.values().removeIf(player -> player.isExpired(now()));
            future(10_000, this::cleanUp);
        }

        List<String> invalid() {
            List<String> found = new ArrayList<>();
            players.forEach((viewId, player) -> {
                if (!player.viewId.equals(viewId)) {
                    found.add(viewId);
                }
            });
            return found;
        }
    }
    // #endregion

    private static Rehearsal played() {
        Rehearsal session = Rehearsal.of(GameModel.class).start();
        session.join("ann").join("bob");
        session.publish("ann", "game", "move", new Move(3, 4)).publish("bob", "game", "scored", 7);
        return session.advance(5_000);
    }

    @Test
    void whoReturnsFindsTheExactState() {
        Rehearsal session = played();

        Rehearsal back = session.restored();

        GameModel game = back.root(GameModel.class);
        assertThat(game.level).isEqualTo(1);
        assertThat(game.score).isEqualTo(7);
        assertThat(game.phase).isEqualTo(Phase.PLAYING);
        assertThat(game.startTime).isZero();
        assertThat(game.players.get("ann").position).isEqualTo(new Position(3, 4));
        assertThat(game.invalid()).isEmpty();
        assertThat(back.stateHash()).isEqualTo(session.stateHash());
    }

    @Test
    void whatWasScheduledGoesOnAfterTheSnapshot() {
        Rehearsal session = played();
        Rehearsal back = session.restored();
        for (Rehearsal each : List.of(session, back)) {
            each.advance(50_000).publish("bob", "game", "move", new Move(1, 1)).advance(20_000);
        }

        assertThat(back.root(GameModel.class).players).containsOnlyKeys("bob");
        assertThat(back.stateHash()).isEqualTo(session.stateHash());
    }

    @Test
    void eventsAfterTheSnapshotHaveTheSameEffectOnBoth() {
        Rehearsal session = played();
        Rehearsal back = session.restored();
        for (Rehearsal each : List.of(session, back)) {
            each.publish("ann", "game", "scored", 5).join("cy").advance(100);
        }

        assertThat(back.root(GameModel.class).score).isEqualTo(12);
        assertThat(back.root(GameModel.class).players).containsOnlyKeys("ann", "bob", "cy");
        assertThat(back.stateHash()).isEqualTo(session.stateHash());
    }
}
