package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.e2e.Chromium.Window;

/** Where a page's password comes from: the link, a person, the application's own server. */
@Tag("e2e")
@Timeout(300)
class PasswordsTest {
    private static final String DIALOG = "m4j-password";
    private static final String FIELD = DIALOG + " input";
    private static final String TOGGLE = DIALOG + " button[aria-pressed]";

    @TempDir
    static Path classes;

    @TempDir
    static Path pages;

    @TempDir
    Path data;

    private ServerProcess server;
    private Chromium chromium;

    @BeforeAll
    static void buildTheExample() throws Exception {
        NotesExample.build(classes, pages);
    }

    @BeforeEach
    void start() {
        server = ServerProcess.startWithPages(pages, data, 0);
        chromium = new Chromium();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    private Window open(String rest) {
        return chromium.window().open(server.origin() + "/notes/" + rest);
    }

    private static void add(Window window, String note) {
        window.page().fill("#note", note);
        window.page().click("#add");
        awaitNote(window, note);
    }

    private static void awaitNote(Window window, String note) {
        window.await("document.getElementById('notes').textContent.includes('" + note + "')");
    }

    private static void enter(Window window, String password) {
        window.page().fill(FIELD, password);
        window.page().press(FIELD, "Enter");
    }

    private void picture(Window window, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("multisynq4j.images", "target/images")));
        Files.write(folder.resolve(name + ".png"), window.page().screenshot());
    }

    @Test
    void aPersonIsAskedWithAHintAndAWarningAndWhatIsTypedIsKeptNowhere() throws Exception {
        try (Window ann = open("?login=ask#plans");
                Window bob = open("?login=ask#plans")) {
            ann.page().locator(FIELD).waitFor();
            assertThat(ann.text(DIALOG + " h2")).isEqualTo("Password for “plans”");
            assertThat(ann.text(DIALOG + " .warning")).contains("a lost password is lost data");
            assertThat(ann.page().locator(FIELD).getAttribute("type")).isEqualTo("password");
            ann.page().fill(FIELD, "cat");
            assertThat(ann.text(DIALOG + " .hint")).isNotEmpty();
            String weak = ann.text(DIALOG + " .hint");
            ann.page().fill(FIELD, "correct horse battery staple");
            assertThat(ann.text(DIALOG + " .hint")).isNotEqualTo(weak);
            ann.page().click(TOGGLE);
            assertThat(ann.page().locator(FIELD).getAttribute("type")).isEqualTo("text");
            picture(ann, "password-dialog");
            ann.page().click(TOGGLE);
            assertThat(ann.page().locator(FIELD).getAttribute("type")).isEqualTo("password");
            ann.page().press(FIELD, "Enter");
            ann.awaitLive();
            assertThat(ann.page().locator(DIALOG).count()).isZero();
            add(ann, "milk");

            enter(bob, "correct horse battery staple");
            bob.awaitLive();
            awaitNote(bob, "milk");

            assertThat(ann.page().url()).endsWith("/notes/?login=ask#plans");
            assertThat(ann.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"
                            + " + JSON.stringify(history.state) + document.cookie"))
                    .isEqualTo("{}{}null");
            ann.page().reload();
            ann.page().locator(FIELD).waitFor();
            assertThat(ann.page().inputValue(FIELD)).isEmpty();
        }
    }

    @Test
    void whoForgotThePasswordIsToldThatTheDataIsLostAndTheAddressStaysClean() throws Exception {
        try (Window ann = open("?login=ask#plans")) {
            enter(ann, "correct horse");
            ann.awaitLive();
            add(ann, "milk");
            ann.awaitLine("[Multisynq] Persistent data saved (");
            ann.page().reload();
            enter(ann, "was it this one?");
            assertThat(ann.awaitCard("“plans” was made with another password"))
                    .contains("a lost password is lost data");
            picture(ann, "lost-password");
            ann.page().fill("m4j-overlay input", "or that one?");
            ann.page().press("m4j-overlay input", "Enter");
            ann.await("MULTISYNQ.sessions().length > 0 && MULTISYNQ.sessions()[0].state === 'LEFT'");
            assertThat(ann.page().url()).endsWith("#plans");
            ann.page().fill("m4j-overlay input", "correct horse");
            ann.page().press("m4j-overlay input", "Enter");
            ann.awaitLive();
            awaitNote(ann, "milk");
            assertThat(ann.page().url()).endsWith("#plans");
            assertThat(ann.page().locator(DIALOG).count()).isZero();
        }
    }

    @Test
    void aLinkWithAPasswordLetsInWithoutAQuestion() {
        try (Window ann = open("#plans").awaitLive();
                Window bob = chromium.window().open(ann.page().url()).awaitLive();
                Window carl =
                        open(ann.page().url().replaceAll(".*#", "?login=ask#")).awaitLive()) {
            assertThat(ann.page().url()).matches(".*#plans&pw=[A-Za-z0-9_-]{24}");
            add(ann, "milk");
            awaitNote(bob, "milk");
            awaitNote(carl, "milk");
        }
    }

    @Test
    void scrubTakesThePasswordOutOfTheAddressAndWhoReloadsNeedsTheLinkAgain() {
        try (Window ann = open("#plans").awaitLive()) {
            String link = ann.page().url();
            String password = link.replaceAll(".*pw=", "");
            add(ann, "milk");
            try (Window bob =
                    chromium.window().open(link.replace("#", "?login=scrub#")).awaitLive()) {
                awaitNote(bob, "milk");
                assertThat(bob.page().url()).endsWith("/notes/?login=scrub#plans");
                assertThat(bob.console()).noneMatch(line -> line.contains(password));
                bob.page().reload();
                bob.awaitCard("“plans” was made with another password");
                bob.page().fill("m4j-overlay input", password);
                bob.page().press("m4j-overlay input", "Enter");
                bob.awaitLive();
                awaitNote(bob, "milk");
                assertThat(bob.page().url()).endsWith("#plans");
            }
        }
    }

    @Test
    void theApplicationsOwnServerGivesThePasswordToThoseWhoAreLoggedIn() throws Exception {
        try (NotesExample.OwnServer own = new NotesExample.OwnServer(pages);
                Window ann = chromium.window();
                Window bob = chromium.window();
                Window eve = chromium.window()) {
            String address = own.origin() + "/?login=server&box=" + server.origin() + "/#party";
            ann.open(own.origin() + "/login?as=ann").open(address).awaitLive();
            add(ann, "cake");
            assertThat(ann.page().url()).endsWith("#party");
            bob.open(own.origin() + "/login?as=bob").open(address);
            eve.open(address);
            for (Window stranger : List.of(bob, eve)) {
                stranger.awaitCard("No password for this room: log in first.");
                assertThat(stranger.page().locator("#notes").innerText()).isEmpty();
            }
            picture(eve, "no-password");
            assertThat(ann.evaluate("MULTISYNQ.sessions()[0].participants.length"))
                    .isEqualTo(1);
            eve.open(own.origin() + "/login?as=ann").open(address).awaitLive();
            awaitNote(eve, "cake");
        }
    }

    @Test
    void debugWorksInJoinInTheFragmentAndInTheQuery() {
        String block = "[Multisynq]   persistentId: ";
        try (Window join = open("#plans").awaitLive();
                Window negated = open("?debug=nosession#plans2").awaitLive();
                Window fragment = chromium.window()
                        .open(server.origin() + "/chat/#a&debug=session,ticks")
                        .awaitLive();
                Window query = chromium.window()
                        .open(server.origin() + "/chat/?debug=session#b")
                        .awaitLive();
                Window none =
                        chromium.window().open(server.origin() + "/chat/#c").awaitLive()) {
            for (Window told : List.of(join, fragment, query)) {
                assertThat(told.console()).contains(block + told.evaluate("MULTISYNQ.sessions()[0].persistentId"));
            }
            fragment.awaitLine("[Multisynq] tick ");
            for (Window quiet : List.of(negated, none)) {
                assertThat(quiet.console()).noneMatch(line -> line.startsWith("[Multisynq]"));
            }
        }
    }
}
