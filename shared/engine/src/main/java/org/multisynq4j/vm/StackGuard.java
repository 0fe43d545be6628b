package org.multisynq4j.vm;

/**
 * Lets the caller see that code has filled the stack.
 *
 * <p>On the JVM that is so anyway; in JavaScript the plugin of client/teavm gives every handler that catches exceptions a full stack as the JVM's error. In WebAssembly a full stack, and every other trap, passes through all handlers and {@code finally} blocks of Java up
 * to JavaScript, so there the plugin sends the calls of {@link #run} to code that asks JavaScript to catch it.
 */
public final class StackGuard {
    private StackGuard() {}

    /**
     * Runs the code. What it throws, the caller gets.
     *
     * @throws VirtualMachineError if the platform could not go on with it; in WebAssembly no {@code finally} block of the code has run then
     */
    public static void run(Runnable code) {
        try {
            code.run();
        } catch (RuntimeException | Error e) {
            // Here the plugin makes an error of what JavaScript threw; whoever catches errors only would not see it.
            throw e;
        }
    }
}
