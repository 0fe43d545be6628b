package org.multisynq4j.client.browser;

import org.multisynq4j.client.Promise;
import org.multisynq4j.client.browser.page.Bytes;
import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.AbsentFileException;
import org.multisynq4j.client.port.FileStore;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * Files over fetch. Relative addresses are relative to the page.
 *
 * <p>Requests are {@code mode: cors} and carry no cookies: the {@code no-cors} mode would hand us an opaque, empty answer and hide a misconfigured store.
 */
final class FetchFileStore implements FileStore {
    /** A transfer that makes no progress for this long has failed; fetch alone would wait for ever. */
    static final int STALL_MS = 30_000;

    /**
     * Saved data up to this length is sent on after the page is gone. Browsers allow 64 KiB for that in all and refuse what is beyond, so parts of snapshots, which
     * are sent several at a time and of no use without each other, stay out of it.
     */
    static final int MAX_OUTLIVING_BYTES = 60_000;

    @Override
    public Promise<byte[]> get(String url, long maxBytes) {
        Promise<byte[]> result = new Promise<>();
        get(
                url,
                maxBytes,
                STALL_MS,
                bytes -> Guard.run(() -> result.resolve(Bytes.toJava(bytes))),
                (status, error) -> Guard.run(() -> result.fail(failed(url, status, error))));
        return result;
    }

    private static RuntimeException failed(String url, int status, String error) {
        String message = "Cannot fetch " + url + ": " + error;
        return AbsentFileException.isSaidBy(status)
                ? new AbsentFileException(message)
                : new FileTransferException(message);
    }

    @Override
    public Promise<Void> put(String url, byte[] body) {
        Promise<Void> result = new Promise<>();
        put(
                url,
                Bytes.toScript(body),
                STALL_MS,
                outlives(url, body.length),
                nothing -> Guard.run(() -> result.resolve(null)),
                error -> Guard.run(() ->
                        result.fail(new FileTransferException("Cannot store " + withoutProof(url) + ": " + error))));
        return result;
    }

    /** Whether the browser is asked to go on with this upload when the page is gone. */
    static boolean outlives(String url, int bytes) {
        return bytes <= MAX_OUTLIVING_BYTES && url.indexOf("/snapshots/") < 0;
    }

    /** What lets a member store files is not for the console. */
    private static String withoutProof(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    @Override
    public Promise<Boolean> exists(String url) {
        Promise<Boolean> result = new Promise<>();
        head(url, STALL_MS, there -> Guard.run(() -> result.resolve(there)));
        return result;
    }

    /** Told why nothing was fetched; the status is 0 unless the server answered with one that is no success. */
    @JSFunctor
    private interface NotFetched extends JSObject {
        void call(int status, String reason);
    }

    /** Told whether a file is there. */
    @JSFunctor
    private interface Answer extends JSObject {
        void there(boolean there);
    }

    @JSBody(
            params = {"url", "limitMs", "answer"},
            script = "var abort = new AbortController(), timer = setTimeout(function() { abort.abort(); }, limitMs);"
                    + "fetch(url, {method: 'HEAD', mode: 'cors', credentials: 'omit', cache: 'no-store', signal: abort.signal})"
                    + ".then(function(response) { clearTimeout(timer); answer(response.ok); },"
                    + "  function() { clearTimeout(timer); answer(false); });")
    private static native void head(String url, int limitMs, Answer answer);

    @JSBody(
            params = {"url", "maxBytes", "stallMs", "done", "failed"},
            script =
                    "var abort = new AbortController(), timer = 0, why = '', chunks = [], total = 0, status = 0;"
                            + "function alive() {"
                            + "  clearTimeout(timer);"
                            + "  timer = setTimeout(function() { stop('no data for ' + stallMs / 1000 + ' s'); }, stallMs);"
                            + "}"
                            + "function stop(reason) { why = reason; abort.abort(); }"
                            + "function tooLong() { stop('more than the ' + maxBytes + ' bytes allowed'); throw new Error(why); }"
                            + "alive();"
                            + "fetch(url, {mode: 'cors', credentials: 'omit', signal: abort.signal}).then(function(answer) {"
                            + "  if (!answer.ok) {"
                            + "    status = answer.status;"
                            + "    throw new Error('the server answered ' + status);"
                            + "  }"
                            + "  if (Number(answer.headers.get('content-length') || 0) > maxBytes) tooLong();"
                            + "  var reader = answer.body.getReader();"
                            + "  function next(part) {"
                            + "    alive();"
                            + "    if (part.done) return;"
                            + "    total += part.value.length;"
                            + "    if (total > maxBytes) tooLong();"
                            + "    chunks.push(part.value);"
                            + "    return reader.read().then(next);"
                            + "  }"
                            + "  return reader.read().then(next);"
                            + "}).then(function() {"
                            + "  clearTimeout(timer);"
                            + "  var all = new Int8Array(total), at = 0;"
                            + "  chunks.forEach(function(chunk) { all.set(chunk, at); at += chunk.length; });"
                            + "  return all;"
                            + "}).then(function(all) { done(all); },"
                            + "  function(error) { clearTimeout(timer); failed(status, why || error.message || String(error)); });")
    private static native void get(String url, double maxBytes, int stallMs, Bytes.Receiver done, NotFetched failed);

    @JSBody(
            params = {"url", "body", "stallMs", "outlives", "done", "failed"},
            script =
                    "var abort = new AbortController(), late = false;"
                            // Uploads report no progress, so the time allowed grows with the size: 16 kB/s at least.
                            + "var limit = stallMs + body.length / 16;"
                            + "var timer = setTimeout(function() { late = true; abort.abort(); }, limit);"
                            + "fetch(url, {method: 'PUT', mode: 'cors', credentials: 'omit', body: body, signal: abort.signal,"
                            + "  keepalive: outlives,"
                            + "  headers: {'Content-Type': 'application/octet-stream'}}).then(function(answer) {"
                            + "  if (!answer.ok) throw new Error('the server answered ' + answer.status);"
                            + "}).then(function() { clearTimeout(timer); done(null); },"
                            + "  function(error) { clearTimeout(timer); failed(late ? 'no answer for ' + Math.round(limit / 1000) + ' s' : error.message || String(error)); });")
    private static native void put(
            String url, Int8Array body, int stallMs, boolean outlives, Bytes.Receiver done, Bytes.Failure failed);
}
