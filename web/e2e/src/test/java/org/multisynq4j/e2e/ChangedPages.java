package org.multisynq4j.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.multisynq4j.apps.chat.ChatModel;

/** The pages' programs as a later build has them. */
final class ChangedPages {
    private static final String MAIN = "org.multisynq4j.pages.Pages";
    private static final String LOADER = "public/m4j/loader.js";

    private static final String PROGRAMS = "programs/changed";

    private ChangedPages() {}

    /** Compiles the pages to JavaScript with other classes in front and puts program and loader below {@code public} in that directory. */
    static void compile(ClassLoader classes, Path directory) throws IOException {
        Path m4j = Files.createDirectories(directory.resolve("public/m4j"));
        PageCompiler.toProgram(classes, MAIN, m4j.resolve(PROGRAMS));
        String original = resource(LOADER);
        String loader = original.replaceFirst("const bundle = '[^']*'", "const bundle = 'programs/changed'")
                // The other program may not be there yet.
                .replaceFirst("hasWasmGc\\(\\) \\? 'wasm' : 'js'", "'js'");
        assertThat(loader).isNotEqualTo(original);
        Files.writeString(directory.resolve(LOADER), loader);
    }

    /** Compiles the same to WebAssembly beside it, while the caller does something else; for those who ask with {@code target=wasm}. */
    static CompletableFuture<Void> compileWasm(ClassLoader classes, Path directory) {
        return CompletableFuture.runAsync(() -> {
            try {
                PageCompiler.toWasm(
                        classes,
                        MAIN,
                        Files.createDirectories(directory.resolve("public/m4j").resolve(PROGRAMS)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Read beside the pages' classes, as {@link ChatModel}'s loader sees them. */
    private static String resource(String name) {
        try (InputStream in = ChatModel.class.getClassLoader().getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
