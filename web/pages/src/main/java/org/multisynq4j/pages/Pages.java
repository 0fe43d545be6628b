package org.multisynq4j.pages;

import org.multisynq4j.client.browser.page.Uncaught;
import org.multisynq4j.pages.chat.Chat;
import org.multisynq4j.pages.hello.Hello;

/** Starts the application whose name the loader passes. */
public final class Pages {
    private Pages() {}

    public static void main(String[] args) {
        switch (args[0]) {
            case "hello" -> Hello.main(args);
            case "chat" -> Chat.main(args);
            default ->
                Uncaught.show(
                        "Unknown application", "The page asks for '" + args[0] + "'. Correct data-app in its HTML.");
        }
    }
}
