package org.multisynq4j.client.browser.page;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/** Byte arrays between Java and JavaScript; always copies, because TeaVM's own conversion may return a view that later changes underneath. */
public final class Bytes {
    private Bytes() {}

    /** A new array of JavaScript with a buffer of its own. */
    public static Int8Array toScript(byte[] bytes) {
        return slice(Int8Array.copyFromJavaArray(bytes));
    }

    /** A new array of Java. */
    public static byte[] toJava(Int8Array bytes) {
        return bytes.copyToJavaArray();
    }

    /** Takes bytes from a promise. */
    @JSFunctor
    public interface Receiver extends JSObject {
        void call(Int8Array bytes);
    }

    /** Takes the reason why a promise was rejected. */
    @JSFunctor
    public interface Failure extends JSObject {
        void call(String reason);
    }

    @JSBody(params = "bytes", script = "return bytes.slice();")
    private static native Int8Array slice(Int8Array bytes);
}
