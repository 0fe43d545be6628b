package org.multisynq4j.pages.chat;

import java.util.Set;
import org.multisynq4j.apps.chat.ChatModel;
import org.multisynq4j.apps.chat.ChatModel.Post;
import org.multisynq4j.client.View;

/** Shows the room in the page and sends what the person writes. */
public final class ChatView extends View {
    private final ChatModel model;
    private final ChatPage page;
    private final Runnable onNames;

    /** @param onNames called when nicknames may have changed */
    public ChatView(ChatModel model, ChatPage page, Runnable onNames) {
        super(model);
        this.model = model;
        this.page = page;
        this.onNames = onNames;
    }

    @Override
    protected void init() {
        Set<String> own = Remembered.ownViews(sessionId(), viewId());
        page.attach(this);
        page.lines().show(model.lines(), own);
        subscribe(ChatModel.ADDED, page.lines()::add);
        subscribe(ChatModel.PEOPLE, count -> showPeople());
        showPeople();
        if (!page.name().remembered().isEmpty()) {
            rename(page.name().remembered());
        }
    }

    @Override
    public void detach() {
        page.detach();
        super.detach();
    }

    void say(String text) {
        publish(ChatModel.POST, new Post(text, WallTime.nowMs()));
    }

    void rename(String name) {
        publish(ChatModel.RENAME, name);
    }

    private void showPeople() {
        page.people().show(model.people(), viewId());
        page.name().show(model.nameOf(viewId()));
        onNames.run();
    }
}
