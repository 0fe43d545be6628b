package org.multisynq4j.store.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Segments in memory whose disk can be full, forget, or be damaged. Thread-safe. */
public final class FaultySegments implements SegmentFiles {
    private final TreeMap<Long, byte[]> segments = new TreeMap<>();
    private final List<Long> setAside = new ArrayList<>();
    private long freeBytes = Long.MAX_VALUE;
    private boolean forceFails;
    private int forces;

    /** From now on only this many bytes can be written. */
    public synchronized void freeBytes(long bytes) {
        freeBytes = bytes;
    }

    /** Whether forces fail from now on. */
    public synchronized void forceFails(boolean fails) {
        forceFails = fails;
    }

    /** How often something was forced successfully. */
    public synchronized int forces() {
        return forces;
    }

    /** Content of a segment, to be damaged by {@link #replace}. */
    public synchronized byte[] content(long number) {
        return segments.get(number).clone();
    }

    /** What a crash or a bad disk left. */
    public synchronized void replace(long number, byte[] content) {
        segments.put(number, content.clone());
    }

    /** What a crash at this moment leaves behind. */
    public synchronized FaultySegments afterCrash() {
        FaultySegments copy = new FaultySegments();
        segments.forEach((number, content) -> copy.segments.put(number, content.clone()));
        return copy;
    }

    /** Segments kept because they are damaged. */
    public synchronized List<Long> kept() {
        return List.copyOf(setAside);
    }

    @Override
    public synchronized List<Long> list() {
        return List.copyOf(segments.keySet());
    }

    @Override
    public synchronized SegmentFile create(long number) throws IOException {
        if (segments.putIfAbsent(number, new byte[0]) != null) {
            throw new IOException("segment " + number + " exists");
        }
        return new Segment(number);
    }

    @Override
    public synchronized byte[] read(long number) {
        return content(number);
    }

    @Override
    public synchronized void delete(long number) {
        segments.remove(number);
    }

    @Override
    public synchronized String setAside(long number) {
        segments.remove(number);
        setAside.add(number);
        return nameOf(number) + ".damaged";
    }

    @Override
    public String nameOf(long number) {
        return "memory/" + number + ".log";
    }

    private final class Segment implements SegmentFile {
        private final long number;

        Segment(long number) {
            this.number = number;
        }

        @Override
        public void append(ByteBuffer bytes) throws IOException {
            synchronized (FaultySegments.this) {
                int fitting = (int) Math.min(freeBytes, bytes.remaining());
                boolean fits = fitting == bytes.remaining();
                byte[] part = new byte[fitting];
                bytes.get(part);
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                all.writeBytes(segments.getOrDefault(number, new byte[0]));
                all.writeBytes(part);
                segments.put(number, all.toByteArray());
                freeBytes -= freeBytes == Long.MAX_VALUE ? 0 : fitting;
                if (!fits) {
                    throw new IOException("No space left on device");
                }
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (FaultySegments.this) {
                if (forceFails) {
                    throw new IOException("Input/output error");
                }
                forces++;
            }
        }

        @Override
        public void truncate(long length) {
            synchronized (FaultySegments.this) {
                segments.put(number, Arrays.copyOf(segments.get(number), (int) length));
            }
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
