package org.multisynq4j.teavm;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** Runs code so that a trap of WebAssembly in it, a full stack above all, becomes an error of Java. Runs in the browser only. */
public final class NativeStack {
    private NativeStack() {}

    @JSFunctor
    private interface Code extends JSObject {
        void run();
    }

    /**
     * Runs the code.
     *
     * @throws StackOverflowError and other {@code VirtualMachineError}s instead of traps
     */
    public static void run(Runnable code) {
        Throwable[] thrown = new Throwable[1];
        String trap = attempt(() -> {
            try {
                code.run();
            } catch (Throwable e) { // all of Java's exceptions: they must not go through JavaScript
                thrown[0] = e;
            }
        });
        if (trap != null) {
            throw NativeErrors.trap(trap);
        }
        if (thrown[0] instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown[0] instanceof Error error) {
            throw error;
        }
        if (thrown[0] != null) {
            throw new IllegalStateException(thrown[0]);
        }
    }

    @JSBody(params = "code", script = "try { code(); return null; } catch (e) { return String(e); }")
    private static native String attempt(Code code);
}
