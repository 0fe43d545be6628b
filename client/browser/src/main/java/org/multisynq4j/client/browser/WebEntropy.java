package org.multisynq4j.client.browser;

import org.multisynq4j.client.browser.page.Bytes;
import org.multisynq4j.client.port.Entropy;
import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/** Random bytes from {@code crypto.getRandomValues}, which plain-http pages have, too. */
final class WebEntropy implements Entropy {
    /** The browser refuses to fill more at once. */
    private static final int MAX_AT_ONCE = 65_536;

    @Override
    public void fill(byte[] bytes) {
        for (int from = 0; from < bytes.length; from += MAX_AT_ONCE) {
            int count = Math.min(MAX_AT_ONCE, bytes.length - from);
            byte[] part = Bytes.toJava(random(count));
            System.arraycopy(part, 0, bytes, from, count);
        }
    }

    @JSBody(params = "count", script = "return crypto.getRandomValues(new Int8Array(count));")
    private static native Int8Array random(int count);
}
