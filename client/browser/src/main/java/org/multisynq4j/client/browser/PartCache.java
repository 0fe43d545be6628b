package org.multisynq4j.client.browser;

import java.util.Optional;
import org.multisynq4j.client.Promise;
import org.multisynq4j.client.browser.page.Bytes;
import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.Clock;
import org.multisynq4j.client.port.FileCache;
import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * Parts of snapshots this browser has fetched, still sealed, in the Cache API; the oldest go first. Only where pages may have one: https, and http on this machine.
 *
 * <p>Each entry's key is the file's address with its length as the query, so that the lengths of all entries are known without reading any.
 */
final class PartCache implements FileCache {
    /** So many bytes are kept for all sessions of one origin. */
    static final int MAX_BYTES = 64 << 20;

    /** Room is made for all parts of a join at once. */
    private static final int TRIM_DELAY_MS = 2_000;

    private final Clock clock;
    private boolean trimming;

    private PartCache(Clock clock) {
        this.clock = clock;
    }

    static FileCache open(Clock clock) {
        return isThere() ? new PartCache(clock) : FileCache.NONE;
    }

    @Override
    public Promise<Optional<byte[]>> get(String url) {
        Promise<Optional<byte[]>> result = new Promise<>();
        get(
                url,
                bytes -> Guard.run(() -> result.resolve(Optional.of(Bytes.toJava(bytes)))),
                reason -> Guard.run(() -> result.resolve(Optional.empty())));
        return result;
    }

    @Override
    public void put(String url, byte[] file) {
        put(url, Bytes.toScript(file));
        if (!trimming) {
            trimming = true;
            clock.schedule(TRIM_DELAY_MS, () -> {
                trimming = false;
                trim(MAX_BYTES);
            });
        }
    }

    @JSBody(script = "return typeof caches !== 'undefined';")
    private static native boolean isThere();

    @JSBody(
            params = {"url", "done", "failed"},
            script =
                    "caches.open('multisynq4j-parts').then(function(cache) { return cache.match(url, {ignoreSearch: true}); })"
                            + ".then(function(found) {"
                            + "  if (!found) throw new Error('not here');"
                            + "  return found.arrayBuffer();"
                            + "}).then(function(buffer) { done(new Int8Array(buffer)); },"
                            + "  function(e) { failed(String(e)); });")
    private static native void get(String url, Bytes.Receiver done, Bytes.Failure failed);

    // A browser without room, or one that is asked to forget, refuses; then there is no entry.
    @JSBody(
            params = {"url", "body"},
            script = "caches.open('multisynq4j-parts').then(function(cache) {"
                    + "  return cache.put(url + '?' + body.length, new Response(body));"
                    + "}).catch(function() {});")
    private static native void put(String url, Int8Array body);

    // keys() is in the order in which the entries came.
    @JSBody(
            params = "maxBytes",
            script = "caches.open('multisynq4j-parts').then(function(cache) {"
                    + "  return cache.keys().then(function(keys) {"
                    + "    var sizes = keys.map(function(key) { return Number(new URL(key.url).search.slice(1)) || 0; });"
                    + "    var total = sizes.reduce(function(sum, size) { return sum + size; }, 0);"
                    + "    for (var i = 0; i < keys.length && total > maxBytes; i++) {"
                    + "      total -= sizes[i];"
                    + "      cache.delete(keys[i]);"
                    + "    }"
                    + "  });"
                    + "}).catch(function() {});")
    private static native void trim(int maxBytes);
}
