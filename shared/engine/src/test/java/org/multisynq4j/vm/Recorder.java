package org.multisynq4j.vm;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.model.FutureMessage;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.Subscription;
import org.multisynq4j.model.Topic;
import org.multisynq4j.model.ViewInfo;

/** Notes everything that happens to it. */
final class Recorder extends Model {
    static final Topic<String> SAY = Topic.of("room", "say", String.class);

    final List<String> notes = new ArrayList<>();
    private FutureMessage repeating;
    FutureMessage later;
    private Subscription subscription;
    private Child child;
    transient int starts;

    @Override
    protected void init(Options options, Persisted persisted) {
        note("init");
        subscription = subscribe(SAY, this::heard);
        subscribe("room", "plan", this::plan);
        subscribe("room", "fail", () -> {
            note("about to fail");
            throw new IllegalStateException("on purpose");
        });
        subscribe("room", "fail", () -> note("the next handler still runs"));
        subscribe(sessionId(), "view-join", (ViewInfo view) -> note("joined " + view.viewId()));
        subscribe(sessionId(), "view-exit", (ViewInfo view) -> note("left " + view.viewId()));
        subscribe("room", "nested", this::nested);
        subscribe("room", "inner", () -> note("inner"));
        subscribe("room", "quiet", () -> subscription.cancel());
        subscribe("room", "repeat", () -> repeating = every(100, () -> note("tick")));
        subscribe("room", "stop", () -> note("stopped " + repeating.cancel()));
        subscribe("room", "child", () -> child = create(Child.class, "kid"));
        subscribe("room", "orphan", () -> child.destroy());
        subscribe("room", "use", () -> child.use());
        subscribe("room", "draw", () -> note("drew " + random(1000) + " " + random() + " " + generateId()));
        subscribe("room", "persist", () -> persistSession(() -> List.of("notes", notes.size())));
    }

    @Override
    protected void start() {
        starts++;
    }

    private void note(String text) {
        notes.add(text + "@" + (int) now());
    }

    private void heard(String text) {
        note(activeSender() + " said " + text);
    }

    void plan(String text) {
        String captured = text;
        later = future(50, () -> note("planned " + captured));
        future(0, this::note, "at once");
        note("planning");
    }

    private void nested() {
        publish("room", "inner");
        publish("room", "outer");
        note("nested done");
    }
}
