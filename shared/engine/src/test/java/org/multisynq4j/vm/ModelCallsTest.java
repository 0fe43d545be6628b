package org.multisynq4j.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.snapshot.ListCatalog;

class ModelCallsTest {
    /** Recurses as it is told. */
    static final class Diver extends Model {
        private int left;
        private int reached;

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribe("dive", "events", this::events);
            subscribe("dive", "twice", this::twice);
            subscribe("dive", "models", (Double depth) -> create(Nest.class, depth));
            subscribe("dive", "stack", () -> reached = stack(1));
            subscribe("dive", "nested stack", () -> publish("dive", "stack"));
            subscribe("dive", "link", () -> {
                throw new NoClassDefFoundError("on purpose");
            });
            subscribe("dive", "save", () -> persistSession(() -> "saved " + stack(1)));
        }

        private void events(double depth) {
            reached++;
            if (depth > 1) {
                publish("dive", "events", depth - 1);
            }
        }

        private void twice() {
            reached++;
            publish("dive", "twice");
            publish("dive", "twice");
        }

        private int stack(int n) {
            return stack(n + 1) + 1;
        }
    }

    /** A model that creates one. */
    static final class Nest extends Model {
        @Override
        protected void init(Options options, Persisted persisted) {
            double depth = options.as(Double.class);
            if (depth > 1) {
                create(Nest.class, depth - 1);
            }
        }
    }

    private final Replica replica = Replica.start(Diver.class, new ListCatalog(Diver.class, Nest.class));

    ModelCallsTest() {
        replica.join(10, "ann");
    }

    private Diver diver() {
        return replica.root(Diver.class);
    }

    @Test
    void handlersMayPublishToHandlersUpToTheLimit() {
        replica.publish(20, "ann", "dive", "events", (double) ModelCalls.MAX_NESTING);

        assertThat(replica.errors).isEmpty();
        assertThat(diver().reached).isEqualTo(ModelCalls.MAX_NESTING);
    }

    @Test
    void beyondTheLimitTheWholeMessageFailsOnceAndTheSessionGoesOn() {
        replica.publish(20, "ann", "dive", "events", ModelCalls.MAX_NESTING + 1.0);
        replica.publish(30, "ann", "dive", "events", 1.0);

        assertThat(replica.errors).hasSize(1);
        assertThat(replica.errors.get(0).text())
                .contains("the handler of dive:events @20.0")
                .contains("more than 100 deep");
        assertThat(diver().reached).isEqualTo(ModelCalls.MAX_NESTING + 1);
    }

    @Test
    void aRecursionThatDoublesAtEachLevelStopsAtTheFirstThatIsTooDeep() {
        replica.publish(20, "ann", "dive", "twice", null);

        assertThat(replica.errors).hasSize(1);
        assertThat(diver().reached).isEqualTo(ModelCalls.MAX_NESTING);
    }

    @Test
    void modelsMayCreateModelsUpToTheLimitInWhichTheHandlerCounts() {
        replica.publish(20, "ann", "dive", "models", ModelCalls.MAX_NESTING - 1.0);
        assertThat(replica.errors).isEmpty();

        replica.publish(30, "ann", "dive", "models", (double) ModelCalls.MAX_NESTING);
        assertThat(replica.errors).hasSize(1);
        assertThat(replica.errors.get(0).text()).contains("Nest.init").contains("more than 100 deep");
    }

    @Test
    void aFullStackEndsTheReplicaAndNamesWhatWasRunning() {
        assertThatThrownBy(() -> replica.publish(20, "ann", "dive", "nested stack", null))
                .isInstanceOf(BrokenReplicaException.class)
                .hasMessageContaining("Diver M1, the handler of dive:nested stack @20.0#")
                .hasCauseInstanceOf(StackOverflowError.class);

        assertThat(replica.errors).isEmpty();
        assertThatThrownBy(() -> replica.runTo(1000)).isInstanceOf(BrokenReplicaException.class);
    }

    @Test
    void soDoesAClassThatIsMissingOnThisMachine() {
        assertThatThrownBy(() -> replica.publish(20, "ann", "dive", "link", null))
                .isInstanceOf(BrokenReplicaException.class)
                .hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void aCollectorThatFillsTheStackEndsIt() {
        assertThatThrownBy(() -> replica.publish(20, "ann", "dive", "save", null))
                .isInstanceOf(BrokenReplicaException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }
}
