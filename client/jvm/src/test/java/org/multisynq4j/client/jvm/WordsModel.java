package org.multisynq4j.client.jvm;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;

/** Collects words. */
public final class WordsModel extends Model {
    private final List<String> words = new ArrayList<>();

    @Override
    protected void init(Options options, Persisted persisted) {
        subscribe("words", "add", this::add);
    }

    private void add(String word) {
        words.add(word);
    }

    public List<String> words() {
        return words;
    }
}
