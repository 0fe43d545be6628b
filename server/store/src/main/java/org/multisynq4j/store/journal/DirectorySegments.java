package org.multisynq4j.store.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Journal segments as files {@code 000000000001.log} of one directory. */
public final class DirectorySegments implements SegmentFiles {
    private static final String SUFFIX = ".log";
    private static final int DIGITS = 12;

    private final Path directory;

    /** Uses {@code directory}, which must exist. */
    public DirectorySegments(Path directory) {
        this.directory = directory;
    }

    @Override
    public List<Long> list() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("\\d{12}\\.log"))
                    .map(name -> Long.parseLong(name.substring(0, DIGITS)))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public SegmentFile create(long number) throws IOException {
        FileChannel channel = FileChannel.open(path(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            syncDirectory(directory);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(path(number));
            throw e;
        }
        return new ChannelSegment(channel);
    }

    @Override
    public byte[] read(long number) throws IOException {
        return Files.readAllBytes(path(number));
    }

    @Override
    public void delete(long number) throws IOException {
        Files.deleteIfExists(path(number));
    }

    @Override
    public String setAside(long number) throws IOException {
        Path kept = directory.resolve(path(number).getFileName() + ".damaged");
        Files.move(path(number), kept, StandardCopyOption.REPLACE_EXISTING);
        return kept.toString();
    }

    @Override
    public String nameOf(long number) {
        return path(number).toString();
    }

    private Path path(long number) {
        String digits = Long.toString(number);
        return directory.resolve("0".repeat(Math.max(0, DIGITS - digits.length())) + digits + SUFFIX);
    }

    /** Makes new and renamed entries of a directory survive a power cut, where the platform can open directories. */
    public static void syncDirectory(Path directory) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return; // directories cannot be opened there; NTFS journals its metadata itself
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private record ChannelSegment(FileChannel channel) implements SegmentFile {
        @Override
        public void append(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void truncate(long length) throws IOException {
            channel.truncate(length);
            channel.position(length);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
