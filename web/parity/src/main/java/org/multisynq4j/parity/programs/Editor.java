package org.multisynq4j.parity.programs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.multisynq4j.parity.Program;
import org.multisynq4j.parity.Trace;
import org.multisynq4j.text.Text;

/** Editing a text, with undo. */
final class Editor implements Program {
    private sealed interface Edit permits Insert, Delete, Upper {}

    private record Insert(int at, String text) implements Edit {}

    private record Delete(int at, String removed) implements Edit {}

    private record Upper(String before) implements Edit {}

    private static final String[] WORDS = {"alpha", "Beta", "\u00e4\u00f6\u00fc", "\ud83d\ude00", "line\n", "", "x y"};

    private final StringBuilder text = new StringBuilder();
    private final Deque<Edit> done = new ArrayDeque<>();
    private int state = 7;

    @Override
    public void step(int number, Trace trace) {
        state = state * 69069 + 1;
        int choice = state >>> 29;
        int at = text.length() == 0 ? 0 : Math.floorMod(state >> 3, text.length());
        if (choice < 4) {
            apply(new Insert(at, WORDS[(state >>> 8) % WORDS.length]));
        } else if (choice == 4) {
            apply(new Delete(at, text.substring(at, Math.min(text.length(), at + 5))));
        } else if (choice == 5) {
            apply(new Upper(text.toString()));
        } else if (!done.isEmpty()) {
            undo(done.pop());
        }
        if (text.length() > 200) {
            text.setLength(50);
            done.clear();
        }
        trace.put(text.toString());
        trace.put(text.toString().hashCode());
        trace.put(words().size());
        trace.put(String.join("|", words()));
    }

    private void apply(Edit edit) {
        done.push(edit);
        if (edit instanceof Insert insert) {
            text.insert(insert.at(), insert.text());
        } else if (edit instanceof Delete delete) {
            text.delete(delete.at(), delete.at() + delete.removed().length());
        } else if (edit instanceof Upper upper) {
            text.setLength(0);
            text.append(Text.upperCase(upper.before()));
        }
    }

    private void undo(Edit edit) {
        if (edit instanceof Insert insert) {
            text.delete(insert.at(), insert.at() + insert.text().length());
        } else if (edit instanceof Delete delete) {
            text.insert(delete.at(), delete.removed());
        } else {
            text.setLength(0);
            text.append(((Upper) edit).before());
        }
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (String each : Text.split(text.toString(), " ")) {
            if (!each.isBlank()) {
                words.add(each.trim().replace('a', 'o'));
            }
        }
        words.sort(null);
        return words;
    }
}
