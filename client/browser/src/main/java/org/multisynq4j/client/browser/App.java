package org.multisynq4j.client.browser;

import java.util.Optional;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.browser.dock.PasswordDialog;
import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.browser.page.Toast;
import org.multisynq4j.client.port.Console.Level;
import org.multisynq4j.client.url.SessionUrl;
import org.multisynq4j.client.url.UrlOptions;
import org.multisynq4j.crypto.Passwords;
import org.multisynq4j.crypto.RandomBytes;
import org.multisynq4j.text.Bytes;
import org.teavm.jso.browser.History;
import org.teavm.jso.browser.Location;
import org.teavm.jso.browser.Window;

/** The page's address as the place where session name and password live, and messages to the person in front of it. */
public final class App {
    /** 80 random bits: two sessions of one application never get the same name by accident. */
    private static final int NAME_BYTES = 10;

    private static final RandomBytes RANDOM = new WebEntropy()::fill;

    private static Optional<SessionUrl> scrubbed = Optional.empty();
    private static Optional<String> typed = Optional.empty();
    private static Runnable dialog = () -> {};

    private App() {}

    /** The session's name from the address; if it has none, a random one is put into it. */
    public static String autoSession() {
        SessionUrl url = url();
        if (url.name().isEmpty()) {
            replace(url.withName(randomSession()));
        }
        return url().name().orElseThrow();
    }

    /** The session's password from the fragment of the address; if it has none, a random one is put into it. {@code scrub()} of it takes it out of sight. */
    public static PagePassword autoPassword() {
        SessionUrl url = url();
        if (url.password().isEmpty()) {
            replace(url.withPassword(randomPassword()));
        }
        return new PagePassword(url().password().orElseThrow());
    }

    /**
     * The session's password from the fragment of the address; if it has none, the person is asked. What is entered is not put into the address, so links and QR code
     * do not contain it.
     */
    public static Promise<String> askPassword() {
        Optional<String> known = url().password().or(() -> typed);
        if (known.isPresent()) {
            return Promise.of(known.get());
        }
        Promise<String> entered = new Promise<>();
        dialog.run();
        dialog = PasswordDialog.show(autoSession(), entered::resolve);
        return entered;
    }

    /** What the person typed after a wrong password, for the next attempt; it is kept no longer than that. */
    static void typed(Optional<String> password) {
        typed = password;
    }

    static Optional<String> typed() {
        return typed;
    }

    /** See {@link PagePassword#scrub}. */
    static void scrubPassword() {
        SessionUrl url = url();
        url.password().ifPresent(password -> {
            scrubbed = Optional.of(url);
            History.current().replaceState(null, "", url.withPassword("").toString());
        });
    }

    /** A random session name of 14 characters. */
    public static String randomSession() {
        return Bytes.base64Url(RANDOM.next(NAME_BYTES));
    }

    /** A random password of 128 bits. */
    public static String randomPassword() {
        return Passwords.generate(RANDOM);
    }

    /** The address to share: with name, password and server, without one's own debug options. */
    public static String sessionUrl() {
        return url().forSharing().toString();
    }

    /** The page's address, with the password that {@link #scrubPassword} took out of sight. */
    public static SessionUrl url() {
        SessionUrl shown = SessionUrl.parse(Location.current().getFullURL());
        boolean same = scrubbed.isPresent() && scrubbed.get().name().equals(shown.name());
        return same && shown.password().isEmpty()
                ? shown.withPassword(scrubbed.get().password().orElse(""))
                : shown;
    }

    /** The options of the page's address. */
    public static UrlOptions options() {
        return url().options();
    }

    /** Goes to another password of the same session; listeners of {@link #onAddressChange} are told. */
    public static void usePassword(String password) {
        Location.current().setHash(url().withPassword(password).fragment());
    }

    /** Goes to a new random session of this application; listeners of {@link #onAddressChange} are told. */
    public static void newSession() {
        Location.current()
                .setHash(url().withName(randomSession())
                        .withPassword(randomPassword())
                        .fragment());
    }

    /** Calls back when the fragment was changed by the person, a link or the back button; not for changes made by {@link #autoSession}. */
    public static void onAddressChange(Runnable listener) {
        Window.current().addEventListener("hashchange", event -> Guard.run(listener));
    }

    /** Shows a short message for some seconds. */
    public static void showMessage(Level level, String text) {
        Toast.show(level == Level.WARN || level == Level.ERROR, text);
    }

    private static void replace(SessionUrl url) {
        History.current().replaceState(null, "", url.toString());
    }
}
