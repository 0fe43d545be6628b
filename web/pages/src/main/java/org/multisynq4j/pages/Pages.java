package org.multisynq4j.pages;

import org.multisynq4j.client.browser.App;
import org.multisynq4j.client.browser.page.Uncaught;

/** Starts the application whose name the loader passes. */
public final class Pages {
    private Pages() {}

    public static void main(String[] args) {
        Uncaught.install();
        App.autoSession();
        App.autoPassword();
    }
}
