package org.multisynq4j.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The headless Chromium of one test; each {@link Window} has a context of its own, as another person's browser. */
final class Chromium implements AutoCloseable {
    /** Long, because test machines may be busy; a test that passes does not wait for it. */
    private static final double TIMEOUT_MS = 40_000;

    private final Browser browser = SharedBrowser.get();
    private final List<BrowserContext> contexts = new ArrayList<>();

    private Window window(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        return new Window(context);
    }

    /** Another person's browser window. */
    Window window() {
        return window(new Browser.NewContextOptions().setViewportSize(900, 700));
    }

    /** Another person's phone. */
    Window phone() {
        return window(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true));
    }

    /** Closes the windows that are still open; the browser is for the next test. */
    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }

    /** One page with what its console said. */
    static final class Window implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> console = Collections.synchronizedList(new ArrayList<>());
        private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

        private Window(BrowserContext context) {
            this.context = context;
            page = context.newPage();
            page.setDefaultTimeout(TIMEOUT_MS);
            page.onConsoleMessage(message -> {
                console.add(message.text());
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.onPageError(errors::add);
        }

        Window open(String url) {
            page.navigate(url);
            return this;
        }

        Page page() {
            return page;
        }

        BrowserContext context() {
            return context;
        }

        /** Waits until the page's first session is live. */
        Window awaitLive() {
            return await(
                    "window.MULTISYNQ && MULTISYNQ.sessions().length > 0 && MULTISYNQ.sessions()[0].state === 'LIVE'");
        }

        /** Waits until a JavaScript expression is true. */
        Window await(String expression) {
            try {
                page.waitForFunction("() => " + expression);
            } catch (RuntimeException e) {
                throw new AssertionError(
                        "waited in vain for " + expression + "\nconsole: " + console + "\nerrors: " + errors, e);
            }
            return this;
        }

        /** Waits until the console has said something. */
        Window awaitConsole(String text) {
            try {
                page.waitForCondition(() -> console().stream().anyMatch(line -> line.contains(text)));
            } catch (RuntimeException e) {
                throw new AssertionError("waited in vain for \"" + text + "\" in the console: " + console(), e);
            }
            return this;
        }

        /** The first whole line of the console that begins so, once there is one. */
        String awaitLine(String beginning) {
            page.waitForCondition(() -> console().stream().anyMatch(line -> line.startsWith(beginning)));
            return console().stream()
                    .filter(line -> line.startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }

        /** What the card over the page says, once it says that among other things. */
        String awaitCard(String text) {
            page.locator("m4j-overlay .card", new Page.LocatorOptions().setHasText(text))
                    .waitFor();
            return text("m4j-overlay .card");
        }

        Object evaluate(String expression) {
            return page.evaluate("() => " + expression);
        }

        String text(String selector) {
            return page.locator(selector).innerText();
        }

        List<String> console() {
            return List.copyOf(console);
        }

        List<String> errors() {
            return List.copyOf(errors);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
