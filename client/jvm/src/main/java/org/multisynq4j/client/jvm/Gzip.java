package org.multisynq4j.client.jvm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Gzip of whole files, on the calling thread. */
public final class Gzip {
    private static final int BUFFER_BYTES = 1 << 16;

    private Gzip() {}

    public static byte[] pack(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out, BUFFER_BYTES)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return out.toByteArray();
    }

    /** @throws IOException if it is no gzip, is damaged, or expands to more than {@code maxBytes}, of which no more is kept than that */
    public static byte[] unpack(byte[] packed, long maxBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER_BYTES)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if ((long) out.size() + read > maxBytes) {
                    throw new IOException("compressed data of " + packed.length
                            + " bytes expands to more than the allowed " + maxBytes + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
        return out.toByteArray();
    }
}
