package org.multisynq4j.client.browser.dock;

import org.multisynq4j.client.browser.page.Dom;
import org.multisynq4j.client.browser.page.Download;
import org.multisynq4j.client.browser.page.Guard;
import org.teavm.jso.dom.html.HTMLElement;

/** Where the session is exported as a file, and what that file holds. */
final class RecordingView {
    private static final String CONTENT =
            "Everything that happened in this session, as one file that can be replayed. It is sealed: who has"
                    + " the file needs the password too. Readable in it are the session's name and who came and went when.";

    private final DockModel model;
    private final HTMLElement button = Dom.button("export", "Export recording", this::export);
    private final HTMLElement hint = Dom.element("p", "hint", CONTENT);

    RecordingView(DockModel model) {
        this.model = model;
    }

    HTMLElement element() {
        return Dom.append(Dom.element("details", "log"), Dom.element("summary", "", "Recording"), hint, button);
    }

    private void export() {
        Dom.text(button, "Exporting …");
        model.export().then(file -> Guard.run(() -> save(file)), error -> Guard.run(() -> failed(error)));
    }

    private void save(byte[] file) {
        Dom.text(button, "Export recording");
        Dom.text(hint, CONTENT);
        Download.save(model.sessionName() + ".m4jr", file);
    }

    private void failed(Throwable error) {
        Dom.text(button, "Export recording");
        Dom.text(hint, "The session could not be exported: " + error.getMessage());
    }
}
