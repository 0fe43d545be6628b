package org.multisynq4j.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multisynq4j.model.Model;
import org.multisynq4j.model.Options;
import org.multisynq4j.model.Persisted;
import org.multisynq4j.model.ViewInfo;
import org.multisynq4j.rehearsal.Rehearsal;

/** "Chat history": the conversation is preserved, and kept short so that snapshots stay small. */
class ChatHistoryTest {
    // #region history
    record Message(String from, String text, double at) {}

    static final class ChatModel extends Model {
        private final List<Message> messages = new ArrayList<>();
        private final Map<String, String> users = new LinkedHashMap<>();

        @Override
        protected void init(Options options, Persisted persisted) {
            subscribe(sessionId(), "view-join", (ViewInfo view) -> users.put(view.viewId(), view.viewId()));
            subscribe(sessionId(), "view-exit", (ViewInfo view) -> users.remove(view.viewId()));
            subscribe("chat", "say", this::addMessage);
        }

        private void addMessage(String text) {
            Message message = new Message(users.get(activeSender()), text, now());
            messages.add(message);
            if (messages.size() > 100) {
                messages.remove(0);
            }
            publish("chat", "message", message);
        }
    }
    // #endregion

    @Test
    void aLateJoinerHasTheHistoryAndHearsWhatIsNew() {
        Rehearsal session = Rehearsal.of(ChatModel.class).start().join("ann");
        session.publish("ann", "chat", "say", "hello").advance(1_000);

        Rehearsal late = session.restored().join("bob");
        late.publish("bob", "chat", "say", "hi");

        assertThat(late.root(ChatModel.class).messages)
                .containsExactly(new Message("ann", "hello", 0), new Message("bob", "hi", 1_000));
        assertThat(late.published()).hasSize(1);
    }

    @Test
    void onlyTheLastHundredMessagesAreKept() {
        Rehearsal session = Rehearsal.of(ChatModel.class).start().join("ann");
        for (int i = 1; i <= 100; i++) {
            session.publish("ann", "chat", "say", "n" + i);
        }
        assertThat(session.root(ChatModel.class).messages).hasSize(100);
        session.publish("ann", "chat", "say", "n101");

        ChatModel chat = session.restored().root(ChatModel.class);

        assertThat(chat.messages).hasSize(100);
        assertThat(chat.messages.get(0).text()).isEqualTo("n2");
        assertThat(chat.users).containsOnlyKeys("ann");
    }
}
