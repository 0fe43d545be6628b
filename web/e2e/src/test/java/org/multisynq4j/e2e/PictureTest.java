package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multisynq4j.e2e.Chromium.Window;

/** Makes the picture of the README, {@code target/images/two-windows.png}: two windows, one light and one dark, in one session. */
@Tag("e2e")
class PictureTest {
    private static final int HEIGHT = 640;
    private static final int DESK_WIDTH = 820;
    private static final int PHONE_WIDTH = 380;
    private static final int GAP = 28;
    private static final int CORNER = 22;

    @TempDir
    Path data;

    @Test
    void twoWindowsShowOneSession() throws IOException {
        try (ServerProcess server = ServerProcess.start(data, 0);
                Chromium chromium = new Chromium();
                Window desk = chromium.window();
                Window phone = chromium.window()) {
            desk.page().setViewportSize(DESK_WIDTH, HEIGHT);
            phone.page().setViewportSize(PHONE_WIDTH, HEIGHT);
            phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            String room = server.origin() + "/chat/#tea-time&pw=two-windows-one-session";
            open(desk, room, "Ada");
            open(phone, room, "Grace");
            say(desk, phone, 1, "Is this thing on?");
            say(phone, desk, 2, "Loud and clear, and on my phone, too.");
            say(desk, phone, 3, "Same model, same lines, same order.");
            say(phone, desk, 4, "And the server cannot read a word of it.");
            say(desk, phone, 5, "If I kill it?");
            say(phone, desk, 6, "Nothing is lost.");
            desk.await("document.querySelectorAll('#people li').length === 2");
            phone.await("document.querySelectorAll('#people li').length === 2");
            assertThat(desk.page().locator("#lines .text").allInnerTexts())
                    .isEqualTo(phone.page().locator("#lines .text").allInnerTexts());

            Path folder = Files.createDirectories(Path.of(System.getProperty("multisynq4j.images", "target/images")));
            ImageIO.write(
                    sideBySide(picture(desk), picture(phone)),
                    "png",
                    folder.resolve("two-windows.png").toFile());
        }
    }

    private static void open(Window window, String address, String name) {
        window.open(address).awaitLive();
        window.page().fill("#nick", name);
        window.page().press("#nick", "Enter");
        window.await("document.getElementById('people').innerText.includes('" + name + "')");
    }

    private static void say(Window speaker, Window listener, int lines, String text) {
        speaker.page().fill("#text", text);
        speaker.page().press("#text", "Enter");
        listener.await("document.querySelectorAll('#lines .text').length === " + lines);
        speaker.await("document.querySelectorAll('#lines .text').length === " + lines);
    }

    private static BufferedImage picture(Window window) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(window.page().screenshot()));
    }

    private static BufferedImage sideBySide(BufferedImage desk, BufferedImage phone) {
        int width = DESK_WIDTH + PHONE_WIDTH + 3 * GAP;
        BufferedImage image = new BufferedImage(width, HEIGHT + 2 * GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0xcfd8ea));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        draw(graphics, desk, GAP);
        draw(graphics, phone, DESK_WIDTH + 2 * GAP);
        graphics.dispose();
        return image;
    }

    private static void draw(Graphics2D graphics, BufferedImage window, int x) {
        graphics.setClip(new RoundRectangle2D.Double(x, GAP, window.getWidth(), window.getHeight(), CORNER, CORNER));
        graphics.drawImage(window, x, GAP, null);
        graphics.setClip(null);
        graphics.setColor(new Color(0x9aa8c4));
        graphics.drawRoundRect(x, GAP, window.getWidth() - 1, window.getHeight() - 1, CORNER, CORNER);
    }
}
