package org.multisynq4j.store.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.multisynq4j.store.journal.DirectorySegments;

/**
 * Uploaded files below one directory. Thread-safe; calls block on the disk.
 *
 * <p>A body is written to a temporary name, forced, and renamed, so neither a crash nor a broken upload leaves half a
 * file. The directory tree is the only index: a second one in SQLite could disagree with it.
 */
public final class BlobStore {
    private static final String SNAPSHOTS = "snapshots";
    private static final String TEMPORARY = ".tmp"; // no accepted name begins with a dot

    private final Path root;
    private final long maxFileBytes;
    private final long maxOwnerBytes;
    private final Map<String, AtomicLong> usage = new ConcurrentHashMap<>();
    private final AtomicLong counter = new AtomicLong();

    /**
     * Opens the directory and removes what interrupted uploads left.
     *
     * @param maxFileBytes limit for one file
     * @param maxOwnerBytes limit for all files of one {@linkplain FilePath#owner() owner}
     */
    public BlobStore(Path root, long maxFileBytes, long maxOwnerBytes) throws IOException {
        this.root = root;
        this.maxFileBytes = maxFileBytes;
        this.maxOwnerBytes = maxOwnerBytes;
        Files.createDirectories(root.resolve(TEMPORARY));
        try (Stream<Path> left = Files.list(root.resolve(TEMPORARY))) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Limit for one file in bytes. */
    public long maxFileBytes() {
        return maxFileBytes;
    }

    /** Limit for all files of one session in bytes. */
    public long maxOwnerBytes() {
        return maxOwnerBytes;
    }

    /** As {@link #put(FilePath, InputStream, Optional)}, whatever the body is. */
    public UploadResult put(FilePath path, InputStream body) throws IOException {
        return put(path, body, Optional.empty());
    }

    /**
     * Stores what {@code body} gives; reads at most one byte more than the limit.
     *
     * @param agreed what the SHA-256 of the body has to be, in base64url
     */
    public UploadResult put(FilePath path, InputStream body, Optional<String> agreed) throws IOException {
        Path temporary = root.resolve(TEMPORARY).resolve(Long.toString(counter.incrementAndGet()));
        try {
            MessageDigest digest = sha256();
            long size = receive(body, temporary, digest);
            if (size > maxFileBytes) {
                return UploadResult.TOO_LARGE;
            }
            String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
            if (path.contentHash().filter(name -> !name.equals(hash)).isPresent()
                    || agreed.filter(name -> !name.equals(hash)).isPresent()) {
                return UploadResult.CONFLICT;
            }
            return place(path, temporary, size);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The stored file, if there is one. */
    public Optional<Path> find(FilePath path) {
        Path file = resolve(path);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** Deletes a file; false if there is none. */
    public boolean delete(FilePath path) throws IOException {
        AtomicLong used = usageOf(path.owner());
        synchronized (used) {
            Path file = resolve(path);
            if (!Files.isRegularFile(file)) {
                return false;
            }
            long size = Files.size(file);
            Files.delete(file);
            used.addAndGet(-size);
            return true;
        }
    }

    /** The sessions that have snapshots here. */
    public List<String> snapshotSessions() throws IOException {
        return names(root.resolve(SNAPSHOTS));
    }

    /** All snapshots of a session, and all their parts. */
    public List<FilePath> snapshotFiles(String sessionId) throws IOException {
        String directory = SNAPSHOTS + "/" + sessionId;
        List<FilePath> files = new ArrayList<>();
        for (String name : names(root.resolve(SNAPSHOTS).resolve(sessionId))) {
            FilePath.parse(directory + "/" + name).filter(this::isSnapshot).ifPresent(files::add);
        }
        for (String name : names(root.resolve(SNAPSHOTS).resolve(sessionId).resolve("parts"))) {
            FilePath.parse(directory + "/parts/" + name)
                    .filter(this::isSnapshot)
                    .ifPresent(files::add);
        }
        return files;
    }

    private boolean isSnapshot(FilePath path) {
        return path.snapshotSession().isPresent() && find(path).isPresent();
    }

    private static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private long receive(InputStream body, Path temporary, MessageDigest digest) throws IOException {
        byte[] chunk = new byte[1 << 16];
        long size = 0;
        try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            int count;
            while (size <= maxFileBytes && (count = body.read(chunk, 0, limit(chunk.length, size))) >= 0) {
                size += count;
                digest.update(chunk, 0, count);
                for (ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, count); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return size;
    }

    private int limit(int chunk, long size) {
        return (int) Math.min(chunk, maxFileBytes - size + 1);
    }

    private UploadResult place(FilePath path, Path temporary, long size) throws IOException {
        AtomicLong used = usageOf(path.owner());
        synchronized (used) { // one upload of a session at a time decides about its quota and its names
            Path target = resolve(path);
            boolean exists = Files.isRegularFile(target);
            if (exists && Files.mismatch(target, temporary) < 0) {
                return UploadResult.UNCHANGED;
            }
            if (exists && path.isSnapshotPart()) {
                return UploadResult
                        .UNCHANGED; // named by its content before compression, which differs between platforms
            }
            long replaced = exists ? Files.size(target) : 0;
            if (used.get() - replaced + size > maxOwnerBytes) {
                return UploadResult.OVER_QUOTA;
            }
            if (Files.isDirectory(target) || !makeDirectories(target.getParent())) {
                return UploadResult.CONFLICT;
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DirectorySegments.syncDirectory(target.getParent());
            used.addAndGet(size - replaced);
            return exists ? UploadResult.REPLACED : UploadResult.CREATED;
        }
    }

    private AtomicLong usageOf(String owner) throws IOException {
        AtomicLong known = usage.get(owner);
        if (known != null) {
            return known;
        }
        AtomicLong measured = new AtomicLong(measure(root.resolve(owner)));
        AtomicLong other = usage.putIfAbsent(owner, measured);
        return other == null ? measured : other;
    }

    private static long measure(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        long bytes = 0;
        try (Stream<Path> all = Files.walk(directory, FilePath.MAX_DEPTH)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += sizeOrZero(file);
            }
        }
        return bytes;
    }

    private static long sizeOrZero(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException replacedMeanwhile) {
            return 0;
        }
    }

    /** False if a file is in the way. */
    private boolean makeDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return true;
        }
        if (!makeDirectories(directory.getParent())) {
            return false;
        }
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            return Files.isDirectory(directory); // another session's upload was faster
        }
        DirectorySegments.syncDirectory(directory.getParent());
        return true;
    }

    private Path resolve(FilePath path) {
        Path file = root;
        for (String segment : path.segments()) {
            file = file.resolve(segment);
        }
        return file;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
