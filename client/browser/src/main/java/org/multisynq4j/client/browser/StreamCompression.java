package org.multisynq4j.client.browser;

import org.multisynq4j.client.Promise;
import org.multisynq4j.client.browser.page.Bytes;
import org.multisynq4j.client.browser.page.Guard;
import org.multisynq4j.client.port.Compression;
import org.teavm.jso.JSBody;
import org.teavm.jso.typedarrays.Int8Array;

/** gzip by the browser's compression streams (all browsers since 2023), off the page's thread. */
final class StreamCompression implements Compression {
    @Override
    public Promise<byte[]> compress(byte[] plain) {
        return run(false, plain, Double.MAX_VALUE);
    }

    @Override
    public Promise<byte[]> decompress(byte[] compressed, long maxBytes) {
        return run(true, compressed, maxBytes);
    }

    private static Promise<byte[]> run(boolean unpack, byte[] input, double maxBytes) {
        Promise<byte[]> result = new Promise<>();
        String what = unpack ? "Cannot decompress " : "Cannot compress ";
        pipe(
                unpack,
                Bytes.toScript(input),
                maxBytes,
                bytes -> Guard.run(() -> result.resolve(Bytes.toJava(bytes))),
                error -> Guard.run(
                        () -> result.fail(new IllegalArgumentException(what + input.length + " bytes: " + error))));
        return result;
    }

    // The output is counted while it arrives: a small bomb must not fill the memory before we look at its size.
    @JSBody(
            params = {"unpack", "input", "maxBytes", "done", "failed"},
            script =
                    "var chunks = [], total = 0, reader;"
                            + "function next(part) {"
                            + "  if (part.done) return;"
                            + "  total += part.value.length;"
                            + "  if (total > maxBytes) {"
                            + "    reader.cancel().catch(function() {});"
                            + "    throw new Error('the result has more than the ' + maxBytes + ' bytes allowed');"
                            + "  }"
                            + "  chunks.push(part.value);"
                            + "  return reader.read().then(next);"
                            + "}"
                            + "Promise.resolve().then(function() {"
                            + "  var stream = unpack ? new DecompressionStream('gzip') : new CompressionStream('gzip');"
                            // Not by way of a Blob, whose bytes travel to another process and back. What fails here
                            // fails the reader as well.
                            + "  var writer = stream.writable.getWriter();"
                            + "  writer.write(input).catch(function() {});"
                            + "  writer.close().catch(function() {});"
                            + "  reader = stream.readable.getReader();"
                            + "  return reader.read().then(next);"
                            + "}).then(function() {"
                            + "  var all = new Int8Array(total), at = 0;"
                            + "  chunks.forEach(function(chunk) { all.set(chunk, at); at += chunk.length; });"
                            + "  return all;"
                            + "}).then(function(all) { done(all); }, function(error) { failed(error.message || String(error)); });")
    private static native void pipe(
            boolean unpack, Int8Array input, double maxBytes, Bytes.Receiver done, Bytes.Failure failed);
}
