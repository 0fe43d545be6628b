package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.rehearsal.Rehearsal;

/** "Basic implementation: advanced pattern": sub-documents with saved data of their own, a version, saving through the root. */
class AdvancedPatternTest {
    record SavedDocument(String title, String content) {}

    record Documents(SavedDocument a, SavedDocument b) {}

    record Metadata(double created) {}

    record Saved(int version, Documents documents, Metadata metadata, String newFeature) {}

    static final class ComplexApp extends Model {
        private DocumentModel documentA;
        private DocumentModel documentB;
        private Metadata metadata;
        private String newFeature;

        @Override
        protected void init(Options options, Persisted persisted) {
            if (persisted.isPresent()) {
                loadFromPersisted(persisted);
            } else {
                initializeDefaults();
            }
            subscribe("a", "write", (String text) -> documentA.write(text));
        }

        private void initializeDefaults() {
            documentA = create(DocumentModel.class);
            documentB = create(DocumentModel.class);
            metadata = new Metadata(now());
        }

        // #region root-load
        private void loadFromPersisted(Persisted persisted) {
            switch (persisted.version()) {
                case 1 -> loadVersion1(persisted);
                case 2 -> loadVersion2(persisted);
                default -> {
                    log("unknown version " + persisted.version());
                    initializeDefaults();
                }
            }
        }

        private void loadVersion1(Persisted data) {
            documentA = create(DocumentModel.class, data.get("documents").get("a"));
            documentB = create(DocumentModel.class, data.get("documents").get("b"));
            Persisted saved = data.get("metadata");
            metadata = saved.isPresent() ? saved.as(Metadata.class) : new Metadata(now());
        }
        // #endregion

        private void loadVersion2(Persisted data) {
            loadVersion1(data);
            newFeature = data.as(Saved.class).newFeature();
        }

        // #region root-save
        void save() {
            persistSession(this::toSaveData);
        }

        private Saved toSaveData() {
            return new Saved(2, new Documents(documentA.toSaveData(), documentB.toSaveData()), metadata, newFeature);
        }
        // #endregion
    }

    // #region documents
    static final class DocumentModel extends Model {
        private String title = "";
        private String content = "";

        @Override
        protected void init(Options options, Persisted persisted) {
            if (persisted.isPresent()) {
                SavedDocument saved = persisted.as(SavedDocument.class);
                title = orEmpty(saved.title());
                content = orEmpty(saved.content());
            }
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text;
        }

        SavedDocument toSaveData() {
            return new SavedDocument(title, content);
        }

        void write(String text) {
            content += text;
            save();
        }

        private void save() {
            wellKnownModel("modelRoot", ComplexApp.class).save();
        }
    }
    // #endregion

    @Test
    void subDocumentsSaveThroughTheRootAndComeBackWithTheirOwnData() {
        Rehearsal old = Rehearsal.of(ComplexApp.class).start().join("ann");
        old.publish("ann", "a", "write", "hello");

        assertThat(old.lastSaved())
                .isEqualTo(
                        "{\"documents\":{\"a\":{\"content\":\"hello\",\"title\":\"\"},\"b\":{\"content\":\"\",\"title\":\"\"}},"
                                + "\"metadata\":{\"created\":0},\"newFeature\":null,\"version\":2}");
        ComplexApp next = Rehearsal.of(ComplexApp.class)
                .persisted(old.lastSaved())
                .start()
                .root(ComplexApp.class);
        assertThat(next.documentA.content).isEqualTo("hello");
        assertThat(next.documentB.content).isEmpty();
    }

    @Test
    void version1IsStillReadAndVersion2AddsToIt() {
        String version1 =
                "{\"version\":1,\"documents\":{\"a\":{\"title\":\"A\"},\"b\":{\"title\":\"B\",\"content\":\"b\"}}}";
        ComplexApp read =
                Rehearsal.of(ComplexApp.class).persisted(version1).start().root(ComplexApp.class);

        assertThat(Map.of(read.documentA.title, read.documentA.content, read.documentB.title, read.documentB.content))
                .isEqualTo(Map.of("A", "", "B", "b"));
        assertThat(read.newFeature).isNull();
    }

    @Test
    void anUnknownVersionStartsFromDefaults() {
        Rehearsal session =
                Rehearsal.of(ComplexApp.class).persisted("{\"version\":9}").start();

        assertThat(session.root(ComplexApp.class).documentA.content).isEmpty();
        assertThat(session.log()).anyMatch(line -> line.contains("unknown version 9"));
    }
}
