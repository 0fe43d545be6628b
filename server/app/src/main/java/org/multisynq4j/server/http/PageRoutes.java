package org.multisynq4j.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The landing page and the sample applications, from the class path below {@code /public}. */
public final class PageRoutes {
    /**
     * What pages may do. Scripts come from here only; {@code unsafe-eval} is there because the runtime of WebAssembly GC
     * bundles makes its JavaScript bindings with {@code new Function}. Workers may also start from {@code blob:} and
     * {@code data:} URLs, as the clients of the protocol do. Connections may go anywhere, because {@code server=} in a
     * page's URL may name another reflector.
     */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval';"
                    + " worker-src 'self' blob: data:; connect-src * data: blob:; img-src 'self' data: blob:;"
                    + " style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'self'";

    private static final Pattern SAFE =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*");
    private static final Pattern FINGERPRINTED =
            Pattern.compile("(?:.*/)?[0-9a-f]{8,64}/.*|.*[.-][0-9a-f]{8,64}\\.[a-z0-9.]+");
    private static final String NO_PAGES = "<!doctype html><meta charset=utf-8><title>Multisynq4J</title>"
            + "<h1>The reflector is running</h1><p>This server was built without its pages. Build the whole project"
            + " (<code>./run.sh</code>) to get the landing page and the samples.</p>";
    /** Where a 404's link leads is relative to an address of any depth, so it is filled in. */
    private static final String MISSING = "<!doctype html><html lang=en><meta charset=utf-8>"
            + "<meta name=viewport content='width=device-width,initial-scale=1'><title>No such page</title>"
            + "<style>:root{color-scheme:light dark}body{font:17px/1.5 system-ui,sans-serif;max-width:32em;"
            + "margin:18vh auto;padding:0 20px}</style><h1>There is no such page here</h1>"
            + "<p>The address may have been cut off or mistyped. <a href='%s'>All apps of this server</a></p>";

    private static final String NO_UPGRADE =
            "This is the address of a WebSocket, but the request was no upgrade. If a proxy is in between, it must"
                    + " forward the headers Upgrade and Connection.\n";

    /** Steps up that the link of a 404 takes at most; no page lies deeper. */
    private static final int MAX_DEPTH = 16;

    private final String root;
    private final Map<String, Page> loaded = new ConcurrentHashMap<>();

    /** Serves resources below {@code root}, for example {@code public}. */
    public PageRoutes(String root) {
        this.root = root;
    }

    /** Adds the routes; they match everything, so they come last. */
    public void register(RoutesConfig routes) {
        routes.get("/", context -> serve(context, "index.html"));
        routes.head("/", context -> serve(context, "index.html"));
        routes.get("/reflector/<path>", PageRoutes::noUpgrade);
        routes.get("/<path>", this::any);
        routes.head("/<path>", this::any);
    }

    /** Whether the application {@code name} has a page. */
    public boolean hasApp(String name) {
        return find(name + "/index.html").isPresent();
    }

    private void any(Context context) {
        String path = context.req().getRequestURI().substring(1);
        if (path.endsWith("/")) {
            serve(context, path + "index.html");
        } else if (path.indexOf('.') < 0 && find(path + "/index.html").isPresent()) {
            String query = context.queryString();
            // Relative, because a proxy may have taken a prefix off the path. A browser keeps the fragment.
            String directory = path.substring(path.lastIndexOf('/') + 1) + "/";
            context.status(302).header("Location", directory + (query == null ? "" : "?" + query));
        } else {
            serve(context, path);
        }
    }

    private void serve(Context context, String name) {
        Optional<Page> page = find(name);
        secure(context);
        if (page.isEmpty()) {
            missing(context, name);
            return;
        }
        Page found = page.get();
        boolean fresh = FINGERPRINTED.matcher(name).matches() || context.queryParam("v") != null;
        context.header("Cache-Control", fresh ? CacheControl.FOREVER : CacheControl.REVALIDATE)
                .header("ETag", found.etag())
                .header("Vary", "Accept-Encoding");
        String known = context.header("If-None-Match");
        if (known != null && known.contains(found.etag())) {
            context.status(304);
            return;
        }
        context.contentType(found.contentType());
        String accepted = context.header("Accept-Encoding");
        if (found.gzip().isPresent() && accepted != null && accepted.contains("gzip")) {
            context.header("Content-Encoding", "gzip");
            send(context, found.gzip().get());
        } else {
            send(context, found.bytes());
        }
    }

    private static void send(Context context, byte[] bytes) {
        if (context.req().getMethod().equals("HEAD")) {
            context.header("Content-Length", Integer.toString(bytes.length));
        } else {
            context.result(bytes);
        }
    }

    private static void noUpgrade(Context context) {
        context.status(426)
                .header("Upgrade", "websocket")
                .contentType("text/plain; charset=utf-8")
                .result(NO_UPGRADE);
    }

    private static void missing(Context context, String name) {
        if (name.equals("index.html")) {
            context.contentType("text/html; charset=utf-8").result(NO_PAGES);
        } else if (String.valueOf(context.header("Accept")).contains("text/html")) {
            long depth = name.chars().filter(c -> c == '/').count();
            String home = depth == 0 ? "./" : "../".repeat((int) Math.min(depth, MAX_DEPTH));
            context.status(404).contentType("text/html; charset=utf-8").result(MISSING.replace("%s", home));
        } else {
            context.status(404)
                    .contentType("text/plain; charset=utf-8")
                    .result("no such page; the samples are listed at /\n");
        }
    }

    private static void secure(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin");
    }

    private Optional<Page> find(String name) {
        Page known = loaded.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!SAFE.matcher(name).matches()) {
            return Optional.empty();
        }
        Optional<Page> page = read(name).map(bytes -> Page.of(name, bytes));
        page.ifPresent(found -> loaded.put(name, found)); // only names that exist, so the map is bounded
        return page;
    }

    private Optional<byte[]> read(String name) {
        if (name.indexOf('.', name.lastIndexOf('/') + 1) < 0) {
            return Optional.empty(); // directories are resources, too; files have an extension
        }
        URL resource = PageRoutes.class.getResource("/" + root + "/" + name);
        if (resource == null) {
            return Optional.empty();
        }
        try (InputStream in = resource.openStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
