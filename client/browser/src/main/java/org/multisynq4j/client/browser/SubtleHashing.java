package org.multisynq4j.client.browser;

import org.multisynq4j.client.Promise;
import org.multisynq4j.client.browser.page.Bytes;
import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.Hashing;
import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/** The browser's own SHA-256, which runs beside the page's thread. Pages have it on https, and on http of this machine. */
final class SubtleHashing implements Hashing {
    private SubtleHashing() {}

    static Hashing open() {
        return isThere() ? new SubtleHashing() : HERE;
    }

    @Override
    public Promise<byte[]> sha256(byte[] bytes) {
        Promise<byte[]> result = new Promise<>();
        digest(
                Bytes.toScript(bytes),
                hash -> Guard.run(() -> result.resolve(Bytes.toJava(hash))),
                why -> Guard.run(() -> HERE.sha256(bytes).then(result::resolve, result::fail)));
        return result;
    }

    @JSBody(script = "return typeof crypto !== 'undefined' && !!crypto.subtle;")
    private static native boolean isThere();

    @JSBody(
            params = {"bytes", "done", "failed"},
            script = "crypto.subtle.digest('SHA-256', bytes).then("
                    + "function(hash) { done(new Int8Array(hash)); }, function(error) { failed(String(error)); });")
    private static native void digest(Int8Array bytes, Bytes.Receiver done, Bytes.Failure failed);
}
