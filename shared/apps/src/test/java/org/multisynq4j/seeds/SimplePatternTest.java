package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.rehearsal.Rehearsal;

/** "Basic implementation: simple pattern": save after each important change, restore in init. */
class SimplePatternTest {
    // #region simple
    record Saved(String content, double lastModified, Map<String, String> users) {}

    static final class SimpleApp extends Model {
        private final Map<String, String> users = new LinkedHashMap<>();
        private String content = "";
        private double lastModified;

        @Override
        protected void init(Options options, Persisted persisted) {
            if (persisted.isPresent()) {
                Saved saved = persisted.as(Saved.class);
                content = saved.content();
                lastModified = saved.lastModified();
                users.putAll(saved.users());
            }
            subscribe("app", "update", this::updateContent);
        }

        private void updateContent(String newContent) {
            content = newContent;
            lastModified = now();
            users.put(activeSender(), "editor");
            save();
        }

        private void save() {
            persistSession(() -> new Saved(content, lastModified, users));
        }
    }
    // #endregion

    @Test
    void dataSavedByOneVersionOfTheCodeIsThereInTheNext() {
        // #region test
        Rehearsal old = Rehearsal.of(SimpleApp.class).start().join("ann").advance(10);
        old.publish("ann", "app", "update", "hello");

        assertThat(old.lastSaved())
                .isEqualTo("{\"content\":\"hello\",\"lastModified\":10,\"users\":{\"ann\":\"editor\"}}");
        SimpleApp next = Rehearsal.of(SimpleApp.class)
                .sessionId("other code")
                .persisted(old.lastSaved())
                .start()
                .root(SimpleApp.class);
        assertThat(next.content).isEqualTo("hello");
        // #endregion
        assertThat(next.lastModified).isEqualTo(10);
        assertThat(next.users).containsExactly(Map.entry("ann", "editor"));
    }

    @Test
    void aBurstOfChangesIsSavedAtOnceAndThenAtMostEvery25Seconds() {
        Rehearsal session = Rehearsal.of(SimpleApp.class).start().join("ann");
        for (int i = 0; i < 100; i++) {
            session.publish("ann", "app", "update", "text " + i).advance(1000);
        }
        session.advance(30_000);

        assertThat(session.saved())
                .extracting(Rehearsal.Save::time)
                .containsExactly(0.0, 25_000.0, 50_000.0, 75_000.0, 100_000.0);
        assertThat(session.lastSaved()).contains("text 99");
    }

    @Test
    void unchangedDataIsNotSentAgain() {
        Rehearsal old = Rehearsal.of(SimpleApp.class).start().join("ann");
        old.publish("ann", "app", "update", "same");
        Rehearsal next =
                Rehearsal.of(SimpleApp.class).persisted(old.lastSaved()).start().join("ann");
        next.publish("ann", "app", "update", "same").advance(60_000);

        assertThat(next.saved()).isEmpty();
    }
}
