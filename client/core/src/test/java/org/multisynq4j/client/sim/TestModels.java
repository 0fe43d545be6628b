package org.multisynq4j.client.sim;

import org.multisynq4j.snapshot.ListCatalog;
import org.multisynq4j.snapshot.TypeCatalog;

/** The classes of the test models. */
public final class TestModels {
    private TestModels() {}

    public static TypeCatalog catalog() {
        return new ListCatalog(NoteModel.class)
                .withRecord(NoteModel.Saved.class, "version", "notes Ljava/util/List<Ljava/lang/String;>;");
    }
}
