package org.multisynq4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multisynq4j.client.sim.NoteModel;
import org.multisynq4j.client.sim.NoteView;
import org.multisynq4j.client.sim.SimPlatform;
import org.multisynq4j.client.sim.SimWorld;
import org.multisynq4j.client.url.SessionUrl;
import org.multisynq4j.model.DataHandle;

/** What each flag of {@code debug=…} brings to the console, and that nothing comes without it. */
class DebugTest {
    private final SimWorld world = new SimWorld(1);
    private final SimPlatform platform = world.platform();

    private Session join(String flags) {
        return world.live(
                platform,
                SimWorld.join()
                        .view(NoteView::new)
                        .options(Map.of("seats", 8, "rank", 2))
                        .persistentOptions("seats")
                        .urlOptions(SessionUrl.parse("http://h/#room&debug=" + flags)
                                .options()));
    }

    private void happen(Session session) {
        session.publish("notes", "add", "hello");
        world.run(6000);
        session.forceSnapshot();
        world.run(3000);
    }

    private List<String> lines() {
        return platform.console;
    }

    @Test
    void withoutFlagsNothingIsSaid() {
        happen(join(""));
        assertThat(lines()).isEmpty();
    }

    @Test
    void hashingTellsWhatTheIdsAreMadeOf() {
        Session session = join("hashing");
        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0))
                .contains(session.explainId())
                .contains(session.id(), session.persistentId(), session.codeHash())
                .contains("app test.sim\n", "name room\n", "persistent options {\"seats\":8}\n")
                .contains("the other options {\"rank\":2}\n")
                .contains(NoteModel.class.getName());
    }

    @Test
    void classesListsTheModelsClasses() {
        join("classes");
        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0)).contains(NoteModel.class.getName(), NoteModel.Saved.class.getName());
    }

    @Test
    void subscribeTellsOfModelsAndViews() {
        join("subscribe");
        assertThat(lines()).anyMatch(line -> line.contains("NoteModel") && line.endsWith("subscribes to notes:add"));
        assertThat(lines()).anyMatch(line -> line.contains("NoteView") && line.endsWith("subscribes to notes:added"));
    }

    @Test
    void eventsTellsWhatModelsHandled() {
        happen(join("events"));
        assertThat(lines()).anyMatch(line -> line.contains("models handle notes:add @"));
    }

    @Test
    void divergenceTellsWhoVotedForWhat() {
        Session session = join("divergence");
        happen(session);
        assertThat(lines()).anyMatch(line -> line.contains("votes about") && line.contains(session.viewId() + " for "));
    }

    @Test
    void dataTellsOfWhatIsStoredAndFetchedAndOfNoHandle() {
        Session session = join("data");
        List<DataHandle> handles = new ArrayList<>();
        session.data().store(new byte[2048], true).then(handles::add, e -> {});
        world.run(3000);
        session.data().fetch(handles.get(0)).then(data -> {}, e -> {});
        world.run(3000);
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).contains("data: stored 2.0KB as ");
        assertThat(lines().get(1)).contains("data: fetched 2.0KB as ");
        assertThat(lines()).noneMatch(line -> line.contains(handles.get(0).id()));
    }

    @Test
    void writeNamesTheFieldThatAViewChanged() {
        Session session = join("write");
        happen(session);
        assertThat(lines()).isEmpty();

        session.model(NoteModel.class).disturb();
        world.run(1000);
        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0)).contains("changed the model", "NoteModel.ticks of NoteModel", " was ", " and is ");
    }

    @Test
    void aFlagCanBeTakenBackInTheAddress() {
        Session session = world.live(
                platform,
                SimWorld.join()
                        .debug(Debug.EVENTS, Debug.HASHING)
                        .urlOptions(SessionUrl.parse("http://h/#room&debug=noevents")
                                .options()));
        happen(session);
        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0)).contains("persistentId");
    }

    @Test
    void aFlagThatDoesNotExistIsNamedWithThoseThatDo() {
        join("sesion,noticks,nofun");
        assertThat(lines()).hasSize(1);
        assertThat(lines().get(0)).startsWith("WARN").contains("debug=sesion,nofun means nothing", "session, messages");
    }
}
