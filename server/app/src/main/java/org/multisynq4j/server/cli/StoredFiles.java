package org.multisynq4j.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multisynq4j.reflector.FileUrls;
import org.multisynq4j.reflector.store.SnapshotPointer;
import org.multisynq4j.store.DataView;

/**
 * The files of one snapshot on the server's disk, none of them readable to it.
 *
 * @param bytes of all that are there
 * @param missing paths of those that are not
 * @param storedAt when the snapshot itself was stored; empty if it is not there
 */
record StoredFiles(long bytes, int files, List<String> missing, Optional<FileTime> storedAt) {
    StoredFiles {
        missing = List.copyOf(missing);
    }

    static StoredFiles of(DataView view, String sessionId, SnapshotPointer snapshot) throws IOException {
        long bytes = 0;
        List<String> missing = new ArrayList<>();
        List<String> paths = paths(sessionId, snapshot);
        for (String path : paths) {
            Optional<Path> file = view.file(path);
            if (file.isPresent()) {
                bytes += Files.size(file.get());
            } else {
                missing.add(path);
            }
        }
        Optional<Path> itself = view.file(snapshot.url());
        Optional<FileTime> storedAt =
                itself.isPresent() ? Optional.of(Files.getLastModifiedTime(itself.get())) : Optional.empty();
        return new StoredFiles(bytes, paths.size(), missing, storedAt);
    }

    /** All of them by path, as far as they are there. */
    static Map<String, byte[]> read(DataView view, String sessionId, SnapshotPointer snapshot) throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        for (String path : paths(sessionId, snapshot)) {
            Optional<Path> file = view.file(path);
            if (file.isPresent()) {
                content.put(path, Files.readAllBytes(file.get()));
            }
        }
        return content;
    }

    private static List<String> paths(String sessionId, SnapshotPointer snapshot) {
        List<String> paths = new ArrayList<>();
        paths.add(snapshot.url());
        for (String id : snapshot.files()) {
            paths.add(FileUrls.part(sessionId, id));
        }
        return paths;
    }
}
