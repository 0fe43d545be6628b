package org.multisynq4j.client.control;

import java.util.Optional;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.AbsentFileException;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.Compression;
import org.multisynq4j.client.port.FileStore;
import org.multisynq4j.client.port.Platform;
import org.multisynq4j.crypto.CryptoLimits;
import org.multisynq4j.crypto.FileKind;
import org.multisynq4j.crypto.FileOpener;
import org.multisynq4j.crypto.FileSealer;
import org.multisynq4j.crypto.FileSealing;
import org.multisynq4j.crypto.MembershipKey;
import org.multisynq4j.crypto.SessionKeys;
import org.multisynq4j.protocol.MemberProof;

/** Compressed, sealed files of one session: where they are, how they are fetched and stored. */
final class SessionFiles {
    /** Waits before the second, third and fourth attempt. */
    private static final double[] RETRY_MS = {100, 1_000, 5_000};

    /** What compressing and sealing adds at most to short bytes that cannot be compressed. */
    static final int MOST_ADDED_BYTES = 64 << 10;

    private static final int TIME_DIGITS = 10;

    private final String files;
    private final Compression compression;
    private final Clock clock;
    private final FileStore store;
    private final FileSealer sealer;
    private final FileOpener opener;
    private final SessionKeys keys;
    private final Slices slices;
    private Optional<MembershipKey> member = Optional.empty();
    private FileTimes times = FileTimes.NONE;

    /** @param files where the server keeps files, without a slash at the end */
    SessionFiles(Platform platform, SessionKeys keys, String files) {
        this.files = files;
        clock = platform.clock();
        store = platform.files();
        compression = platform.compression();
        sealer = new FileSealer(keys);
        opener = new FileOpener(keys);
        this.keys = keys;
        slices = new Slices(clock, Pace.sharing(platform));
    }

    /** Fetches, opens and decompresses a file. */
    Promise<byte[]> fetch(String url, FileKind kind, String id, String name) {
        return fetchSealed(url, CryptoLimits.MAX_FILE_PLAIN_BYTES)
                .flatMap(file -> open(kind, id, name, file, CryptoLimits.MAX_FILE_PLAIN_BYTES));
    }

    /** Fetches a file as it is stored. */
    Promise<byte[]> fetchSealed(String url, int maxBytes) {
        return attempt(() -> store.get(absolute(url), maxBytes), 0);
    }

    /** Opens and decompresses a file. */
    Promise<byte[]> open(FileKind kind, String id, String name, byte[] file, int maxPlainBytes) {
        return compression.decompress(opener.open(kind, id, name, file), maxPlainBytes);
    }

    /** Compresses and seals. The same content gives the same file, as far as the compression does. */
    Promise<byte[]> pack(FileKind kind, String id, String name, byte[] plain) {
        double began = clock.nowMs();
        return compression.compress(plain).flatMap(packed -> {
            double compressed = clock.nowMs();
            FileSealing sealing = sealer.begin(kind, id, name, packed);
            return slices.all(sealing).map(done -> {
                times = times.plus(new FileTimes(compressed - began, clock.nowMs() - compressed, 0));
                return sealing.file();
            });
        });
    }

    /** As {@link #pack} with bytes that are in gzip's form already. */
    byte[] packAtOnce(FileKind kind, String id, String name, byte[] gzip) {
        return sealer.sealRepeatable(kind, id, name, gzip);
    }

    /** Begins to store a packed file, once; what becomes of it is not known. */
    void storeAtOnce(String url, byte[] file) {
        store.put(withProof(url, file), file);
    }

    /** Stores a packed file. */
    Promise<Void> store(String url, byte[] file) {
        // A signature takes browsers several ms, and so does handing them a file.
        return slices.pause().map(turn -> withProof(url, file)).flatMap(proven -> slices.pause()
                .flatMap(turn -> {
                    double began = clock.nowMs();
                    return attempt(() -> store.put(proven, file), 0).map(stored -> {
                        times = times.plus(new FileTimes(0, 0, clock.nowMs() - began));
                        return stored;
                    });
                }));
    }

    /** Servers let only members store files of a session or persistent id that has a key. */
    private String withProof(String url, byte[] file) {
        String path = url.substring(files.length() + 1);
        int start = path.indexOf('/') + 1;
        if (path.startsWith("apps/")) {
            start = path.indexOf('/', start) + 1;
        }
        String id = path.substring(start, path.indexOf('/', start));
        if (member.isEmpty()) {
            member = Optional.of(new MembershipKey(keys));
        }
        return url + "?" + MemberProof.UPLOAD_PARAMETER + "=" + MemberProof.ofUpload(member.get(), id, path, file);
    }

    /** Of everything packed and stored so far. */
    FileTimes times() {
        return times;
    }

    /** Something that can be tried again, unless it failed because the store has no such file. */
    private interface Action<T> {
        Promise<T> run();
    }

    private <T> Promise<T> attempt(Action<T> action, int number) {
        Promise<T> result = new Promise<>();
        action.run().then(result::resolve, error -> {
            if (number == RETRY_MS.length || error instanceof AbsentFileException) {
                result.fail(error);
            } else {
                clock.schedule(
                        RETRY_MS[number], () -> attempt(action, number + 1).then(result::resolve, result::fail));
            }
        });
        return result;
    }

    /** The address to ask for; the reflector names files of its own server by their path alone. */
    String absolute(String url) {
        if (url.startsWith("http://") || url.startsWith("https://")) {
            return url;
        }
        return files + (url.startsWith("/") ? "" : "/") + url;
    }

    /** What a snapshot is bound to when it is sealed: teatime and sequence number. */
    static String snapshotName(long timeMs, long seq) {
        StringBuilder name = new StringBuilder(Long.toString(timeMs));
        while (name.length() < TIME_DIGITS) {
            name.insert(0, '0');
        }
        return name.append('_').append(seq).toString();
    }

    /** Where a snapshot is stored; the hash is that of the ciphertext and tells nothing. */
    String snapshotUrl(String sessionId, String name, String hash) {
        return files + "/snapshots/" + sessionId + "/" + name + "-" + hash + ".snap";
    }

    /** Where a part of snapshots is stored. */
    String partUrl(String sessionId, String id) {
        return files + "/snapshots/" + sessionId + "/parts/" + id;
    }

    /** Where persistent data is stored; the name is a keyed hash of the content. */
    String persistentUrl(SessionNames names, String name) {
        return files + "/apps/" + names.appId() + "/" + names.persistentId() + "/save/" + name;
    }

    /** Where data of an application is stored; the name is the hash of the sealed file. */
    String dataUrl(String appId, String persistentId, String name) {
        return files + "/apps/" + appId + "/" + persistentId + "/data/" + name;
    }
}
