package org.multisynq4j.teavm;

/**
 * What a JavaScript engine throws when stack or memory are full, as what the JVM throws then. Runs in the browser only.
 *
 * <p>TeaVM wraps everything that comes from JavaScript as a {@code RuntimeException}, which a model could catch and go on in a state of its own.
 */
public final class NativeErrors {
    /** How TeaVM begins the message. */
    private static final String FROM_JAVASCRIPT = "(JavaScript) ";

    private NativeErrors() {}

    /** The exception as a handler should see it. */
    public static Throwable seen(Throwable caught) {
        String message = caught.getClass() == RuntimeException.class ? caught.getMessage() : null;
        if (message == null || !message.startsWith(FROM_JAVASCRIPT)) {
            return caught;
        }
        String text = message.substring(FROM_JAVASCRIPT.length());
        if (isStackFull(text)) {
            return new StackOverflowError(text);
        }
        return isMemoryFull(text) ? new OutOfMemoryError(text) : caught;
    }

    /** Throws on what a handler of other exceptions must not see. */
    public static void pass(Throwable caught) {
        if (seen(caught) instanceof VirtualMachineError error) {
            throw error;
        }
    }

    /** What ended WebAssembly, by the text of the JavaScript exception. */
    static VirtualMachineError trap(String text) {
        if (isStackFull(text)) {
            return new StackOverflowError(text);
        }
        return isMemoryFull(text) ? new OutOfMemoryError(text) : new InternalError(text);
    }

    /** As Chromium and WebKit, and as Firefox say it. */
    private static boolean isStackFull(String text) {
        return text.startsWith("RangeError: Maximum call stack size") || text.endsWith("too much recursion");
    }

    private static boolean isMemoryFull(String text) {
        return text.startsWith("RangeError: ")
                        && (text.contains(" length") || text.contains("allocation") || text.contains("Out of memory"))
                || text.startsWith("InternalError: allocation size overflow")
                || text.contains("requested new array is too large")
                || text.endsWith("out of memory");
    }
}
