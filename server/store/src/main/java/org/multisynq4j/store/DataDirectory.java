package org.multisynq4j.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.multisynq4j.store.StoreException.Reason;
import org.multisynq4j.store.journal.DirectorySegments;

/**
 * A data directory held by this process alone: {@code journal/}, {@code checkpoints.db}, {@code files/}, {@code lock},
 * {@code format}.
 *
 * <p>The lock is one of the operating system, so it is gone when the process is, however it ended.
 */
public final class DataDirectory implements Closeable {
    /** Version of the layout; a directory of a newer version is refused. */
    public static final int FORMAT = 1;

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Creates the directory where needed and locks it. */
    public static DataDirectory open(Path path) throws StoreException {
        Path root = path.toAbsolutePath().normalize();
        FileChannel lockFile = null;
        try {
            Files.createDirectories(root);
            Path lock = root.resolve("lock");
            lockFile = FileChannel.open(
                    lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!tryLock(lockFile)) {
                throw locked(root, lockFile);
            }
            lockFile.truncate(0);
            lockFile.write(
                    StandardCharsets.UTF_8.encode(
                            Long.toString(ProcessHandle.current().pid())),
                    0);
            DataDirectory directory = new DataDirectory(root, lockFile);
            directory.checkFormat();
            Files.createDirectories(directory.journal());
            Files.createDirectories(directory.files());
            DirectorySegments.syncDirectory(root);
            return directory;
        } catch (IOException e) {
            closeQuietly(lockFile);
            throw new StoreException(
                    Reason.NOT_WRITABLE,
                    "data directory " + root + " cannot be created or written (" + describe(e)
                            + "); choose another with --data DIR or give this user write permission",
                    e);
        } catch (StoreException e) {
            closeQuietly(lockFile);
            throw e;
        }
    }

    /** @throws StoreException if this is no data directory, or one of another format */
    static void checkReadable(Path root) throws StoreException {
        if (!Files.exists(root.resolve("format"))) {
            throw new StoreException(
                    Reason.NOT_WRITABLE,
                    root + " is not a data directory of this server; give the one that serve --data names",
                    null);
        }
        try {
            checkFormat(root);
        } catch (IOException e) {
            throw new StoreException(
                    Reason.NOT_WRITABLE, "data directory " + root + " cannot be read: " + describe(e), e);
        }
    }

    /** The directory itself. */
    public Path root() {
        return root;
    }

    /** Journal segments. */
    public Path journal() {
        return root.resolve("journal");
    }

    /** The SQLite file. */
    public Path checkpoints() {
        return root.resolve("checkpoints.db");
    }

    /** Uploaded files. */
    public Path files() {
        return root.resolve("files");
    }

    /** Gives the directory free for others. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            // The first bytes hold the owner's process id, which others must be able to read (Windows locks are hard).
            FileLock lock = channel.tryLock(1 << 10, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process has it open
        }
    }

    private static StoreException locked(Path root, FileChannel lockFile) throws IOException {
        String owner = owner(lockFile).map(pid -> " (process " + pid + ")").orElse("");
        return new StoreException(
                Reason.LOCKED,
                "data directory " + root + " is in use by another server" + owner
                        + "; stop that one first or choose another directory with --data DIR",
                null);
    }

    private static Optional<String> owner(FileChannel lockFile) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        lockFile.read(text, 0);
        String pid = StandardCharsets.UTF_8.decode(text.flip()).toString();
        return pid.isEmpty() || !pid.chars().allMatch(Character::isDigit) ? Optional.empty() : Optional.of(pid);
    }

    private void checkFormat() throws IOException, StoreException {
        Path file = root.resolve("format");
        if (Files.exists(file)) {
            checkFormat(root);
        } else {
            Files.writeString(file, FORMAT + "\n");
        }
    }

    private static void checkFormat(Path root) throws IOException, StoreException {
        String text = Files.readString(root.resolve("format")).trim();
        if (!text.equals(Integer.toString(FORMAT))) {
            throw new StoreException(
                    Reason.WRONG_FORMAT,
                    "data directory " + root + " has format '" + text + "', this server reads format " + FORMAT
                            + "; start the version that wrote it or choose another directory with --data DIR",
                    null);
        }
    }

    private static String describe(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException ignored) {
                // the error that led here is the one to report
            }
        }
    }
}
