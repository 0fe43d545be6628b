package org.multisynq4j.pages.chat;

import java.util.function.Consumer;
import org.multisynq4j.client.browser.page.Dom;
import org.multisynq4j.client.browser.page.Guard;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLInputElement;

/** The field for one's nickname; remembered for the next visit. */
final class NameField {
    private final HTMLInputElement field = (HTMLInputElement) Dom.byId("nick");
    private final Consumer<String> onName;

    NameField(Consumer<String> onName) {
        this.onName = onName;
        field.setValue(Remembered.name());
        Dom.on(field, "change", this::changed);
        field.addEventListener(
                "keydown",
                (KeyboardEvent event) -> Guard.run(() -> {
                    if (event.getKey().equals("Enter")) {
                        field.blur();
                    }
                }));
    }

    /** The remembered nickname; may be empty. */
    String remembered() {
        return Remembered.name();
    }

    /** What the room calls one; shown unless the person is typing. */
    void show(String name) {
        field.setDisabled(false);
        field.setPlaceholder(name);
    }

    private void changed() {
        String name = field.getValue().trim();
        Remembered.name(name);
        if (!name.isEmpty()) {
            onName.accept(name);
        }
    }
}
