package org.multisynq4j.client.sim;

import org.multisynq4j.snapshot.ListCatalog;
import org.multisynq4j.snapshot.TypeCatalog;

/** The classes of the test models. */
public final class TestModels {
    private TestModels() {}

    public static TypeCatalog catalog() {
        return new ListCatalog(
                        NoteModel.class,
                        AlbumModel.class,
                        GardenModel.class,
                        GardenModel.Bed.class,
                        GardenModel.Branch.class,
                        GardenModel.Colour.class)
                .withRecord(GardenModel.Spot.class, "x D", "y D", "name Ljava/lang/String;")
                .withRecord(
                        AlbumModel.Saved.class,
                        "version",
                        "pictures Ljava/util/List<Lorg/multisynq4j/model/DataHandle;>;")
                .withRecord(NoteModel.Saved.class, "version", "notes Ljava/util/List<Ljava/lang/String;>;");
    }
}
