package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.ViewFailureException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.model.Model;

class ViewTest {
    private final SimWorld world = new SimWorld(1);
    private final SimPlatform page = world.visiblePlatform();

    /** Notes what is delivered to it, and how. */
    private static final class Recorder extends View {
        private final List<String> log = new ArrayList<>();
        private boolean updating;

        Recorder(NoteModel model) {
            super(model);
            log.add("made");
        }

        @Override
        protected void init() {
            log.add("init");
        }

        void listen(Handling handling) {
            subscribe("notes", "added", handling, (String text) -> log.add(handling + " " + text + " @" + notes()));
        }

        int notes() {
            return ((NoteModel) model()).notes().size();
        }

        @Override
        protected void update(double frameTime) {
            if (updating) {
                log.add("update");
            }
        }
    }

    private Session session(Join<NoteModel> join) {
        return world.live(page, join);
    }

    private Recorder recorder() {
        Session session = session(SimWorld.join().view(Recorder::new));
        world.run(1000);
        Recorder recorder = (Recorder) session.view().orElseThrow();
        assertThat(recorder.log).containsExactly("made", "init");
        recorder.log.clear();
        return recorder;
    }

    @Test
    void handlersRunInTheOrderOfTheirHandling() {
        Recorder recorder = recorder();
        recorder.listen(Handling.ONCE_PER_FRAME_WHILE_SYNCED);
        recorder.listen(Handling.ONCE_PER_FRAME);
        recorder.listen(Handling.QUEUED);
        recorder.listen(Handling.IMMEDIATE);

        recorder.publish("notes", "add", "a");
        recorder.publish("notes", "add", "b");
        world.run(200);

        // Both travel in one message or two; immediate handlers run after each message, the others after the step.
        assertThat(recorder.log.stream().filter(line -> line.startsWith("IMMEDIATE")))
                .hasSize(2);
        assertThat(recorder.log.get(0)).startsWith("IMMEDIATE a");
        assertThat(recorder.log.indexOf("QUEUED b @2")).isLessThan(recorder.log.indexOf("ONCE_PER_FRAME b @2"));
        assertThat(recorder.log.indexOf("ONCE_PER_FRAME b @2"))
                .isLessThan(recorder.log.indexOf("ONCE_PER_FRAME_WHILE_SYNCED b @2"));
    }

    @Test
    void oncePerFrameDeliversOnlyTheNewest() {
        Recorder recorder = recorder();
        recorder.listen(Handling.ONCE_PER_FRAME);
        recorder.updating = true;

        for (int i = 0; i < 5; i++) {
            recorder.session().publish("notes", "added", "n" + i);
        }
        world.run(40);

        assertThat(recorder.log).containsOnlyOnce("ONCE_PER_FRAME n4 @0").doesNotContain("ONCE_PER_FRAME n0 @0");
        assertThat(recorder.log.indexOf("ONCE_PER_FRAME n4 @0")).isLessThan(recorder.log.lastIndexOf("update"));
    }

