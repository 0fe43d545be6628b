package org.multisynq4j.client.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.browser.page.Bytes;
import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.FileCache;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * Parts of snapshots this browser has fetched, still sealed, in the Cache API; the oldest go first. Only where pages may have one: https, and http on this machine.
 *
 * <p>Each entry's key is the file's address with its length as the query, so that the lengths of all entries are known without reading any.
 * They are listed once: to look a file up by a part of its key the browser would open all entries, each time.
 */
final class PartCache implements FileCache {
    /** So many bytes are kept for all sessions of one origin. */
    static final int MAX_BYTES = 64 << 20;

    /** What a join fetched is written when the join is over, and before the second replica looks for it. */
    private static final int WRITE_DELAY_MS = 800;

    /** A browser that does not find an entry in this time is asked in vain: the server has the file as well. */
    private static final int PATIENCE_MS = 2_000;

    private final Clock clock;
    private final List<Entry> unwritten = new ArrayList<>();
    private Optional<JSObject> index = Optional.empty();

    private record Entry(String url, byte[] file) {}

    private PartCache(Clock clock) {
        this.clock = clock;
    }

    static FileCache open(Clock clock) {
        return isThere() ? new PartCache(clock) : FileCache.NONE;
    }

    @Override
    public void prepare() {
        index();
    }

    @Override
    public Promise<Optional<byte[]>> get(String url) {
        Promise<Optional<byte[]>> result = new Promise<>();
        get(
                index(),
                url,
                PATIENCE_MS,
                bytes -> Guard.run(() -> result.resolve(Optional.of(Bytes.toJava(bytes)))),
                reason -> Guard.run(() -> result.resolve(Optional.empty())));
        return result;
    }

    @Override
    public void put(String url, byte[] file) {
        unwritten.add(new Entry(url, file));
        if (unwritten.size() == 1) {
            clock.schedule(WRITE_DELAY_MS, this::write);
        }
    }

    private void write() {
        for (Entry entry : unwritten) {
            put(index(), entry.url, Bytes.toScript(entry.file));
        }
        unwritten.clear();
        trim(index(), MAX_BYTES);
    }

    private JSObject index() {
        if (index.isEmpty()) {
            index = Optional.of(list());
        }
        return index.get();
    }

    // In a sandboxed frame already the question throws.
    @JSBody(script = "try { return typeof caches !== 'undefined'; } catch (error) { return false; }")
    private static native boolean isThere();

    @JSBody(
            script =
                    "var listed = Promise.resolve().then(function() { return caches.open('multisynq4j-parts'); }).then(function(cache) {"
                            + "  return cache.keys().then(function(keys) {"
                            + "    var known = new Map();"
                            + "    keys.forEach(function(key) { known.set(key.url.split('?')[0], key.url); });"
                            + "    return {cache: cache, known: known};"
                            + "  });"
                            + "});"
                            // Whoever asks for a file is told; a list that nobody needs may fail in silence.
                            + "listed.catch(function() {});"
                            + "return listed;")
    private static native JSObject list();

    @JSBody(
            params = {"index", "url", "limitMs", "done", "failed"},
            script = "Promise.race([index.then(function(list) {"
                    + "  var key = list.known.get(new URL(url, self.location.href).href);"
                    + "  return key && list.cache.match(key);"
                    + "}).then(function(found) {"
                    + "  if (!found) throw new Error('not here');"
                    + "  return found.arrayBuffer();"
                    + "}), new Promise(function(answered, refused) { setTimeout(refused, limitMs, 'too late'); })"
                    + "]).then(function(buffer) { done(new Int8Array(buffer)); },"
                    + "  function(error) { failed(String(error)); });")
    private static native void get(JSObject index, String url, int limitMs, Bytes.Receiver done, Bytes.Failure failed);

    // A browser without room, or one that is asked to forget, refuses; then there is no entry.
    @JSBody(
            params = {"index", "url", "body"},
            script = "index.then(function(list) {"
                    + "  var address = new URL(url, self.location.href).href, key = address + '?' + body.length;"
                    + "  return list.cache.put(key, new Response(body)).then(function() { list.known.set(address, key); });"
                    + "}).catch(function() {});")
    private static native void put(JSObject index, String url, Int8Array body);

    // keys() is in the order in which the entries came.
    @JSBody(
            params = {"index", "maxBytes"},
            script = "index.then(function(list) {"
                    + "  return list.cache.keys().then(function(keys) {"
                    + "    var sizes = keys.map(function(key) { return Number(new URL(key.url).search.slice(1)) || 0; });"
                    + "    var total = sizes.reduce(function(sum, size) { return sum + size; }, 0);"
                    + "    for (var next = 0; next < keys.length && total > maxBytes; next++) {"
                    + "      total -= sizes[next];"
                    + "      list.cache.delete(keys[next]);"
                    + "    }"
                    + "  });"
                    + "}).catch(function() {});")
    private static native void trim(JSObject index, int maxBytes);
}
