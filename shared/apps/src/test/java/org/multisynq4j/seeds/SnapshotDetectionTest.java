package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.rehearsal.Rehearsal;

/**
 * "Snapshot detection": {@code init} runs once in the life of a session, {@code start} in every replica. What {@code start} finds out belongs to this replica
 * alone, so it goes into a transient field: participants who joined at different times must have the same state.
 */
class SnapshotDetectionTest {
    // #region detection
    static final class GameModel extends Model {
        private int inits;
        private double begunAt;
        private transient boolean fromSnapshot;
        private transient int starts;

        @Override
        protected void init(Options options, Persisted persisted) {
            inits++;
            begunAt = now();
        }

        @Override
        protected void start() {
            starts++;
            fromSnapshot = now() > begunAt;
        }
    }
    // #endregion

    @Test
    void aFreshSessionRunsInitAndKnowsThatItIsFresh() {
        GameModel game = Rehearsal.of(GameModel.class).start().root(GameModel.class);

        assertThat(game.inits).isEqualTo(1);
        assertThat(game.starts).isEqualTo(1);
        assertThat(game.fromSnapshot).isFalse();
    }

    @Test
    void aReplicaFromASnapshotRunsStartOnly() {
        Rehearsal session = Rehearsal.of(GameModel.class).start().advance(1_000);

        Rehearsal late = session.restored();

        GameModel game = late.root(GameModel.class);
        assertThat(game.inits).isEqualTo(1);
        assertThat(game.starts).isEqualTo(1);
        assertThat(game.fromSnapshot).isTrue();
        assertThat(session.root(GameModel.class).fromSnapshot).isFalse();
        assertThat(late.stateHash())
                .as("what start() notes is not part of the state")
                .isEqualTo(session.stateHash());
    }
}
