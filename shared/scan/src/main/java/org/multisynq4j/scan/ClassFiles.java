package org.multisynq4j.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where class files come from. */
@FunctionalInterface
public interface ClassFiles {
    /**
     * The bytes of a class file.
     *
     * @param internalName the class's name with slashes: {@code com/example/Chat$Line}
     */
    Optional<byte[]> find(String internalName);

    /** The class files a class loader sees. */
    static ClassFiles of(ClassLoader loader) {
        return internalName -> {
            try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the class file of " + internalName, e);
            }
        };
    }

    /**
     * The class files in jars and class directories, earlier ones first.
     *
     * @throws IllegalArgumentException if one does not exist
     */
    static ClassFiles of(List<Path> jarsAndDirectories) {
        URL[] urls = jarsAndDirectories.stream().map(ClassFiles::url).toArray(URL[]::new);
        // The loader is only asked for resources; its parent is none, so that nothing of this program is mistaken for
        // the jar's.
        ClassLoader loader = new URLClassLoader(urls, null);
        return of(loader);
    }

    private static URL url(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(path + " does not exist");
        }
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path + " cannot be read as a class path entry", e);
        }
    }
}
