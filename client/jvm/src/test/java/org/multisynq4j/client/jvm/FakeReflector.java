package org.multisynq4j.client.jvm;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A WebSocket server for one connection, written out by hand so that it can also misbehave. */
final class FakeReflector implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;

    /** What the client sent, as text or {@code "close <code> <reason>"}. */
    final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final boolean answersClose;
    private volatile Socket client;

    FakeReflector(boolean answersClose) throws IOException {
        this.answersClose = answersClose;
        Thread thread = new Thread(this::serve, "fake reflector");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "ws://127.0.0.1:" + server.getLocalPort() + "/session";
    }

    void frame(int opcode, boolean last, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write((last ? 0x80 : 0) | opcode);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.writeBytes(new byte[] {127, 0, 0, 0, 0});
            frame.writeBytes(new byte[] {
                (byte) (payload.length >> 24),
                (byte) (payload.length >> 16),
                (byte) (payload.length >> 8),
                (byte) payload.length
            });
        }
        frame.writeBytes(payload);
        OutputStream out = client.getOutputStream();
        out.write(frame.toByteArray());
        out.flush();
    }

    void text(String text) throws IOException {
        frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    void closeFrame(int code, String reason) throws IOException {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(code >> 8);
        payload.write(code);
        payload.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
        frame(CLOSE, true, payload.toByteArray());
    }

    void cut() throws IOException {
        client.close();
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
            DataInputStream in = new DataInputStream(client.getInputStream());
            client.getOutputStream().write(upgrade(in).getBytes(StandardCharsets.ISO_8859_1));
            received.add("open");
            while (read(in)) {}
        } catch (IOException end) {
            received.add("end");
        } catch (Exception e) {
            received.add(e.toString());
        }
    }

    private static String upgrade(DataInputStream in) throws Exception {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        int at = head.indexOf("Sec-WebSocket-Key: ") + 19;
        String key = head.substring(at, head.indexOf("\r\n", at)) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        byte[] accept = MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.ISO_8859_1));
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n";
    }

    private boolean read(DataInputStream in) throws IOException {
        int opcode = in.readUnsignedByte() & 15;
        int length = in.readUnsignedByte() & 127;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        byte[] mask = new byte[4];
        in.readFully(mask);
        byte[] payload = new byte[length];
        in.readFully(payload);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i & 3];
        }
        if (opcode == CLOSE) {
            int code = (payload[0] & 255) << 8 | payload[1] & 255;
            String reason = new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
            received.add("close " + code + " " + reason);
            if (answersClose) {
                closeFrame(code, reason);
            }
            return true;
        }
        if (opcode != TEXT) {
            throw new EOFException("opcode " + opcode);
        }
        return received.add(new String(payload, StandardCharsets.UTF_8));
    }
}
