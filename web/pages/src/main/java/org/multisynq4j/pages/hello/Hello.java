package org.multisynq4j.pages.hello;

import org.multisynq4j.apps.hello.CounterModel;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.browser.SessionPage;

/** The counter. */
public final class Hello {
    private Hello() {}

    public static void main(String[] args) {
        HelloPage page = new HelloPage();
        SessionPage.run(() -> Join.app("org.multisynq4j.hello")
                .model(CounterModel.class)
                .view(model -> new HelloView(model, page))
                .server("../")); // also where a proxy serves us below a path of its own
    }
}
