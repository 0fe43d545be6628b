package com.example.notes;

import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.Debug;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.browser.App;
import org.multisynq4j.client.browser.SessionPage;
import org.multisynq4j.model.Model;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The page's elements, and where its program starts. {@code ?login=} chooses where the password comes from. */
public final class NotesPage {
    private static Optional<String> entered = Optional.empty();

    public static void main(String[] args) {
        element("add").onClick(click -> {
            HTMLInputElement text = (HTMLInputElement) element("note");
            entered = Optional.of(text.getValue());
            text.setValue("");
        });
        SessionPage.run(() -> password(Join.app("com.example.notes")
                .model(Notes.class)
                .view(NotesView::new)
                .debug(Debug.SESSION)));
    }

    // #region password
    private static <M extends Model> Join<M> password(Join<M> join) {
        return switch (App.options().text("login").orElse("link")) {
            case "ask" -> join.password(App.askPassword());
            case "server" -> join.password(OwnServer.password(App.autoSession()));
            case "scrub" -> join.password(App.autoPassword().scrub());
            default -> join.password(App.autoPassword());
        };
    }
    // #endregion

    /** What was entered since the last call. */
    static Optional<String> takeNote() {
        Optional<String> taken = entered;
        entered = Optional.empty();
        return taken;
    }

    static void show(List<String> notes) {
        String text = String.join("\n", notes);
        if (!text.equals(element("notes").getInnerText())) {
            element("notes").setInnerText(text);
        }
    }

    private static HTMLElement element(String id) {
        return HTMLDocument.current().getElementById(id);
    }
}
