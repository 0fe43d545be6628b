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

    private boolean exporting;

    RecordingView(DockModel model) {
        this.model = model;
    }

    HTMLElement element() {
        return Dom.append(Dom.element("details", "log"), Dom.element("summary", "", "Recording"), hint, button);
    }

    private void export() {
        if (exporting) {
            return;
        }
        exporting = true;
        progressed(0);
        model.export(this::progressed)
                .then(file -> Guard.run(() -> save(file)), error -> Guard.run(() -> failed(error)));
    }

    private void progressed(double fraction) {
        Dom.text(button, "Exporting " + Math.round(fraction * 100) + " %");
    }

    private void ended() {
        exporting = false;
        Dom.text(button, "Export recording");
    }

    private void save(byte[] file) {
        ended();
        Dom.text(hint, CONTENT);
        Download.save(model.sessionName() + ".m4jr", file);
    }

    private void failed(Throwable error) {
        ended();
        Dom.text(hint, "The session could not be exported: " + error.getMessage());
    }
}
