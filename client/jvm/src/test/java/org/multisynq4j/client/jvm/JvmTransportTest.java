package org.multisynq4j.client.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.multisynq4j.client.jvm.ServerSideSocket.BINARY;
import static org.multisynq4j.client.jvm.ServerSideSocket.TEXT;

import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multisynq4j.client.port.Transport;

@Timeout(30)
class JvmTransportTest {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final SessionThread thread = new SessionThread("test session", e -> events.add("error " + e));
    private final JvmTransport.Limits limits = new JvmTransport.Limits(1_000, 200, 60_000);
    private final JvmTransport transport = new JvmTransport(thread, HttpClient.newHttpClient(), limits);

    @AfterEach
    void stop() {
        thread.close();
        assertThat(events).as("nothing follows the close").isEmpty();
    }

    @Test
    void carriesFramesBothWaysInOrder() throws Exception {
        try (FakeReflector reflector = new FakeReflector(true)) {
            Transport.Connection connection = transport.connect(reflector.url(), listener());
            assertThat(next()).isEqualTo("opened");
            assertThat(reflector.received.take()).isEqualTo("open");
            thread.execute(() -> {
                for (int i = 0; i < 200; i++) {
                    connection.send("frame \u20ac\ud83d\ude00 " + i);
                }
                events.add("buffered " + (connection.bufferedBytes() > 0));
            });
            for (int i = 0; i < 200; i++) {
                assertThat(reflector.received.take()).isEqualTo("frame \u20ac\ud83d\ude00 " + i);
                reflector.socket().text("answer \u20ac " + i);
            }
            assertThat(next()).isEqualTo("buffered true");
            for (int i = 0; i < 200; i++) {
                assertThat(next()).isEqualTo("received answer \u20ac " + i);
            }
            thread.execute(() -> {
                events.add("buffered " + connection.bufferedBytes());
                connection.close(4001, "done");
                connection.send("too late");
            });
            assertThat(next()).isEqualTo("buffered 0");
            assertThat(reflector.received.take()).isEqualTo("close 4001 done");
            assertThat(next()).isEqualTo("closed 4001 done");
        }
    }

    @Test
    void sendsWhatWasQueuedBeforeItCloses() throws Exception {
        try (FakeReflector reflector = new FakeReflector(true)) {
            Transport.Connection connection = transport.connect(reflector.url(), listener());
            assertThat(next()).isEqualTo("opened");
            thread.execute(() -> {
                connection.send("one");
                connection.send("two");
                connection.close(1000, "");
            });
            assertThat(next()).startsWith("closed 1000");
            assertThat(List.copyOf(reflector.received)).startsWith("open", "one", "two", "close 1000 ");
        }
    }

    @Test
    void joinsFragmentsAndAcceptsTheLongestFrame() throws Exception {
        try (FakeReflector reflector = new FakeReflector(true)) {
            transport.connect(reflector.url(), listener());
            assertThat(next()).isEqualTo("opened");
            assertThat(reflector.received.take()).isEqualTo("open");
            reflector.socket().frame(TEXT, false, "x".repeat(400).getBytes(StandardCharsets.UTF_8));
            reflector.socket().frame(0, true, "y".repeat(600).getBytes(StandardCharsets.UTF_8));
            assertThat(next()).isEqualTo("received " + "x".repeat(400) + "y".repeat(600));
            reflector.socket().text("z".repeat(1_001));
            assertThat(next()).startsWith("closed 1009");
        }
    }

    @Test
    void givesUpAServerThatStaysSilentAndKeepsOneThatAnswersPings() throws Exception {
        JvmTransport impatient =
                new JvmTransport(thread, HttpClient.newHttpClient(), new JvmTransport.Limits(1_000, 200, 100));
        try (FakeReflector reflector = new FakeReflector(true)) {
            impatient.connect(reflector.url(), listener());
            assertThat(next()).isEqualTo("opened");
            assertThat(reflector.received.take()).isEqualTo("open");
            for (int i = 0; i < 3; i++) {
                assertThat(reflector.received.take()).isEqualTo("ping");
                reflector.socket().frame(ServerSideSocket.PONG, true, new byte[0]);
            }
            assertThat(events).isEmpty();
            assertThat(next()).isEqualTo("closed 1006 the server is silent");
            reflector.received.clear();
        }
    }

