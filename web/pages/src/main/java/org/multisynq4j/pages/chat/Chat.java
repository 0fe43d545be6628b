package org.multisynq4j.pages.chat;

import java.util.Optional;
import org.multisynq4j.apps.chat.ChatModel;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.SessionState;
import org.multisynq4j.client.browser.SessionPage;

/** The chat. */
public final class Chat {
    private static SessionPage running;

    private Chat() {}

    public static void main(String[] args) {
        ChatPage page = new ChatPage();
        running = SessionPage.run(
                () -> Join.app("org.multisynq4j.chat")
                        .model(ChatModel.class)
                        .view(model -> new ChatView(model, page, () -> running.namesChanged()))
                        .server("../") // also where a proxy serves us below a path of its own
                        .rejoinLimit(30_000), // what is written while the server starts again must not be lost
                Chat::nameOf);
    }

    private static Optional<String> nameOf(Session session, String viewId) {
        return session.state() == SessionState.LIVE
                ? Optional.of(session.model(ChatModel.class).nameOf(viewId))
                : Optional.empty();
    }
}