    @Test
    void anExceptionInAHandlerEndsNothing() {
        Recorder recorder = recorder();
        List<SessionException> errors = new ArrayList<>();
        recorder.session().onError(errors::add);
        recorder.subscribe("notes", "added", () -> {
            throw new IllegalStateException("on purpose");
        });
        recorder.listen(Handling.QUEUED);

        recorder.publish("notes", "add", "x");
        world.run(200);

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0))
                .isInstanceOf(ViewFailureException.class)
                .hasMessageContaining("notes:added")
                .hasMessageContaining("on purpose");
        assertThat(recorder.log).containsExactly("QUEUED x @1");
    }

    @Test
    void viewsOfOnePersonTalkToEachOtherLocally() {
        Recorder recorder = recorder();
        Session other = world.live();
        recorder.subscribe("ui", "chosen", (Integer number) -> recorder.log.add("chosen " + number));

        recorder.publish("ui", "chosen", 5);
        other.publish("ui", "chosen", 6);
        world.run(200);

        assertThat(recorder.log).containsExactly("chosen 5");
    }

    @Test
    void aDetachedViewTakesItsChildrenWithIt() {
        Recorder recorder = recorder();
        Child child = new Child(recorder, (NoteModel) recorder.model());
        world.run(1);
        recorder.publish("notes", "add", "heard");
        world.run(200);
        recorder.detach();
        recorder.session().publish("notes", "add", "not heard");
        world.run(1000);

        assertThat(child.isAttached()).isFalse();
        assertThat(child.log).containsExactly("init", "heard");
    }

    private static final class Child extends View {
        private final List<String> log = new ArrayList<>();

        Child(View parent, NoteModel model) {
            super(parent, model);
        }

        @Override
        protected void init() {
            log.add("init");
            subscribe("notes", "added", (String text) -> log.add(text));
            future(500, () -> log.add("later"));
        }
    }

    @Test
    void aViewOutsideOfAnyHandlerFindsItsSessionByItsModel() {
        Recorder recorder = recorder();
        Recorder second = new Recorder((NoteModel) recorder.model());
        world.run(1);

        assertThat(second.log).containsExactly("made", "init");
        assertThat(second.session()).isSameAs(recorder.session());
        recorder.session().leave();
        assertThat(second.isAttached()).isFalse();
    }

    @Test
    void modelsCannotBeChangedFromAView() {
        Recorder recorder = recorder();
        List<String> problems = new ArrayList<>();
        recorder.subscribe("notes", "added", Handling.IMMEDIATE, () -> {
            assertThat(Model.isExecuting()).isFalse();
            try {
                recorder.model().publish("notes", "added", "forbidden");
            } catch (IllegalStateException e) {
                problems.add(e.getMessage());
            }
        });

        recorder.publish("notes", "add", "x");
        world.run(200);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).contains("only from model code");
    }

    @Test
    void subscriptionsEndWhenAsked() {
        Recorder recorder = recorder();
        recorder.listen(Handling.QUEUED);
        ViewSubscription subscription = recorder.subscribe("notes", "added", () -> recorder.log.add("second"));
        recorder.unsubscribe("notes", "added");
        assertThat(subscription.isActive()).isFalse();

        recorder.publish("notes", "add", "x");
        world.run(200);

        assertThat(recorder.log).isEmpty();
    }

    @Test
    void allSubscriptionsOfAViewEndTogether() {
        Recorder recorder = recorder();
        recorder.listen(Handling.QUEUED);
        recorder.listen(Handling.IMMEDIATE);
        Recorder other = new Recorder((NoteModel) recorder.model());
        other.listen(Handling.QUEUED);
        recorder.unsubscribeAll();

        recorder.publish("notes", "add", "x");
        world.run(200);

        assertThat(recorder.log).isEmpty();
        assertThat(other.log).contains("QUEUED x @1");
    }

    @Test
    void viewsAreToldByAnEventWhetherTheReplicaKeepsUp() {
        List<String> told = new ArrayList<>();
        session(SimWorld.join().view(model -> new View(model) {
            @Override
            protected void init() {
                subscribe(viewId(), "synced", (Boolean synced) -> told.add("event " + synced));
            }

            @Override
            protected void onSynced(boolean synced) {
                told.add("call " + synced);
            }
        }));
        world.run(1000);

        assertThat(told).startsWith("call true", "event true");
    }

    @Test
    void aViewKnowsHowFarTheModelIsBehind() {
        Recorder recorder = recorder();
        assertThat(recorder.externalNow()).isGreaterThanOrEqualTo(recorder.now());
        assertThat(recorder.backlog()).isEqualTo(recorder.externalNow() - recorder.now());
        assertThat(recorder.extrapolatedNow()).isGreaterThanOrEqualTo(recorder.externalNow());

        double before = recorder.extrapolatedNow();
        world.run(500);
        assertThat(recorder.extrapolatedNow()).isBetween(before + 400, before + 600);
    }

    @Test
    void viewOptionsAndDebugNameAreThisParticipantsOwn() {
        Session named = session(SimWorld.join().debugName("bot-7").viewOptions(List.of("dark")));
        Session other = world.live();
        List<Integer> seen = new ArrayList<>();
        other.onParticipants(() -> seen.add(other.participants().size()));
        world.run(500);

        assertThat(named.viewId()).contains("bot-7");
        assertThat(named.viewOptions()).contains(List.of("dark"));
        assertThat(other.viewOptions()).isEmpty();
        assertThat(named.id()).isEqualTo(other.id());
        named.leave();
        world.run(500);
        assertThat(seen).endsWith(1);
    }
}
