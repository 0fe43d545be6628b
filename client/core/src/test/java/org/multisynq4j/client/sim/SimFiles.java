package org.multisynq4j.client.sim;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.port.AbsentFileException;
import org.multisynq4j.client.port.FileStore;

/** A file server: what is put can be got, unless it is told to fail. */
public final class SimFiles implements FileStore {
    public static final String BASE = "http://sim/files";

    private final SimTime time;
    private final Map<String, byte[]> byUrl = new TreeMap<>();
    /** So many of the next puts fail. */
    public int failingPuts;
    /** How long a put takes. */
    public double putMs = 5;
    /** Called at each get. */
    public Runnable onGet = () -> {};

    private int waitingGets;

    /** So many of the next gets fail. */
    public int failingGets;

    /** What a file server that is not honest makes of a file that is asked for. */
    public FileTamper tamper = (url, bytes) -> bytes;

    /** URL and content to content. */
    public interface FileTamper {
        byte[] apply(String url, byte[] bytes);
    }

    /** What each upload gave as proof of membership, by URL; empty for none. */
    public final Map<String, String> proofs = new TreeMap<>();

    /** Content of a file. */
    public byte[] bytes(String url) {
        return byUrl.get(url).clone();
    }

    SimFiles(SimTime time) {
        this.time = time;
    }

    @Override
    public Promise<byte[]> get(String url, long maxBytes) {
        Promise<byte[]> result = new Promise<>();
        waitingGets++;
        onGet.run();
        time.schedule(5, () -> {
            waitingGets--;
            if (failingGets > 0) {
                failingGets--;
                result.fail(new IllegalStateException("file server out of order"));
            } else if (!byUrl.containsKey(url)) {
                result.fail(new AbsentFileException("404 " + url));
            } else {
                result.resolve(tamper.apply(url, byUrl.get(url).clone()));
            }
        });
        return result;
    }

    @Override
    public Promise<Void> put(String url, byte[] body) {
        Promise<Void> result = new Promise<>();
        time.schedule(putMs, () -> {
            if (failingPuts > 0) {
                failingPuts--;
                result.fail(new IllegalStateException("disk full"));
            } else {
                int query = url.indexOf("?proof=");
                String stored = query < 0 ? url : url.substring(0, query);
                proofs.put(stored, query < 0 ? "" : url.substring(query + "?proof=".length()));
                byUrl.put(stored, body.clone());
                result.resolve(null);
            }
        });
        return result;
    }

    @Override
    public Promise<Boolean> exists(String url) {
        Promise<Boolean> result = new Promise<>();
        time.schedule(5, () -> result.resolve(byUrl.containsKey(url)));
        return result;
    }

    boolean has(String path) {
        return byUrl.containsKey(BASE + "/" + path);
    }

    /** Gets that are not answered yet. */
    public int waitingGets() {
        return waitingGets;
    }

    /** Loses a file. */
    public void remove(String url) {
        byUrl.remove(url);
    }

    /** URLs of everything stored. */
    public Set<String> urls() {
        return byUrl.keySet();
    }

    /** Everything stored, as far as it is text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        byUrl.values().forEach(bytes -> text.append(new String(bytes, StandardCharsets.ISO_8859_1)));
        return text.toString();
    }

    /** Damages a file. */
    public void corrupt(String url) {
        byte[] bytes = byUrl.get(url);
        bytes[bytes.length - 1] ^= 1;
    }
}