    @Test
    void refusesBinaryFrames() throws Exception {
        try (FakeReflector reflector = new FakeReflector(true)) {
            transport.connect(reflector.url(), listener());
            assertThat(next()).isEqualTo("opened");
            assertThat(reflector.received.take()).isEqualTo("open");
            reflector.socket().frame(BINARY, true, new byte[3]);
            assertThat(next()).startsWith("closed 1003");
        }
    }

    @Test
    void reportsTheServersCloseAndItsReason() throws Exception {
        try (FakeReflector reflector = new FakeReflector(true)) {
            transport.connect(reflector.url(), listener());
            assertThat(next()).isEqualTo("opened");
            assertThat(reflector.received.take()).isEqualTo("open");
            reflector.socket().closeFrame(4100, "no such session");
            assertThat(next()).isEqualTo("closed 4100 no such session");
        }
    }

    @Test
    void reportsALostConnection() throws Exception {
        try (FakeReflector reflector = new FakeReflector(true)) {
            transport.connect(reflector.url(), listener());
            assertThat(next()).isEqualTo("opened");
            assertThat(reflector.received.take()).isEqualTo("open");
            reflector.socket().cut();
            assertThat(next()).startsWith("closed 1006");
        }
    }

    @Test
    void cutsAConnectionWhoseServerDoesNotConfirmTheClose() throws Exception {
        try (FakeReflector reflector = new FakeReflector(false)) {
            Transport.Connection connection = transport.connect(reflector.url(), listener());
            assertThat(next()).isEqualTo("opened");
            thread.execute(() -> connection.close(1000, "bye"));
            assertThat(next()).startsWith("closed 1006").contains("did not confirm");
        }
    }

    @Test
    void reportsAServerThatIsNotThereAndAddressesThatAreNone() throws Exception {
        int freePort;
        try (ServerSocket probe = new ServerSocket(0)) {
            freePort = probe.getLocalPort();
        }
        for (String url : new String[] {"ws://127.0.0.1:" + freePort + "/s", "http://127.0.0.1/s", "no url", "ws:"}) {
            transport.connect(url, listener());
            assertThat(next()).as(url).startsWith("closed 1006");
        }
    }

    @Test
    void closesBeforeItOpenedExactlyOnce() throws Exception {
        try (FakeReflector reflector = new FakeReflector(true)) {
            thread.execute(() -> transport.connect(reflector.url(), listener()).close(1000, ""));
            assertThat(next()).startsWith("closed 1006");
            assertThat(reflector.received.take()).isEqualTo("open");
            assertThat(reflector.received.take()).isEqualTo("end");
        }
    }

    @Test
    void cutsAllConnectionsWhenItIsClosedItself() throws Exception {
        try (FakeReflector reflector = new FakeReflector(true)) {
            transport.connect(reflector.url(), listener());
            assertThat(next()).isEqualTo("opened");
            assertThat(reflector.received.take()).isEqualTo("open");
            thread.close();
            transport.close();
            assertThat(reflector.received.take()).isEqualTo("end");
        }
    }

    @Test
    void takesOnlyCodesAndReasonsThatMayBeSent() throws Exception {
        try (FakeReflector reflector = new FakeReflector(true)) {
            Transport.Connection connection = transport.connect(reflector.url(), listener());
            assertThat(next()).isEqualTo("opened");
            assertThatIllegalArgumentException().isThrownBy(() -> connection.close(1006, ""));
            assertThatIllegalArgumentException().isThrownBy(() -> connection.close(2999, ""));
            assertThatIllegalArgumentException().isThrownBy(() -> connection.close(5000, ""));
            assertThatIllegalArgumentException().isThrownBy(() -> connection.close(1000, "\u20ac".repeat(42)));
            thread.execute(() -> connection.close(3000, "\u20ac".repeat(41)));
            assertThat(next()).isEqualTo("closed 3000 " + "\u20ac".repeat(41));
        }
    }

    private Transport.Listener listener() {
        return new Transport.Listener() {
            @Override
            public void opened() {
                tell("opened");
            }

            @Override
            public void received(String text) {
                tell("received " + text);
            }

            @Override
            public void closed(int code, String reason) {
                tell("closed " + code + " " + reason);
            }
        };
    }

    private void tell(String event) {
        events.add(thread.isCurrent() ? event : "on a foreign thread: " + event);
    }

    private String next() throws InterruptedException {
        return String.valueOf(events.poll(10, TimeUnit.SECONDS));
    }
}
