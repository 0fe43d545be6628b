package org.multisynq4j.client.control;

import java.util.ArrayList;
import java.util.List;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.FileCache;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.KeyedId;
import org.multisynq4j.manifest.Part;

/** The parts of one session's snapshots: equal plain bytes have one name, and are stored once. */
final class PartFiles {
    private final String sessionId;
    private final SessionFiles files;
    private final FileCache cache;
    private final KeyedId ids;

    /** A part that is ready to be stored. */
    record Packed(Part part, byte[] file) {}

    /** A part as it was before it was stored, and where it came from. */
    record Fetched(byte[] plain, long fetchedBytes, long cachedBytes) {}

    PartFiles(String sessionId, SessionFiles files, FileCache cache, KeyedId ids) {
        this.sessionId = sessionId;
        this.files = files;
        this.cache = cache;
        this.ids = ids;
    }

    /** The name of these bytes. */
    String id(byte[] plain) {
        return ids.of(plain);
    }

    Promise<Packed> pack(String id, byte[] plain) {
        return files.pack(FileKind.CHUNK, sessionId, id, plain)
                .map(file -> new Packed(new Part(id, file.length, plain.length), file));
    }

    Promise<Void> store(Packed packed) {
        return files.store(files.partUrl(sessionId, packed.part().id()), packed.file());
    }

    /** From this device if it has the part unharmed, else from the file store. */
    Promise<Fetched> fetch(Part part) {
        String url = files.partUrl(sessionId, part.id());
        return cache.get(url).flatMap(cached -> {
            if (cached.isEmpty()) {
                return download(url, part);
            }
            byte[] file = cached.get();
            Promise<Fetched> result = new Promise<>();
            open(part, file)
                    .then(plain -> result.resolve(new Fetched(plain, 0, file.length)), damaged -> download(url, part)
                            .then(result::resolve, result::fail));
            return result;
        });
    }

    private Promise<Fetched> download(String url, Part part) {
        List<byte[]> downloaded = new ArrayList<>();
        return files.fetchSealed(url, part.plainBytes() + SessionFiles.MOST_ADDED_BYTES)
                .flatMap(file -> {
                    downloaded.add(file);
                    return open(part, file);
                })
                .map(plain -> {
                    byte[] file = downloaded.get(0);
                    cache.put(url, file);
                    return new Fetched(plain, file.length, 0);
                });
    }

    private Promise<byte[]> open(Part part, byte[] file) {
        return Promise.of(file)
                .flatMap(whole -> files.open(FileKind.CHUNK, sessionId, part.id(), whole, part.plainBytes()))
                .map(plain -> {
                    if (plain.length != part.plainBytes()) {
                        throw new IllegalStateException(
                                "part " + part.id() + " has " + plain.length + " bytes, not " + part.plainBytes());
                    }
                    return plain;
                });
    }
}
