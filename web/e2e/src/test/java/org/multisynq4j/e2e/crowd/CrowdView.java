package org.multisynq4j.e2e.crowd;

import org.multisynq4j.client.View;
import org.teavm.jso.JSBody;

/** Shows one body and notes when it was made, which is when the session was live. */
final class CrowdView extends View {
    private final CrowdModel model;

    CrowdView(CrowdModel model) {
        super(model);
        this.model = model;
        mark(model.jumps);
        CrowdPage.expose(model);
    }

    @Override
    protected void update(double frameTime) {
        show(model.bodies.get(0).x, model.jumps);
    }

    @JSBody(
            params = "jumps",
            script = "globalThis.liveAt = performance.now(); globalThis.jumpsAtLive = jumps; globalThis.frames = 0;")
    private static native void mark(int jumps);

    @JSBody(
            params = {"x", "jumps"},
            script = "globalThis.jumps = jumps; frames++; document.body.style.backgroundPositionX = x + 'px';")
    private static native void show(double x, int jumps);
}
