package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.rehearsal.Rehearsal;

/** The seed's "Manual inspection" and "Development workflow": looking at what is loaded and saved. */
class InspectionTest {
    record Saved(int version, Map<String, String> documents) {}

    static final class DebugModel extends Model {
        private final Map<String, String> documents = new LinkedHashMap<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribe("app", "write", this::write);
            log(persisted.isPresent() ? "loading saved data" : "fresh start");
            if (persisted.isPresent()) {
                inspect(persisted);
                documents.putAll(persisted.as(Saved.class).documents());
            }
        }

        // #region inspect
        private void inspect(Persisted persisted) {
            log("loading " + Json.write(persisted.json()));
            List<String> missing = new ArrayList<>(List.of("version", "documents"));
            if (persisted.json() instanceof JsonObject data) {
                missing.removeIf(data::has);
            }
            if (!missing.isEmpty()) {
                throw persisted.refuse("missing: " + missing);
            }
        }
        // #endregion

        private void write(String text) {
            documents.put("doc", text);
            persistSession(() -> new Saved(1, documents));
        }
    }

    private static Rehearsal load(String json) {
        return Rehearsal.of(DebugModel.class).persisted(json).start().join("ann");
    }

    @Test
    void aFreshStartAndALoadAreToldApart() {
        assertThat(Rehearsal.of(DebugModel.class).start().log())
                .singleElement()
                .asString()
                .endsWith("fresh start");
        assertThat(load("{\"version\":1,\"documents\":{\"doc\":\"text\"}}").log())
                .anyMatch(line -> line.endsWith("loading saved data"))
                .anyMatch(line -> line.endsWith("loading {\"version\":1,\"documents\":{\"doc\":\"text\"}}"));
    }

    @Test
    void dataWithoutARequiredMemberIsSaidAndNeverOverwritten() {
        Rehearsal session = load("{\"documents\":{\"doc\":\"precious\"}}");
        session.publish("ann", "app", "write", "worthless").advance(60_000);
        assertThat(session.saved()).isEmpty();
        assertThat(session.refusedSaves()).isEqualTo(1);
    }
}
