package org.multisynq4j.apps.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.Topic;
import org.multisynq4j.model.ViewInfo;

/** A chat room with nicknames and the last {@value #MAX_LINES} lines. */
public final class ChatModel extends Model {
    /** Published by views: say something. */
    public static final Topic<Post> POST = Topic.of("chat", "post", Post.class);

    /** Published by views: be called this. */
    public static final Topic<String> RENAME = Topic.of("chat", "rename", String.class);

    /** Published by the model: a line was added at the end. */
    public static final Topic<Line> ADDED = Topic.of("chat", "added", Line.class);

    /** Published by the model: somebody came, left or changed the nickname. */
    public static final Topic<Integer> PEOPLE = Topic.of("chat", "people", Integer.class);

    /** Older lines are forgotten. */
    public static final int MAX_LINES = 100;

    /** Longer texts are cut. */
    public static final int MAX_TEXT = 2000;

    /** Longer nicknames are cut. */
    public static final int MAX_NAME = 24;

    /** Of so many who left the nicknames are remembered. */
    public static final int MAX_AWAY = 50;

    private static final int FORMAT = 1;

    /**
     * What a view sends.
     *
     * @param text what to say
     * @param sentAtMs the sender's wall clock, ms since 1970; models have no clock of their own
     */
    public record Post(String text, double sentAtMs) {}

    /**
     * One line of the history.
     *
     * @param number counts up from 1, never reused
     * @param viewId who said it
     * @param author the nickname at that time
     * @param text what was said
     * @param sentAtMs the sender's wall clock, ms since 1970; 0 if it made no sense
     */
    public record Line(int number, String viewId, String author, String text, double sentAtMs) {}

    /** Somebody who is here. */
    public record Person(String viewId, String name) {}

    /** What survives a change of this class. */
    public record Saved(int version, List<Line> lines) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Person> away = new ArrayList<>();
    private int lastNumber;
    private int lastGuest;

    @Override
    protected void init(Options options, Persisted persisted) {
        if (persisted.isPresent()) {
            restore(persisted.as(Saved.class));
        }
        subscribe(sessionId(), "view-join", this::join);
        subscribe(sessionId(), "view-exit", this::exit);
        subscribe(POST, this::post);
        subscribe(RENAME, this::rename);
    }

    private void restore(Saved saved) {
        lines.addAll(saved.lines());
        for (Line line : lines) {
            lastNumber = Math.max(lastNumber, line.number());
        }
    }

    /** Whoever comes back under the same id, as after a restart of the server, has the same nickname. */
    private void join(ViewInfo view) {
        Person person = remove(away, view.viewId());
        if (person == null) {
            lastGuest++;
            person = new Person(view.viewId(), "Guest " + lastGuest);
        }
        people.add(person);
        publish(PEOPLE, people.size());
    }

    private void exit(ViewInfo view) {
        Person person = remove(people, view.viewId());
        if (person != null) {
            away.add(person);
        }
        while (away.size() > MAX_AWAY) {
            away.remove(0);
        }
        publish(PEOPLE, people.size());
    }

    private static Person remove(List<Person> from, String viewId) {
        for (int i = 0; i < from.size(); i++) {
            if (from.get(i).viewId().equals(viewId)) {
                return from.remove(i);
            }
        }
        return null;
    }

    private void rename(String name) {
        String clean = cut(name.trim(), MAX_NAME);
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).viewId().equals(activeSender()) && !clean.isEmpty()) {
                people.set(i, new Person(activeSender(), clean));
                publish(PEOPLE, people.size());
            }
        }
    }

    private void post(Post post) {
        String text = cut(post.text().trim(), MAX_TEXT);
        if (text.isEmpty()) {
            return;
        }
        double sentAtMs = post.sentAtMs() > 0 && post.sentAtMs() < 1e15 ? post.sentAtMs() : 0;
        lastNumber++;
        Line line = new Line(lastNumber, activeSender(), nameOf(activeSender()), text, sentAtMs);
        lines.add(line);
        while (lines.size() > MAX_LINES) {
            lines.remove(0);
        }
        publish(ADDED, line);
        persistSession(this::saved);
    }

    private Saved saved() {
        return new Saved(FORMAT, lines);
    }

    /** Cuts without splitting a character that takes two chars. */
    private static String cut(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(maxChars - 1));
        return text.substring(0, splits ? maxChars - 1 : maxChars);
    }

    /** The nickname of a participant; {@code "?"} for somebody who is not here. */
    public String nameOf(String viewId) {
        for (Person person : people) {
            if (person.viewId().equals(viewId)) {
                return person.name();
            }
        }
        return "?";
    }

    /** The last lines, oldest first. */
    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Who is here, in order of arrival. */
    public List<Person> people() {
        return Collections.unmodifiableList(people);
    }
}
