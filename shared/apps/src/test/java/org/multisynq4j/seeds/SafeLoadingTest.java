package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

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

/** "Error handling and recovery" and "version management": a failed load never overwrites good data; formats evolve. */
class SafeLoadingTest {
    record Document(String title, String content) {}

    // #region saved
    record Saved(
            int version,
            Map<String, Document> documents,
            Map<String, String> permissions,
            Set<String> collaborators,
            double lastActivity) {}
    // #endregion

    record OldDocument(String name, String text, double timestamp) {}

    record Version1(int version, List<OldDocument> documents) {}

    static final class VersionedModel extends Model {
        private Map<String, Document> documents = new LinkedHashMap<>();
        private final Map<String, String> permissions = new LinkedHashMap<>();
        private final Set<String> collaborators = new LinkedHashSet<>();
        private String loadingProblem = "";

        @Override
        protected void init(Options options, Persisted persisted) {
            if (persisted.isPresent()) {
                // #region safe
                try {
                    fromSavedData(persisted);
                } catch (RuntimeException e) {
                    loadingProblem = String.valueOf(e.getMessage());
                    documents = new LinkedHashMap<>(Map.of("default", new Document("Untitled", "")));
                }
                // #endregion
            }
            subscribe("app", "save", () -> persistSession(this::toSaveData));
            subscribe("app", "overwrite", this::allowOverwrite);
        }

        // #region versions
        private void fromSavedData(Persisted persisted) {
            switch (persisted.version()) {
                case 1 -> migrate(persisted.as(Version1.class));
                case 2 -> loadVersion2(persisted.as(Saved.class));
                case 3 -> loadVersion3(persisted.as(Saved.class));
                default -> {
                    if (persisted.version() > 3) {
                        throw persisted.refuse("future version not supported: " + persisted.version());
                    }
                    log("legacy data without a version");
                    migrate(persisted.as(Version1.class));
                }
            }
        }

        /** A breaking change: documents were a list, now they have ids. */
        private void migrate(Version1 old) {
            int index = 0;
            for (OldDocument document : old.documents()) {
                String title = document.name() == null ? "Untitled" : document.name();
                documents.put("doc-" + index, new Document(title, document.text()));
                index++;
            }
            log("migrated " + index + " documents");
        }
        // #endregion

        private void loadVersion2(Saved data) {
            documents.putAll(data.documents());
            permissions.putAll(data.permissions());
        }

        private void loadVersion3(Saved data) {
            loadVersion2(data);
            collaborators.addAll(data.collaborators());
        }

        private Saved toSaveData() {
            return new Saved(3, documents, permissions, collaborators, now());
        }
    }

    private static Rehearsal load(String json) {
        return Rehearsal.of(VersionedModel.class).persisted(json).start().join("ann");
    }

    @Test
    void version1IsMigratedFromAListToAMap() {
        VersionedModel model =
                load("{\"version\":1,\"documents\":[{\"name\":\"One\",\"text\":\"a\"},{\"text\":\"b\"}]}")
                        .root(VersionedModel.class);

        assertThat(model.documents)
                .containsExactly(
                        Map.entry("doc-0", new Document("One", "a")),
                        Map.entry("doc-1", new Document("Untitled", "b")));
    }

    @Test
    void versions2And3AddPermissionsAndCollaborators() {
        String documents = "\"documents\":{\"x\":{\"title\":\"X\",\"content\":\"\"}}";
        VersionedModel two = load("{\"version\":2," + documents + ",\"permissions\":{\"ann\":\"write\"}}")
                .root(VersionedModel.class);
        VersionedModel three = load("{\"version\":3," + documents + ",\"collaborators\":[\"bob\",\"ann\"]}")
                .root(VersionedModel.class);

        assertThat(two.permissions).containsEntry("ann", "write");
        assertThat(three.collaborators).containsExactly("bob", "ann");
        assertThat(three.documents).containsKey("x");
    }

    @Test
    void legacyDataWithoutAVersionIsStillRead() {
        assertThat(load("{\"documents\":[{\"name\":\"Old\",\"text\":\"t\"}]}").root(VersionedModel.class).documents)
                .containsEntry("doc-0", new Document("Old", "t"));
    }

    @Test
    void aFutureVersionIsRefusedAndNeverOverwritten() {
        Rehearsal session = load("{\"version\":4,\"everything\":\"different\"}");
        session.publish("ann", "app", "save", null).advance(60_000);

        assertThat(session.root(VersionedModel.class).loadingProblem).contains("future version not supported: 4");
        assertThat(session.root(VersionedModel.class).documents).containsKey("default");
        assertThat(session.saved()).isEmpty();
        assertThat(session.refusedSaves()).isEqualTo(1);
    }

    @Test
    void corruptedDataIsNeverOverwrittenByTheDefaultsUntilTheAppSaysSo() {
        Rehearsal session = load("{\"version\":3,\"documents\":[1,2,3]}");
        session.publish("ann", "app", "save", null)
                .publish("ann", "app", "save", null)
                .advance(60_000);

        assertThat(session.root(VersionedModel.class).loadingProblem).contains("$.documents");
        assertThat(session.saved()).isEmpty();

        session.publish("ann", "app", "overwrite", null).publish("ann", "app", "save", null);
        assertThat(session.saved()).hasSize(1);
    }
}
