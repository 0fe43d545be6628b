package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.e2e.Chromium.Window;

/** The hello sample and the landing page. */
@Tag("e2e")
class HelloTest {
    @TempDir
    Path data;

    private ServerProcess server;
    private Chromium chromium;

    @BeforeEach
    void start() {
        server = ServerProcess.start(data, 0);
        chromium = new Chromium();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    private static int count(Window window) {
        return Integer.parseInt(window.text("#count").trim());
    }

    @Test
    void theLandingPageLeadsIntoANewSessionWithANameAndAPassword() {
        try (Window ann = chromium.window().open(server.origin() + "/")) {
            ann.page().locator("a[href*='hello']").first().click();
            ann.awaitLive();
            assertThat(ann.page().url()).matches(".*/hello/(\\?.*)?#[^&=]+&pw=.+");
            assertThat(ann.errors()).isEmpty();
        }
    }

    @Test
    void aClickResetsTheCountForEverybody() {
        try (Window ann = chromium.window()
                        .open(server.origin() + "/hello/#one&pw=x")
                        .awaitLive();
                Window bob = chromium.window()
                        .open(server.origin() + "/hello/#one&pw=x")
                        .awaitLive()) {
            bob.await("Number(document.getElementById('count').innerText) >= 2");
            ann.page().click("#counter");
            bob.await("Number(document.getElementById('count').innerText) <= 1");
            assertThat(count(ann)).isLessThanOrEqualTo(2);
            assertThat(ann.errors()).isEmpty();
            assertThat(bob.errors()).isEmpty();
        }
    }

    @Test
    void theAddressSaysWhatTheDockLeavesOut() {
        String page = server.origin() + "/hello/#dock&pw=x";
        try (Window few = chromium.window()
                        .open(page + "&noqr&nostats&nomessages")
                        .awaitLive();
                Window none = chromium.window().open(page + "&nodock").awaitLive()) {
            few.page().click("m4j-dock .pill");
            assertThat(few.page().locator("m4j-dock .participants").isVisible()).isTrue();
            assertThat(few.page()
                            .locator("m4j-dock .qr, m4j-dock .copy, m4j-dock .figures, m4j-dock .log")
                            .count())
                    .isZero();
            assertThat(none.page().locator("m4j-dock").count()).isZero();
            assertThat(few.errors()).isEmpty();
            assertThat(none.errors()).isEmpty();
        }
    }

    @Test
    void theCountGoesOnFromWhereItWasWhenEverybodyHadLeft() {
        int before;
        try (Window ann =
                chromium.window().open(server.origin() + "/hello/#two&pw=x").awaitLive()) {
            ann.await("Number(document.getElementById('count').innerText) >= 3");
            before = count(ann);
        }
        try (Window ann =
                chromium.window().open(server.origin() + "/hello/#two&pw=x").awaitLive()) {
            assertThat(count(ann)).isGreaterThanOrEqualTo(before);
        }
    }
}
