package org.multisynq4j.parity;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes compiled from generated source, and a loader that has them beside everything else. */
record Compiled(Path directory, URLClassLoader loader) implements AutoCloseable {
    /** Compiles sources by binary name. */
    static Compiled of(Map<String, String> sources) throws IOException {
        Path directory = Files.createTempDirectory("parity-classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<JavaFileObject> files = sources.entrySet().stream()
                .map(source -> file(source.getKey(), source.getValue()))
                .toList();
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-nowarn",
                "-Xmaxerrs",
                "1000",
                "-d",
                directory.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        if (!compiler.getTask(messages, null, null, options, null, files).call()) {
            throw new IllegalStateException("generated source does not compile:\n" + messages);
        }
        URL[] urls = {directory.toUri().toURL()};
        return new Compiled(directory, new URLClassLoader(urls, Compiled.class.getClassLoader()));
    }

    private static JavaFileObject file(String name, String text) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + JavaFileObject.Kind.SOURCE.extension);
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Runs a main class on the JVM. */
    void run(String mainClass, String... arguments) throws ReflectiveOperationException {
        loader.loadClass(mainClass).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
