package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.error.BrokenModelException;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.UnknownServerException;
import org.multisynq4j.client.error.ViewFailureException;
import org.multisynq4j.client.error.WrongPasswordException;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;

class EndingsTest {
    private final SimWorld world = new SimWorld(1);

    /** Recurses without end when a note is added. */
    static final class DivingView extends View {
        DivingView(NoteModel model) {
            super(model);
            subscribe("notes", "added", () -> depth(1));
        }

        private int depth(int n) {
            return depth(n + 1) + 1;
        }
    }

    private List<Throwable> failureOf(SimPlatform platform, Join<?> join, double waitMs) {
        List<Throwable> failures = new ArrayList<>();
        Session.join(platform, join).then(s -> failures.add(new AssertionError("joined")), failures::add);
        world.run(waitMs);
        return failures;
    }

    @Test
    void aWrongPasswordIsToldAndOthersAreNotDisturbed() {
        Session first = world.live();
        String before = String.valueOf(first.model(NoteModel.class).notes());
        List<SessionException> errors = new ArrayList<>();
        first.onError(errors::add);

        List<Throwable> failures = failureOf(world.platform(), SimWorld.join().password("not the one"), 3000);

        assertThat(failures).hasSize(1);
        assertThat(failures.get(0))
                .isInstanceOf(WrongPasswordException.class)
                .hasMessageContaining("\u201C" + first.name() + "\u201D was made with another password")
                .hasMessageContaining("a lost password is lost data")
                .message()
                .doesNotContain(first.id());
        assertThat(first.state()).isEqualTo(SessionState.LIVE);
        assertThat(first.model(NoteModel.class).notes()).hasToString(before);
        assertThat(errors).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerIsTriedForAWhile() {
        SimPlatform platform = world.platform();
        platform.network.down();

        assertThat(failureOf(platform, SimWorld.join(), 15_000)).isEmpty();
        world.run(60_000);
        assertThat(failureOf(platform, SimWorld.join(), 60_000).get(0)).isInstanceOf(UnknownServerException.class);
    }

    @Test
    void theStateAndTheProblemTellWhatHappened() {
        world.live();
        SimPlatform platform = world.platform();
        Session session = Session.begin(platform, SimWorld.join().password("not the one"));
        List<SessionState> states = new ArrayList<>();
        session.onState(states::add);

        world.run(1000);

        assertThat(states).containsExactly(SessionState.LEFT);
        assertThat(session.problem()).get().isInstanceOf(WrongPasswordException.class);
    }

    @Test
    void aListenerThatThrowsHarmsNobody() {
        SimPlatform platform = world.platform();
        Session session = Session.begin(platform, SimWorld.join());
        session.onState(state -> {
            throw new IllegalStateException("on purpose");
        });

        world.run(1000);

        assertThat(session.state()).isEqualTo(SessionState.LIVE);
    }

    @Test
    void modelErrorsAreReportedAndTheSessionGoesOn() {
        Session session = world.live();
        List<SessionException> errors = new ArrayList<>();
        session.onError(errors::add);

        session.publish("notes", "fail", null);
        session.publish("notes", "add", "goes on");
        world.run(500);

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).hasMessageContaining("NoteModel").hasMessageContaining("notes:fail");
        assertThat(session.model(NoteModel.class).notes()).containsExactly("goes on");
    }

    @Test
    void aRecursionWithoutEndEndsTheSessionAndSaysWhereAndWhatToDo() {
        Session session = world.live();
        List<SessionException> errors = new ArrayList<>();
        session.onError(errors::add);

        session.publish("notes", "dive", null);
        world.run(500);

        assertThat(session.state()).isEqualTo(SessionState.LEFT);
        assertThat(session.problem())
                .get()
                .isInstanceOf(BrokenModelException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("NoteModel M1, the handler of notes:dive @")
                .contains("StackOverflowError")
                .contains("Bound the depth");
        assertThat(errors).containsExactly(session.problem().get());
    }

    @Test
    void whoJoinsLaterAndReplaysItEndsWithTheSameProblemAtOnce() {
        world.live().publish("notes", "dive", null);
        world.run(500);

        List<Throwable> failures = failureOf(world.platform(), SimWorld.join(), 3000);

        assertThat(failures).hasSize(1);
        assertThat(failures.get(0)).isInstanceOf(BrokenModelException.class).hasMessageContaining("notes:dive");
    }

    @Test
    void aViewThatRecursesWithoutEndIsReportedAndTheSessionGoesOn() {
        Session session = world.live(world.platform(), SimWorld.join().view(DivingView::new));
        List<SessionException> errors = new ArrayList<>();
        session.onError(errors::add);

        session.publish("notes", "add", "goes on");
        world.run(500);

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).isInstanceOf(ViewFailureException.class).hasMessageContaining("StackOverflowError");
        assertThat(session.model(NoteModel.class).notes()).containsExactly("goes on");
    }
}
