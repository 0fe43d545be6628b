package org.multisynq4j.client.browser;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.multisynq4j.client.Join;
import org.multisynq4j.client.PreparedJoin;
import org.multisynq4j.client.Session;
import org.multisynq4j.client.browser.dock.Dock;
import org.multisynq4j.client.browser.dock.Overlay;
import org.multisynq4j.client.browser.page.Dom;
import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.browser.page.Uncaught;
import org.multisynq4j.client.error.SessionException;
import org.multisynq4j.client.error.ViewFailureException;
import org.multisynq4j.client.port.Console.Level;
import org.multisynq4j.client.url.ServerAddress;
import org.multisynq4j.client.url.SessionUrl;
import org.teavm.jso.browser.Window;

/**
 * A page that is one session: takes name, password and server from the page's address, shows dock and overlay, says what goes wrong, and moves to another session
 * when the address changes.
 */
public final class SessionPage {
    private final BrowserPlatform platform = new BrowserPlatform();
    private final Supplier<Join<?>> join;
    private final BiFunction<Session, String, Optional<String>> names;
    private final SessionDock dock;
    private Optional<Session> session = Optional.empty();
    private SessionUrl address;
    private int entries;

    private SessionPage(Supplier<Join<?>> join, BiFunction<Session, String, Optional<String>> names) {
        this.join = join;
        this.names = names;
        dock = new SessionDock(this::nameOf, platform.target());
    }

    /** Runs a page whose participants have no names of their own. */
    public static SessionPage run(Supplier<Join<?>> join) {
        return run(join, (session, viewId) -> Optional.empty());
    }

    /**
     * Runs a page.
     *
     * @param join called for each session: what to join, without the name, which the address has; the password is the address's too, unless the join has one (or
     *     promises one, as {@link App#askPassword})
     * @param names what the application calls the participant with a view id
     */
    public static SessionPage run(Supplier<Join<?>> join, BiFunction<Session, String, Optional<String>> names) {
        Uncaught.install();
        SessionPage page = new SessionPage(join, names);
        App.autoSession();
        Dock.show(page.dock, page.platform.consoleLines(), App.options());
        Overlay.show(page.dock, page.overlayActions());
        App.onAddressChange(page::addressChanged);
        Window.current().addEventListener("online", event -> Guard.run(page.dock::changed));
        Window.current().addEventListener("offline", event -> Guard.run(page.dock::changed));
        // What is not saved yet must go on its way before the page is gone; one that comes back joins again.
        Window.current().addEventListener("pagehide", event -> Guard.run(page::leave));
        Window.current().addEventListener("pageshow", event -> Guard.run(page::shownAgain));
        if (PageFrames.isVisible()) {
            // The dock must be seen before the key derivation of a slow phone takes the thread.
            Dom.nextFrame(page::enter);
        } else {
            // A tab opened behind another has no frames; it joins all the same, and shows the session when it is looked
            // at.
            page.enter();
        }
        return page;
    }

    /** The session of this page; none if the last join was refused. */
    public Optional<Session> session() {
        return session;
    }

    /** Shows changed names of participants in the dock. */
    public void namesChanged() {
        dock.changed();
    }

    private Optional<String> nameOf(String viewId) {
        return session.flatMap(current -> names.apply(current, viewId));
    }

    private Overlay.Actions overlayActions() {
        return new Overlay.Actions() {
            @Override
            public void tryPassword(String password) {
                if (address.password().isEmpty()) {
                    // Asked for, or promised by somebody: it must not get into the address now.
                    App.typed(Optional.of(password));
                    enter();
                } else if (address.password().filter(password::equals).isPresent()) {
                    enter();
                } else {
                    App.usePassword(password);
                }
            }

            @Override
            public void newSession() {
                App.newSession();
            }
        };
    }

    private void addressChanged() {
        App.autoSession();
        if (!App.url().sameSession(address)) {
            enter();
        }
    }

    /** The first showing comes before the first joining and changes nothing. */
    private void shownAgain() {
        if (entries > 0 && session.isEmpty()) {
            enter();
        }
    }

    private void enter() {
        leave();
        entries++;
        int entry = entries;
        address = App.url();
        try {
            Join<?> complete = complete(join.get());
            address = App.url(); // with the password that was made for it
            complete.withPassword().then(ready -> prepare(entry, ready), error -> refused(entry, error));
        } catch (SessionException | IllegalArgumentException e) {
            refused(entry, e);
        }
    }

    /** A password may come after the person has moved on to another session, and so may its keys. */
    private void prepare(int entry, Join<?> ready) {
        if (entry == entries) {
            dock.preparing();
            Session.prepare(platform, ready).then(prepared -> begin(entry, prepared), error -> refused(entry, error));
        }
    }

    private void begin(int entry, PreparedJoin prepared) {
        if (entry != entries) {
            return;
        }
        try {
            Session next = prepared.begin();
            session = Optional.of(next);
            next.onError(this::reported);
            ToolHandle.add(next);
            dock.follow(next);
        } catch (SessionException | IllegalArgumentException e) {
            refused(entry, e);
        }
    }

    private void refused(int entry, Throwable error) {
        if (entry == entries) {
            platform.console().log(Level.ERROR, "[Multisynq] " + error.getMessage());
            dock.refused(error.getMessage());
        }
    }

    private void leave() {
        session.ifPresent(current -> {
            ToolHandle.remove(current);
            current.leave();
        });
        session = Optional.empty();
        platform.endWorker();
    }

    private Join<?> complete(Join<?> wanted) {
        Join<?> named = wanted.name(App.autoSession()).urlOptions(App.options());
        if (App.typed().isPresent()) {
            named = named.password(App.typed().get());
            App.typed(Optional.empty());
        } else if (!named.hasPassword()) {
            named = named.password(App.autoPassword());
        }
        if (named.serverAddress().isPresent()) {
            return named;
        }
        return named.serverAddress(
                ServerAddress.of(address.toString(), App.options(), named.server(), AllowedServers.origins()));
    }

    private void reported(SessionException error) {
        if (error instanceof ViewFailureException) {
            Uncaught.show("This page's view failed", Uncaught.describe(error));
        } else if (session.isPresent() && session.get().problem().isEmpty()) {
            App.showMessage(Level.ERROR, error.getMessage());
        }
    }
}
