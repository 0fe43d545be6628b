package org.multisynq4j.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.multisynq4j.client.browser.SessionPage;

/** The example in {@code web/pages/src/test}: a page of notes with all ways to get a password, and the application's own server. */
final class NotesExample {
    private static final String SOURCES = "web/pages/src/test/java/com/example/notes";
    private static final String PAGE = "web/pages/src/test/resources/public/notes";
    private static final String SERVER = "PasswordServer.java";
    private static final String LISTENING = "listening on ";

    private NotesExample() {}

    /** Builds the page below {@code public/notes} in that directory. */
    static void build(Path classes, Path directory) throws IOException, URISyntaxException {
        try (Stream<Path> sources = Files.list(root().resolve(SOURCES))) {
            PageCompiler.toClasses(
                    classes,
                    sources.filter(source -> !source.endsWith(SERVER)).sorted().toList());
        }
        Path notes = Files.createDirectories(directory.resolve("public/notes"));
        for (String file : List.of("index.html", "start.js")) {
            Files.copy(root().resolve(PAGE).resolve(file), notes.resolve(file));
        }
        PageCompiler.toProgram(loader(classes), "com.example.notes.NotesPage", notes);
    }

    private static ClassLoader loader(Path classes) throws MalformedURLException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, SessionPage.class.getClassLoader());
    }

    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(SOURCES))) {
            root = root.getParent();
        }
        return root;
    }

    /** The application's own server as a process, started as its documentation says. */
    static final class OwnServer implements AutoCloseable {
        private final Process process;
        private final String origin;

        OwnServer(Path directory) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            root().resolve(SOURCES).resolve(SERVER).toString(),
                            "0",
                            directory.resolve("public/notes").toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("NOTES_SECRET", "a secret of the tests");
            process = builder.start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = output.readLine();
            if (line == null || !line.startsWith(LISTENING)) {
                throw new IllegalStateException("the example server said " + line);
            }
            origin = line.substring(LISTENING.length());
        }

        String origin() {
            return origin;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
