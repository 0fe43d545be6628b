package org.multisynq4j.apps.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.multisynq4j.apps.Room;
import org.multisynq4j.apps.chat.ChatModel.Line;
import org.multisynq4j.apps.chat.ChatModel.Person;
import org.multisynq4j.apps.chat.ChatModel.Post;

class ChatModelTest {
    private static final double NOON = 1_800_000_000_000.0;

    private final Room<ChatModel> room = Room.of(ChatModel.class).join("ann").join("bob");

    @Test
    void aPostBecomesALineWithItsAuthorsNickname() {
        room.publish("ann", ChatModel.RENAME, "Ann");
        say("ann", "hello");
        assertThat(lines()).containsExactly(new Line(1, "ann", "Ann", "hello", NOON));
        assertThat(room.published).last().isEqualTo("chat:added=" + lines().get(0));
    }

    @Test
    void theHistoryHoldsTheLastHundredLines() {
        for (int i = 1; i <= ChatModel.MAX_LINES; i++) {
            say("ann", "line " + i);
        }
        assertThat(lines()).hasSize(ChatModel.MAX_LINES);
        assertThat(lines().get(0).text()).isEqualTo("line 1");
        say("ann", "one more");
        assertThat(lines()).hasSize(ChatModel.MAX_LINES);
        assertThat(lines().get(0).text()).isEqualTo("line 2");
        assertThat(lines().get(ChatModel.MAX_LINES - 1).number()).isEqualTo(ChatModel.MAX_LINES + 1);
    }

    @Test
    void whoIsHereFollowsComingAndGoing() {
        assertThat(room.model().people()).containsExactly(new Person("ann", "Guest 1"), new Person("bob", "Guest 2"));
        room.exit("ann").join("cleo");
        assertThat(room.model().people()).containsExactly(new Person("bob", "Guest 2"), new Person("cleo", "Guest 3"));
    }

    @Test
    void whoComesBackUnderTheSameIdHasTheSameNickname() {
        room.publish("ann", ChatModel.RENAME, "Ann");
        room.exit("bob").exit("ann").join("ann").join("bob");
        assertThat(room.model().people()).containsExactly(new Person("ann", "Ann"), new Person("bob", "Guest 2"));
    }

    @Test
    void ofFiftyWhoLeftTheNicknamesAreRemembered() {
        room.exit("ann");
        for (int i = 1; i < ChatModel.MAX_AWAY; i++) {
            room.join("passer-by " + i).exit("passer-by " + i);
        }
        assertThat(room.join("ann").model().nameOf("ann")).isEqualTo("Guest 1");
        room.exit("ann");
        for (int i = 0; i < ChatModel.MAX_AWAY; i++) {
            room.join("another " + i).exit("another " + i);
        }
        assertThat(room.join("ann").model().nameOf("ann")).isNotEqualTo("Guest 1");
    }

    @Test
    void aNicknameBelongsToItsSenderAndIsKeptInWhatWasSaid() {
        say("ann", "before");
        room.publish("ann", ChatModel.RENAME, "  Ann  ");
        say("ann", "after");
        assertThat(lines()).extracting(Line::author).containsExactly("Guest 1", "Ann");
        assertThat(room.model().nameOf("bob")).isEqualTo("Guest 2");
    }

    @Test
    void emptyAndOverlongInputIsRefusedOrCut() {
        say("ann", "   ");
        room.publish("ann", ChatModel.RENAME, " ");
        assertThat(lines()).isEmpty();
        assertThat(room.model().nameOf("ann")).isEqualTo("Guest 1");

        say("ann", "x".repeat(ChatModel.MAX_TEXT));
        say("ann", "x".repeat(ChatModel.MAX_TEXT + 1));
        say("ann", "x".repeat(ChatModel.MAX_TEXT - 1) + "😀");
        assertThat(lines()).extracting(line -> line.text().length()).containsExactly(2000, 2000, 1999);

        room.publish("ann", ChatModel.RENAME, "n".repeat(ChatModel.MAX_NAME + 1));
        assertThat(room.model().nameOf("ann")).hasSize(ChatModel.MAX_NAME);
    }

    @Test
    void aSenderWithAnAbsurdClockHasNoTime() {
        for (double absurd : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY, 1e300}) {
            room.publish("ann", ChatModel.POST, new Post("x", absurd));
        }
        assertThat(lines()).extracting(Line::sentAtMs).containsOnly(0.0);
    }

    @Test
    void dataOfAnotherTypeIsReportedAndChangesNothing() {
        room.publish("ann", ChatModel.POST, "just text");
        room.publish("ann", ChatModel.RENAME, 7);
        assertThat(room.errors()).hasSize(2);
        assertThat(lines()).isEmpty();
        say("ann", "still working");
        assertThat(lines()).hasSize(1);
    }

    @Test
    void somebodyWhoComesLateHasTheSameRoom() {
        say("ann", "early");
        Room<ChatModel> late = room.lateJoiner();
        assertThat(late.model().lines()).isEqualTo(lines());
        late.publish("bob", ChatModel.POST, new Post("later", NOON));
        say("bob", "later");
        assertThat(late.state()).isEqualTo(room.state());
    }

    @Test
    void theHistorySurvivesAChangeOfCode() {
        say("ann", "keep \"this\"");
        say("bob", "and this");
        room.pass(30_000);
        Room<ChatModel> next = Room.of(ChatModel.class, room.saved().orElseThrow());
        assertThat(next.model().lines()).isEqualTo(lines());
        next.join("ann").publish("ann", ChatModel.POST, new Post("third", NOON));
        assertThat(next.model().lines()).extracting(Line::number).containsExactly(1, 2, 3);
    }

    private void say(String viewId, String text) {
        room.publish(viewId, ChatModel.POST, new Post(text, NOON));
    }

    private List<Line> lines() {
        return List.copyOf(room.model().lines());
    }
}
