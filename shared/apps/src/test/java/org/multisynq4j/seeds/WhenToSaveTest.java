package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.FutureMessage;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.rehearsal.Rehearsal;

/** "When to save data": after major changes, a while after a burst, regularly. */
class WhenToSaveTest {
    record Document(String id, String title) {}

    static final class DocumentEditor extends Model {
        private final Map<String, Document> documents = new LinkedHashMap<>();
        private final Map<String, Integer> cursors = new LinkedHashMap<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribe("editor", "add", this::addDocument);
            subscribe("editor", "delete", this::deleteDocument);
            subscribe("editor", "cursor", this::updateCursor);
        }

        // #region major
        private void addDocument(String title) {
            String id = generateId();
            documents.put(id, new Document(id, title));
            save();
        }

        private void deleteDocument(String id) {
            documents.remove(id);
            save();
        }

        private void updateCursor(Integer position) {
            cursors.put(activeSender(), position); // a minor change: not worth saving
        }

        private void save() {
            persistSession(() -> new ArrayList<>(documents.values()));
        }
        // #endregion
    }

    @Test
    void majorChangesAreSavedAndMinorOnesAreNot() {
        Rehearsal session = Rehearsal.of(DocumentEditor.class).start().join("ann");
        session.publish("ann", "editor", "cursor", 5).advance(60_000);
        assertThat(session.saved()).isEmpty();

        session.publish("ann", "editor", "add", "first")
                .publish("ann", "editor", "add", "second")
                .advance(60_000);
        String id =
                session.root(DocumentEditor.class).documents.keySet().iterator().next();
        session.publish("ann", "editor", "delete", id);

        assertThat(session.saved()).hasSize(3);
        assertThat(session.saved().get(1).json()).contains("first").contains("second");
        assertThat(session.lastSaved()).doesNotContain("first").contains("second");
    }

    record Text(String content, double lastSaved) {}

    static final class TextEditor extends Model {
        private String content = "";
        private FutureMessage saveTimer;
        private boolean hasChanges;

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribe("text", "update", this::updateText);
        }

        // #region burst
        private void updateText(String newText) {
            content = newText;
            hasChanges = true;
            if (saveTimer != null) {
                saveTimer.cancel();
            }
            saveTimer = future(30_000, this::saveIfChanged);
        }

        private void saveIfChanged() {
            if (hasChanges) {
                persistSession(() -> new Text(content, now()));
                hasChanges = false;
            }
            saveTimer = null;
        }
        // #endregion
    }

    @Test
    void aTimerSaves30SecondsAfterTheLastChangeOfABurst() {
        Rehearsal session = Rehearsal.of(TextEditor.class).start().join("ann");
        for (int i = 0; i < 5; i++) {
            session.publish("ann", "text", "update", "text " + i).advance(10_000);
        }
        assertThat(session.saved()).isEmpty();

        Rehearsal late = session.restored(); // the pending timer is part of a snapshot
        for (Rehearsal each : List.of(session, late)) {
            each.advance(60_000);
            assertThat(each.saved())
                    .containsExactly(new Rehearsal.Save(70_000, "{\"content\":\"text 4\",\"lastSaved\":70000}"));
        }
        assertThat(late.stateHash()).isEqualTo(session.stateHash());
    }

    record Settings(String theme, boolean autosave) {}

    record SavedEditor(int version, Map<String, String> documents, Settings settings) {}

    static final class AutosavingEditor extends Model {
        private final Map<String, String> documents = new LinkedHashMap<>();
        private Settings settings = new Settings("light", true);
        private boolean hasUnsavedChanges;

        @Override
        protected void init(Options options, Persisted persisted) {
            if (persisted.isPresent()) {
                SavedEditor saved = persisted.as(SavedEditor.class);
                documents.putAll(saved.documents());
                settings = saved.settings() == null ? settings : saved.settings();
            }
            subscribe("editor", "create", this::createDocument);
            subscribe("editor", "update", this::updateDocument);
            setupAutosave();
        }

        // #region autosave
        private void setupAutosave() {
            if (settings.autosave()) {
                future(30_000, this::autosave);
            }
        }

        private void autosave() {
            if (hasUnsavedChanges) {
                save();
                hasUnsavedChanges = false;
            }
            setupAutosave();
        }
        // #endregion

        private void createDocument(String title) {
            documents.put(title, "");
            hasUnsavedChanges = true;
            save();
        }

        private void updateDocument(String title) {
            documents.put(title, documents.get(title) + "+");
            hasUnsavedChanges = true;
        }

        private void save() {
            persistSession(() -> new SavedEditor(1, documents, settings));
        }
    }

    @Test
    void theDocumentEditorSavesNewDocumentsAtOnceAndUpdatesEvery30Seconds() {
        Rehearsal session = Rehearsal.of(AutosavingEditor.class).start().join("ann");
        session.publish("ann", "editor", "create", "notes").advance(31_000);
        session.publish("ann", "editor", "update", "notes").advance(28_000);
        assertThat(session.saved()).hasSize(1);
        session.advance(2_000);

        assertThat(session.saved()).hasSize(2);
        assertThat(session.lastSaved())
                .isEqualTo(
                        "{\"documents\":{\"notes\":\"+\"},\"settings\":{\"autosave\":true,\"theme\":\"light\"},\"version\":1}");
        AutosavingEditor next = Rehearsal.of(AutosavingEditor.class)
                .persisted(session.lastSaved())
                .start()
                .root(AutosavingEditor.class);
        assertThat(next.documents).containsExactly(Map.entry("notes", "+"));
    }
}
