package org.multisynq4j.pages.chat;

import java.util.Optional;

/** The chat's elements. What the person does goes to the view that is attached; without one, the page shows what it last knew. */
public final class ChatPage {
    private final LineList lines = new LineList();
    private final PeopleList people = new PeopleList();
    private final Composer composer = new Composer(text -> view().ifPresent(view -> view.say(text)));
    private final NameField name = new NameField(text -> view().ifPresent(view -> view.rename(text)));
    private Optional<ChatView> view = Optional.empty();

    void attach(ChatView attached) {
        view = Optional.of(attached);
        composer.enable(true);
    }

    void detach() {
        view = Optional.empty();
        composer.enable(false);
    }

    LineList lines() {
        return lines;
    }

    PeopleList people() {
        return people;
    }

    NameField name() {
        return name;
    }

    private Optional<ChatView> view() {
        return view;
    }
}
