package org.multisynq4j.client.browser.page;

/** The door from JavaScript into Java: nothing thrown inside gets lost in the browser's event loop. */
public final class Guard {
    private Guard() {}

    /** Runs the callback; what it throws is shown in the page and in the console. */
    public static void run(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable error) { // also Errors: a stack overflow in a handler must be seen, too
            Uncaught.show(error);
        }
    }
}
