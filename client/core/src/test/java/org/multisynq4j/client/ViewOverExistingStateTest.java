package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;

/** "View initialization considerations": a view begins with what the model has already, and then hears of what is new. */
class ViewOverExistingStateTest {
    private final SimWorld world = new SimWorld(1);

    /** Keeps something to show for each note. */
    private static final class NotesView extends View {
        private final List<String> shown = new ArrayList<>();

        NotesView(NoteModel model) {
            super(model);
        }

        @Override
        protected void init() {
            ((NoteModel) model()).notes().forEach(shown::add);
            subscribe("notes", "added", (String note) -> shown.add(note));
        }
    }

    private static List<String> shown(Session session) {
        return ((NotesView) session.view().orElseThrow()).shown;
    }

    private Session join() {
        return world.live(world.visiblePlatform(), SimWorld.join().view(NotesView::new));
    }

    @Test
    void theFirstAndTheLateShowTheSameEachOnce() {
        Session first = join();
        assertThat(shown(first)).isEmpty();
        first.publish("notes", "add", "in the snapshot");
        world.run(6000);
        first.forceSnapshot();
        world.run(2000);
        first.publish("notes", "add", "replayed");
        world.run(1000);

        Session late = join();
        assertThat(shown(late)).containsExactly("in the snapshot", "replayed");

        first.publish("notes", "add", "live");
        world.run(1000);
        assertThat(shown(late)).containsExactly("in the snapshot", "replayed", "live");
        assertThat(shown(first)).isEqualTo(shown(late));
    }

    @Test
    void aViewThatIsMadeAnewAfterALongBreakShowsWhatItMissed() {
        SimPlatform page = world.visiblePlatform();
        Session away = world.live(page, SimWorld.join().view(NotesView::new));
        Session other = join();
        List<String> before = shown(away);
        away.publish("notes", "add", "one");
        world.run(500);
        page.network.down();
        other.publish("notes", "add", "two");
        world.run(5_000);
        page.network.up();
        world.run(20_000);

        assertThat(shown(away)).isNotSameAs(before).containsExactly("one", "two");
    }
}
