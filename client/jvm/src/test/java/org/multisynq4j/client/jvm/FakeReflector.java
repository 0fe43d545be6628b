package org.multisynq4j.client.jvm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A WebSocket server for one connection that does what the test says. */
final class FakeReflector implements AutoCloseable {
    /** What the client sent, as text or {@code "close <code> <reason>"}, between {@code "open"} and {@code "end"}. */
    final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final boolean answersClose;
    private volatile Socket client;
    private volatile ServerSideSocket socket;

    FakeReflector(boolean answersClose) throws IOException {
        this.answersClose = answersClose;
        Thread thread = new Thread(this::serve, "fake reflector");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "ws://127.0.0.1:" + server.getLocalPort() + "/session";
    }

    /** The accepted connection; the test must have seen {@code "open"}. */
    ServerSideSocket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (client != null) {
            client.close();
        }
    }

    private void serve() {
        try {
            client = server.accept();
            socket = new ServerSideSocket(client);
            received.add("open");
            while (true) {
                ServerSideSocket.Frame frame = socket.read();
                if (frame.opcode() == ServerSideSocket.CLOSE) {
                    received.add("close " + frame.closeCode() + " " + frame.closeReason());
                    if (answersClose) {
                        socket.closeFrame(frame.closeCode(), frame.closeReason());
                    }
                } else if (frame.opcode() == ServerSideSocket.PING) {
                    received.add("ping");
                } else {
                    received.add(frame.text());
                }
            }
        } catch (IOException end) {
            received.add("end");
        }
    }
}
