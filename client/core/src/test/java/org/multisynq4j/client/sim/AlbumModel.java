package org.multisynq4j.client.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.model.DataHandle;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** Keeps pictures: their handles, the bytes are stored beside the model. */
public final class AlbumModel extends Model {
    /** What is saved for other versions. */
    public record Saved(int version, List<DataHandle> pictures) {}

    /** What a careless model might do; for one test. */
    public static final ThreadLocal<Optional<Runnable>> DURING_ADD = ThreadLocal.withInitial(Optional::empty);

    private final List<DataHandle> pictures = new ArrayList<>();

    @Override
    protected void init(Options options, Persisted persisted) {
        if (persisted.isPresent()) {
            pictures.addAll(persisted.as(Saved.class).pictures());
        }
        subscribe("album", "add", this::add);
    }

    private void add(DataHandle picture) {
        pictures.add(picture);
        DURING_ADD.get().ifPresent(Runnable::run);
        persistSession(() -> new Saved(1, pictures));
    }

    public List<DataHandle> pictures() {
        return pictures;
    }
}
