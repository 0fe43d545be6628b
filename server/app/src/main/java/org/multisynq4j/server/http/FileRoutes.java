package org.multisynq4j.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.multisynq4j.protocol.MemberProof;
import org.multisynq4j.store.files.BlobStore;
import org.multisynq4j.store.files.FilePath;
import org.multisynq4j.store.files.UploadResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code PUT GET HEAD OPTIONS /files/…}: the file server of the protocol, open to pages of every origin.
 *
 * <p>Uploads come from workers whose origin is {@code null}, so the answer to any origin is {@code *}; there are no
 * cookies or credentials that this could give away. What is stored is never run: answers are sandboxed downloads.
 */
public final class FileRoutes {
    /** Uploads received at one time; more get 503, so that slow senders cannot hold every thread of the server. */
    public static final int MAX_CONCURRENT_UPLOADS = 64;

    private static final int MAX_UNREAD_BYTES = 1 << 20;

    private static final Logger log = LoggerFactory.getLogger(FileRoutes.class);
    private static final String PREFIX = "/files/";
    private static final String ALLOWED_HEADERS = "Content-Type, Range, If-Modified-Since, Cache-Control,"
            + " X-Requested-With, X-Croquet-App, X-Croquet-Id, X-Croquet-Session, X-Croquet-Version, X-Croquet-Path";

    private final BlobStore files;
    private final UploadGuard guard;
    private final Consumer<FilePath> uploading;
    private final Semaphore uploads = new Semaphore(MAX_CONCURRENT_UPLOADS);

    /**
     * Serves {@code files}.
     *
     * @param guard says who may store what
     * @param uploading told of each file before it is stored
     */
    public FileRoutes(BlobStore files, UploadGuard guard, Consumer<FilePath> uploading) {
        this.files = files;
        this.guard = guard;
        this.uploading = uploading;
    }

    /** Adds the routes. */
    public void register(RoutesConfig routes) {
        routes.options("/files/<path>", FileRoutes::preflight);
        routes.options("/files", FileRoutes::preflight);
        routes.put("/files/<path>", this::put);
        routes.get("/files/<path>", this::get);
        routes.head("/files/<path>", this::get);
    }

    private static void preflight(Context context) {
        cors(context);
        context.header("Access-Control-Allow-Methods", "GET, HEAD, PUT, OPTIONS")
                .header("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                .header("Access-Control-Max-Age", "86400")
                .status(204);
    }

    private void put(Context context) throws IOException {
        cors(context);
        Optional<FilePath> path = path(context);
        if (path.isEmpty()) {
            refuse(context, 400, badPath());
        } else if (!uploads.tryAcquire()) {
            context.header("Retry-After", "1");
            refuse(context, 503, "more than " + MAX_CONCURRENT_UPLOADS + " uploads at once; try again");
        } else {
            try {
                if (context.req().getContentLengthLong() > files.maxFileBytes()) {
                    refuseUnread(context, 413, tooLarge());
                    return;
                }
                UploadGuard.Verdict verdict =
                        guard.judge(path.get(), Optional.ofNullable(context.queryParam(MemberProof.UPLOAD_PARAMETER)));
                if (verdict.admitted()) {
                    store(context, path.get(), verdict.hash());
                } else {
                    refuseUnread(
                            context,
                            403,
                            "only those who know the password may store files in "
                                    + path.get().owner());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                refuse(context, 503, "the server is stopping");
            } catch (IOException e) {
                log.warn("upload of {} failed: {}", path.get(), e.toString());
                refuse(context, 507, "the file could not be stored");
            } finally {
                uploads.release();
            }
        }
    }

    private void store(Context context, FilePath path, Optional<String> hash) throws IOException {
        try (InputStream body = context.bodyInputStream()) {
            uploading.accept(path);
            answer(context, path, files.put(path, body, hash));
        }
    }

    private void answer(Context context, FilePath path, UploadResult result) {
        switch (result) {
            case CREATED -> context.status(201);
            case UNCHANGED, REPLACED -> context.status(200);
            case TOO_LARGE -> refuse(context, 413, tooLarge());
            case OVER_QUOTA ->
                refuse(context, 413, path.owner() + " would hold more than " + files.maxOwnerBytes() + " bytes");
            case CONFLICT ->
                refuse(
                        context,
                        409,
                        "the name is taken, or name or proof do not match the SHA-256 of the body: " + path);
        }
    }

    private void get(Context context) throws IOException {
        cors(context);
        Optional<FilePath> path = path(context);
        if (path.isEmpty()) {
            refuse(context, 400, badPath());
            return;
        }
        Optional<Path> file = files.find(path.get());
        if (file.isEmpty()) {
            refuse(context, 404, "no file " + path.get());
            return;
        }
        try {
            long size = Files.size(file.get());
            InputStream content = Files.newInputStream(file.get());
            context.contentType("application/octet-stream")
                    .header(
                            "Cache-Control",
                            path.get().isContentNamed() ? CacheControl.FOREVER : CacheControl.REVALIDATE)
                    .header("Content-Length", Long.toString(size));
            if (context.req().getMethod().equals("HEAD")) {
                content.close();
            } else {
                context.result(content);
            }
        } catch (NoSuchFileException e) {
            refuse(context, 404, "no file " + path.get());
        }
    }

    /** The path as the client wrote it: names that need decoding are not accepted, so nothing is decoded. */
    private static Optional<FilePath> path(Context context) {
        String uri = context.req().getRequestURI();
        int start = uri.indexOf(PREFIX);
        return start < 0 ? Optional.empty() : FilePath.parse(uri.substring(start + PREFIX.length()));
    }

    private static void cors(Context context) {
        context.header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "Content-Length, Content-Range")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    /**
     * Refuses without having stored the body. A small one is read all the same: a sender whose connection is closed while it sends sees a broken connection instead
     * of the answer, and tries again.
     */
    private static void refuseUnread(Context context, int status, String message) throws IOException {
        try (InputStream body = context.bodyInputStream()) {
            body.readNBytes(MAX_UNREAD_BYTES);
        }
        refuse(context, status, message);
    }

    private static void refuse(Context context, int status, String message) {
        context.status(status).contentType("text/plain; charset=utf-8").result(message + "\n");
    }

    private String tooLarge() {
        return "larger than " + files.maxFileBytes() + " bytes (--files-max-mb)";
    }

    private static String badPath() {
        return "a file name has " + FilePath.MIN_DEPTH + " to " + FilePath.MAX_DEPTH
                + " segments of letters, digits and" + " -_.=+@~, that do not begin or end with a dot, at most "
                + FilePath.MAX_LENGTH + " characters";
    }
}
