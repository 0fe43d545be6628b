package org.multisynq4j.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Event;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.snapshot.ListCatalog;
import org.multisynq4j.snapshot.SnapshotException;

/** What models may hold, do at their start, and watch. */
class ModelRulesTest {
    /** State that cannot be stored. */
    static final class Unstorable extends Model {
        private Object holder;

        @Override
        protected void init(Options options, Persisted persisted) {
            holder = new ArrayList<>(List.of(new java.util.Date(0)));
        }
    }

    @Test
    void stateThatCannotBeStoredIsFoundAtTheStartWithItsPath() {
        assertThatThrownBy(() -> Replica.start(Unstorable.class, new ListCatalog(Unstorable.class)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("holder[0]")
                .hasMessageContaining("java.util.Date");
    }

    /** Violates the rule for start(). */
    static final class Restless extends Model {
        @Override
        protected void start() {
            future(1, () -> {});
        }
    }

    @Test
    void startMustNotChangeTheWorld() {
        Replica restless = Replica.start(Restless.class, new ListCatalog(Restless.class));

        assertThat(restless.errors).isNotEmpty();
        assertThat(restless.errors.get(0).text()).contains("start()");
    }

    /** Watches everything. */
    static final class Watcher extends Model {
        private final List<String> seen = new ArrayList<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribeAll("*", this::watch);
            subscribeAll("room", this::watch);
        }

        private void watch(Event event) {
            seen.add(event.scope() + ":" + event.event() + " " + event.source() + " "
                    + event.sender().orElse("-"));
        }
    }

    @Test
    void genericSubscriptionsSeeEveryEventAndWhoSentIt() {
        Replica watched = Replica.start(Watcher.class, new ListCatalog(Watcher.class));
        watched.join(10, "ann").publish(20, "ann", "room", "any", 1).publish(30, "ann", "other", "any", 1);

        assertThat(watched.root(Watcher.class).seen)
                .containsExactly(
                        "session-under-test:view-join SYSTEM -",
                        "room:any VIEW ann",
                        "room:any VIEW ann",
                        "other:any VIEW ann");
    }

    /** Has a map whose key type only its class knows. */
    static final class Shelf extends Model {
        private enum Size {
            SMALL
        }

        private final EnumMap<Size, String> books = new EnumMap<>(Size.class);
    }

    @Test
    void anEmptyEnumMapIsStoredByTheKeyTypeThatTheCatalogKnows() {
        Replica replica = Replica.start(Shelf.class, new ListCatalog(Shelf.class, Shelf.Size.class));

        EnumMap<Shelf.Size, String> restored = replica.copy().root(Shelf.class).books;
        restored.put(Shelf.Size.SMALL, "haiku");
        assertThat(restored).hasSize(1);
    }
}
