package org.multisynq4j.e2e.crowd;

import java.util.ArrayList;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.browser.CompiledModels;
import org.multisynq4j.client.browser.SessionPage;
import org.multisynq4j.snapshot.CodecLimits;
import org.multisynq4j.snapshot.ObjectDecoder;
import org.multisynq4j.snapshot.ObjectEncoder;
import org.multisynq4j.snapshot.TypeCatalog;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** The page: {@code bodies=100000} in its address says how many. */
public final class CrowdPage {
    private CrowdPage() {}

    public static void main(String[] args) {
        SessionPage.run(() -> Join.app("org.multisynq4j.crowd")
                .model(CrowdModel.class)
                .view(CrowdView::new)
                .optionsFromUrl("bodies"));
    }

    /** Makes {@code crowd.encode()}, {@code crowd.decode()} and {@code crowd.jsonLength()} of this model. */
    static void expose(CrowdModel model) {
        TypeCatalog catalog = CompiledModels.catalog(CrowdModel.class);
        byte[][] image = {{}};
        publish(
                () -> {
                    image[0] = new ObjectEncoder(catalog, CodecLimits.SNAPSHOT).encode(model.bodies);
                    return image[0].length;
                },
                () -> new ObjectDecoder(catalog, CodecLimits.SNAPSHOT)
                        .decode(image[0], ArrayList.class)
                        .size(),
                () -> jsonLength(model));
    }

    /** What a system that stores JSON would store. */
    private static int jsonLength(CrowdModel model) {
        long length = 0;
        for (Body body : model.bodies) {
            length += ("{\"$class\":\"Body\",\"id\":" + body.id + ",\"x\":" + text(body.x) + ",\"y\":" + text(body.y)
                            + ",\"heading\":" + text(body.heading) + ",\"health\":" + body.health + ",\"mood\":\""
                            + body.mood + "\",\"awake\":" + body.awake + ",\"team\":\"" + body.team + "\"},")
                    .length();
        }
        return (int) length;
    }

    @JSBody(params = "value", script = "return String(value);")
    private static native String text(double value);

    @JSFunctor
    private interface Work extends JSObject {
        int run();
    }

    @JSBody(
            params = {"encode", "decode", "jsonLength"},
            script = "globalThis.crowd = {encode: encode, decode: decode, jsonLength: jsonLength};")
    private static native void publish(Work encode, Work decode, Work jsonLength);
}
