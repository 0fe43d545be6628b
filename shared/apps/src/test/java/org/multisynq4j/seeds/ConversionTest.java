package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.rehearsal.Rehearsal;

/** The seed's "Requires conversion": what JavaScript has to turn into arrays and numbers by hand. */
class ConversionTest {
    // #region conversions
    record Saved(Map<String, Integer> users, Set<String> tags, double createdAt) {}

    static final class Tagged extends Model {
        private final Map<String, Integer> users = new LinkedHashMap<>();
        private final Set<String> tags = new LinkedHashSet<>();
        private double createdAt;

        @Override
        protected void init(Options options, Persisted persisted) {
            createdAt = now();
            if (persisted.isPresent()) {
                Saved saved = persisted.as(Saved.class);
                users.putAll(saved.users());
                tags.addAll(saved.tags());
                createdAt = saved.createdAt();
            }
            subscribe("app", "tag", this::tag);
        }

        private void tag(String tag) {
            users.merge(activeSender(), 1, Integer::sum);
            tags.add(tag);
            persistSession(() -> new Saved(users, tags, createdAt));
        }
    }
    // #endregion

    record Mixed(List<Object> mixed) {}

    /** Something that cannot be saved, as a function or an element of the page. */
    static final class Careless extends Model {
        private final List<Object> mixed = new ArrayList<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("self", this);
            mixed.add(entry);
            subscribe("app", "save", () -> persistSession(() -> new Mixed(mixed)));
        }
    }

    @Test
    void mapsSetsAndTimesComeBackAsTheyWere() {
        Rehearsal session =
                Rehearsal.of(Tagged.class).start().join("ann").join("bob").advance(50);
        session.publish("bob", "app", "tag", "z")
                .publish("ann", "app", "tag", "a")
                .publish("bob", "app", "tag", "m")
                .advance(30_000);
        assertThat(session.lastSaved())
                .isEqualTo("{\"createdAt\":0,\"tags\":[\"z\",\"a\",\"m\"],\"users\":{\"ann\":1,\"bob\":2}}");

        Tagged next = Rehearsal.of(Tagged.class)
                .sessionId("other code")
                .persisted(session.lastSaved())
                .start()
                .root(Tagged.class);
        assertThat(next.tags).containsExactly("z", "a", "m");
        assertThat(next.users).containsEntry("ann", 1).containsEntry("bob", 2);
        assertThat(next.createdAt).isZero();
    }

    @Test
    void whatCannotBeSavedIsAnErrorThatNamesItsPlaceAndTheSessionGoesOn() {
        Rehearsal session = Rehearsal.of(Careless.class).start().join("ann");
        session.publish("ann", "app", "save", null);
        assertThat(session.errors()).hasSize(1).first().asString().contains("$.mixed[0].self");
        assertThat(session.saved()).isEmpty();
    }
}
